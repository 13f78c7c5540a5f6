"""The shape of what this room's pages are told: filters from the address, entries by hand."""

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.chronology.rules import EntryFilters, Happened
from openmash.chronology.selectors import LONDON
from openmash.chronology.terms import EntryKind, HappenedPrecision, Order
from openmash.core.handling import HandlingCode, Nature
from openmash.core.partial_dates import PartialDate
from openmash.people.fields import PartialDateField

CODES_BY_HAND = (HandlingCode.H0, HandlingCode.H1, HandlingCode.H2, HandlingCode.H3)


class FilterForm(forms.Form):
    """What the page's address asks for; whatever cannot be read is left out."""

    kind = forms.TypedChoiceField(
        choices=[(each.value, _(each.label)) for each in EntryKind], coerce=EntryKind
    )
    agency = forms.UUIDField()
    about = forms.UUIDField()
    significant = forms.BooleanField()
    since = forms.DateField(input_formats=["%Y-%m-%d"])
    until = forms.DateField(input_formats=["%Y-%m-%d"])
    order = forms.TypedChoiceField(
        choices=[(each.value, _(each.label)) for each in Order], coerce=Order
    )
    page = forms.IntegerField(min_value=1)


def filters_from(address: Any) -> EntryFilters:
    """Return the filters of a page's address."""
    form = FilterForm(address)
    form.is_valid()
    asked: dict[str, Any] = {k: v for k, v in form.cleaned_data.items() if v}
    return EntryFilters(
        kinds=frozenset({asked["kind"]} if "kind" in asked else ()),
        agency_id=asked.get("agency"),
        about_id=asked.get("about"),
        significant_only=asked.get("significant", False),
        since=asked.get("since"),
        until=asked.get("until"),
        order=asked.get("order", Order.NEWEST),
        page=asked.get("page", 1),
    )


class EntryForm(forms.Form):
    """An entry written by hand."""

    words = forms.CharField(
        label=_("What happened"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    happened = PartialDateField(
        label=_("When"),
        required=False,
        help_text=_("As much as is known. Leave it empty if nobody knows."),
    )
    about = forms.MultipleChoiceField(
        label=_("Who this is about"), widget=forms.CheckboxSelectMultiple
    )
    nature = forms.ChoiceField(
        label=_("This is"),
        choices=[(each.value, _(each.label)) for each in Nature],
        initial=Nature.FACT.value,
        widget=forms.RadioSelect(attrs={"class": "inline"}),
    )
    code = forms.ChoiceField(
        label=_("Who may read it"),
        choices=[(each.value, f"{each.value}: {each.meaning}") for each in CODES_BY_HAND],
        initial=HandlingCode.H2.value,
        widget=forms.RadioSelect,
    )
    significant = forms.BooleanField(label=_("Mark as significant"), required=False)

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(person_id), name) for person_id, name in people]
        self.fields["about"].choices = choices  # type: ignore[attr-defined]
        self.initial.setdefault("about", [value for value, _name in choices[:1]])

    @property
    def entry(self) -> dict[str, Any]:
        """Return what was told, as `note_entry` takes it."""
        told = self.cleaned_data
        return {
            "words": told["words"],
            "happened": _happened(told["happened"]),
            "person_ids": [UUID(each) for each in told["about"]],
            "nature": Nature(told["nature"]),
            "code": HandlingCode(told["code"]),
            "significant": told["significant"],
        }


def _happened(told: PartialDate | None) -> Happened:
    if told is None or told.day is None:
        return Happened()
    return Happened(_midnight(told.day), None, HappenedPrecision(told.precision.value))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, LONDON)
