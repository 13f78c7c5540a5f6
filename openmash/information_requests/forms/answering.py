"""The answer about one person: what the agency knows, and each item under its code (A7, A8.2)."""

from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.core.handling import HandlingCode, Nature
from openmash.core.partial_dates import PartialDate
from openmash.governance.terms import WithheldReason
from openmash.information_requests.forms.choosing import (
    Choices,
    choices_of,
    codes_with_meanings,
    offer,
)
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.terms import Answer
from openmash.people.fields import DayField, PartialDateField

MOST_ITEMS = 30
PARTS_OF_AN_ITEM = (
    "words",
    "nature",
    "code",
    "speak_to",
    "happened",
    "until",
    "source",
    "form_words",
    "form_code",
    "audience",
)


class AnswerForm(forms.Form):
    """An answer with as many items as the agency gives; "add" asks for one more."""

    mark_optional = False

    answer = forms.ChoiceField(
        label=_("What your agency knows"), widget=forms.RadioSelect(attrs={"class": "inline"})
    )
    refused_because = forms.ChoiceField(
        label=_("Why it cannot be disclosed"), widget=forms.RadioSelect, required=False
    )
    refused_words = forms.CharField(
        label=_("In a sentence"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    involvement = forms.CharField(
        label=_("How your agency is, or was, involved"),
        help_text=_("Since when, how often, how closely. Only decision makers read this."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    analysis = forms.CharField(
        label=_("What it means, in your agency's view"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    suggested_rating = forms.ChoiceField(label=_("How your agency would rate it"), required=False)
    is_partial = forms.BooleanField(label=_("There is more to come"), required=False)

    def __init__(
        self, *args: Any, ratings: Choices, may_be_named: Choices = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.may_be_named = may_be_named
        self.count = self._items_sent() or 1
        offer(self, "answer", choices_of(Answer))
        offer(self, "refused_because", choices_of(WithheldReason))
        offer(self, "suggested_rating", [("", say("No view")), *ratings])
        self.reveals: dict[str, dict[str, list[str]]] = {
            "answer": {Answer.CANNOT_DISCLOSE.value: ["refused_because", "refused_words"]}
        }
        for number in range(self.count):
            self._add_item(number)
        if not self.is_bound:
            self.fields["words_0"].widget.attrs["autofocus"] = True

    def _items_sent(self) -> int:
        sent = str(self.data.get(self.add_prefix("count"), "")) if self.is_bound else ""
        wanted = int(sent) if sent.isdecimal() and len(sent) < 4 else 0
        return min(wanted + self.asks_for_more, MOST_ITEMS)

    @property
    def asks_for_more(self) -> bool:
        """Say whether "Add another item" was pressed, and nothing is to be kept yet."""
        return self.is_bound and "add" in self.data

    def _add_item(self, number: int) -> None:
        for name, field in _fields_of_an_item().items():
            self.fields[f"{name}_{number}"] = field
        self.fields[f"audience_{number}"] = forms.MultipleChoiceField(
            label=_("Named on this item"),
            help_text=_("For H3, who else may read it; for H0, which of the family it may reach."),
            choices=self.may_be_named,
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.reveals[f"code_{number}"] = {HandlingCode.H4.value: [f"speak_to_{number}"]}

    @property
    def item_rows(self) -> list[dict[str, BoundField]]:
        """Return the fields of each item, by the plain name of each."""
        return [
            {name: self[f"{name}_{number}"] for name in PARTS_OF_AN_ITEM}
            for number in range(self.count)
        ]

    @property
    def answers(self) -> dict[str, Any]:
        """Return what `respond` asks for."""
        names = ("answer", "involvement", "analysis", "suggested_rating")
        given = {name: self.cleaned_data[name] for name in names}
        given["is_partial"] = self.cleaned_data["is_partial"]
        if given["answer"] == Answer.CANNOT_DISCLOSE:
            given["refused_because"] = self.cleaned_data["refused_because"]
            given["refused_words"] = self.cleaned_data["refused_words"]
        return {**given, "items": self._items()}

    def _items(self) -> list[ItemGiven]:
        """Return the items somebody wrote anything in; an empty one is no item."""
        items = (self._item(number) for number in range(self.count))
        return [each for each in items if _is_written(each)]

    def _item(self, number: int) -> ItemGiven:
        part = {name: self.cleaned_data.get(f"{name}_{number}") for name in PARTS_OF_AN_ITEM}
        happened: PartialDate | None = part["happened"]
        keeps_back = part["code"] in (HandlingCode.H3, HandlingCode.H4)
        return ItemGiven(
            words=part["words"] or "",
            nature=part["nature"] or "",
            code=part["code"] or "",
            happened_from=happened.day if happened else None,
            happened_until=part["until"],
            happened_precision=happened.precision.value if happened else "",
            source_system=part["source"] or "",
            audience=tuple(UUID(each) for each in part["audience"] or ()),
            speak_to=(part["speak_to"] or "") if part["code"] == HandlingCode.H4 else "",
            form_of_words=part["form_words"] or "",
            form_of_words_code=str(part["form_code"]) if keeps_back and part["form_words"] else "",
        )


class CorrectForm(AnswerForm):
    """An answer that stands in place of an earlier one, with the reason (A7.10)."""

    reason = forms.CharField(label=_("Why the answer changes"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["is_partial"]

    @property
    def answers(self) -> dict[str, Any]:
        """Return what `correct_return` asks for."""
        self.cleaned_data["is_partial"] = False
        given = super().answers
        del given["is_partial"]
        return {**given, "reason": self.cleaned_data["reason"]}


def _fields_of_an_item() -> dict[str, forms.Field]:
    return {
        "words": forms.CharField(
            label=_("What your agency holds"),
            widget=forms.Textarea(attrs={"rows": 3}),
            required=False,
        ),
        "nature": forms.ChoiceField(
            label=_("It is"),
            choices=choices_of(Nature),
            initial=Nature.FACT.value,
            widget=forms.RadioSelect(attrs={"class": "inline"}),
            required=False,
        ),
        "code": forms.ChoiceField(
            label=_("How far it may travel"),
            choices=codes_with_meanings(HandlingCode),
            initial=HandlingCode.H2.value,
            widget=forms.RadioSelect,
            required=False,
        ),
        "speak_to": forms.CharField(
            label=_("Whom the hub must speak to"),
            help_text=_("A name or post, and a number."),
            max_length=160,
            required=False,
        ),
        "happened": PartialDateField(label=_("When, or from when"), required=False),
        "until": DayField(label=_("Until, if it went on"), required=False),
        "source": forms.CharField(
            label=_("From which system or file"), max_length=80, required=False
        ),
        "form_words": forms.CharField(
            label=_("Form of words"),
            help_text=_("For H3 and H4: what may be said in its place."),
            widget=forms.Textarea(attrs={"rows": 2}),
            required=False,
        ),
        "form_code": forms.ChoiceField(
            label=_("How far the form of words may travel"),
            choices=codes_with_meanings(list(HandlingCode)[:4]),
            initial=HandlingCode.H1.value,
            required=False,
        ),
    }


def _is_written(item: ItemGiven) -> bool:
    words = (item.words, item.source_system, item.speak_to, item.form_of_words)
    return any(words) or item.happened_from is not None or item.happened_until is not None
