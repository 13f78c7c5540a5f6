"""The shape of what is asked about sharing; the rules are elsewhere."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.core.words import Word
from openmash.governance.terms import Paragraph18Reason
from openmash.sharing.rules import AGREEMENT_ANSWERS, INFORMED_ANSWERS, LawOffered, Obstacle

Choices = list[tuple[str, str]]
SHARE, WITHHOLD = "yes", "no"


def choices_of(words: Iterable[Word]) -> Choices:
    """Return words as choices, labels in the reader's language."""
    return [(each.value, say(each.label)) for each in words]


class SharingForm(forms.Form):
    """Agreement first, then lawful basis: two questions, kept apart (A14.1)."""

    mark_optional = False
    reveals = {
        "agreement": {
            "refused": ["against_words"],
            "withdrawn": ["withdrawn_words"],
            "not_sought": ["agreement_reason"],
            "not_possible": ["impossible_words"],
        },
        "article_9": {"safeguarding": ["paragraph_18"]},
        "to_share": {WITHHOLD: ["withheld_because"]},
    }
    own_words = {
        "refused": "against_words",
        "withdrawn": "withdrawn_words",
        "not_possible": "impossible_words",
    }

    to_share = forms.ChoiceField(label=_("May this be shared?"), widget=forms.RadioSelect)
    purpose = forms.CharField(
        label=_("What it is for"),
        help_text=_("The decision or the protection the information is needed for."),
        max_length=300,
        required=False,
    )
    informed = forms.ChoiceField(
        label=_("Does the family, or the adult, know?"), widget=forms.RadioSelect, required=False
    )
    agreement = forms.ChoiceField(
        label=_("Agreement"),
        help_text=_("Openness with the people concerned. It is not the lawful basis."),
        widget=forms.RadioSelect,
        required=False,
    )
    agreement_reason = forms.ChoiceField(
        label=_("Why it was not sought"), widget=forms.RadioSelect, required=False
    )
    against_words = forms.CharField(
        label=_("Why share against their wish, and what not sharing would risk"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    withdrawn_words = forms.CharField(
        label=_("Why go on sharing, and what stopping would risk"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    impossible_words = forms.CharField(
        label=_("What made it impossible to ask"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    withheld_because = forms.ChoiceField(
        label=_("Why nothing is to be shared"), widget=forms.RadioSelect, required=False
    )
    article_6 = forms.ChoiceField(
        label=_("Lawful basis your agency relies on"), widget=forms.RadioSelect, required=False
    )
    article_9 = forms.ChoiceField(
        label=_("Condition for special category information"),
        widget=forms.RadioSelect,
        required=False,
    )
    paragraph_18 = forms.ChoiceField(
        label=_("Without agreement, paragraph 18 applies because"),
        widget=forms.RadioSelect,
        required=False,
    )
    power_relied_on = forms.CharField(
        label=_("Power or duty relied on"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "powers"}),
        required=False,
    )
    proportionality = forms.CharField(
        label=_("Why this much, and no more"),
        help_text=_("What you weighed: the risk of sharing, and the risk of not sharing."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, law: LawOffered, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("to_share", [(SHARE, say("Yes, share")), (WITHHOLD, say("No, do not share"))])
        self._offer("informed", choices_of(INFORMED_ANSWERS))
        self._offer("agreement", choices_of(AGREEMENT_ANSWERS))
        self._offer("agreement_reason", choices_of(law.not_sought))
        self._offer("withheld_because", choices_of(law.withheld))
        self._offer("article_6", choices_of(law.bases))
        self._offer("article_9", choices_of(law.conditions))
        self._offer("paragraph_18", choices_of(Paragraph18Reason))

    def _offer(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def answers(self) -> dict[str, Any]:
        """Return what `decide_sharing` asks for."""
        given = dict(self.cleaned_data)
        own = {name: given.pop(name, "") for name in self.own_words.values()}
        given["agreement_words"] = own.get(self.own_words.get(given["agreement"], ""), "")
        given["to_share"] = given["to_share"] == SHARE
        return given

    def show_obstacles(self, obstacles: Iterable[Obstacle]) -> None:
        """Put each obstacle at the answer that mends it."""
        for each in obstacles:
            self.add_error(self._field_of(each.field), say(each.words))

    def _field_of(self, name: str) -> str | None:
        if name == "agreement_words":
            return self.own_words.get(self.cleaned_data.get("agreement", ""), "agreement")
        return name or None
