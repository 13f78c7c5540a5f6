"""Whom to ask, about whom, and what (A7.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from openmash.information_requests.forms.choosing import Choices, offer
from openmash.information_requests.selectors import AgencyToAsk, AskOptions
from openmash.people.fields import DayField


@dataclass(frozen=True)
class AgencyRow:
    """One agency of the form: its tick, about whom, and a question of its own."""

    agency: AgencyToAsk
    tick_id: str
    is_chosen: bool
    about: BoundField
    question: BoundField


class AskForm(forms.Form):
    """One question put to several agencies; each may have its own people and its own words."""

    mark_optional = False

    summary = forms.CharField(
        label=_("Why you ask"),
        help_text=_("As few words as the agencies need. Every agency you ask reads this."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    question = forms.CharField(
        label=_("What you ask"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )
    purpose = forms.CharField(label=_("What it is for"), max_length=300, required=False)
    power_relied_on = forms.CharField(
        label=_("Power relied on"),
        max_length=200,
        widget=forms.TextInput(attrs={"list": "powers"}),
        required=False,
    )
    period_from = DayField(label=_("Go back to"), required=False)
    period_until = DayField(label=_("Up to"), required=False)
    agencies = forms.MultipleChoiceField(
        label=_("Agencies"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, options: AskOptions, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = options
        people = [(str(each.id), each.shown.name) for each in options.people]
        offer(self, "agencies", [(str(each.id), each.name) for each in options.agencies])
        self.fields["agencies"].initial = [
            str(each.id) for each in options.agencies if each.by_default
        ]
        for number, _each in enumerate(options.agencies):
            self._add_agency(number, people)

    def _add_agency(self, number: int, people: Choices) -> None:
        self.fields[f"about_{number}"] = forms.MultipleChoiceField(
            label=_("About"),
            choices=people,
            initial=[value for value, _name in people],
            widget=forms.CheckboxSelectMultiple(attrs={"class": "inline"}),
            required=False,
        )
        self.fields[f"question_{number}"] = forms.CharField(
            label=_("A question of its own, in place of yours"),
            widget=forms.Textarea(attrs={"rows": 2}),
            required=False,
        )

    @property
    def rows(self) -> Iterator[AgencyRow]:
        """Yield the agencies as the page lists them, the usual ones first."""
        chosen = {str(each) for each in self["agencies"].value() or []}
        numbered = sorted(enumerate(self.options.agencies), key=lambda pair: not pair[1].by_default)
        for number, agency in numbered:
            yield AgencyRow(
                agency=agency,
                tick_id=f"id_agency_{number}",
                is_chosen=str(agency.id) in chosen,
                about=self[f"about_{number}"],
                question=self[f"question_{number}"],
            )

    @property
    def answers(self) -> dict[str, Any]:
        """Return what `ask_agencies` asks for."""
        names = ("summary", "question", "purpose", "power_relied_on", "period_from", "period_until")
        chosen = {UUID(each) for each in self.cleaned_data["agencies"]}
        return {
            **{name: self.cleaned_data[name] for name in names},
            "agency_ids": [each.id for each in self.options.agencies if each.id in chosen],
            "person_ids": [each.id for each in self.options.people],
            "people_by_agency": self._people_by_agency(),
            "question_by_agency": self._question_by_agency(),
        }

    def _people_by_agency(self) -> dict[UUID, list[UUID]]:
        return {
            agency.id: [UUID(each) for each in self.cleaned_data[f"about_{number}"]]
            for number, agency in enumerate(self.options.agencies)
        }

    def _question_by_agency(self) -> dict[UUID, str]:
        return {
            agency.id: own
            for number, agency in enumerate(self.options.agencies)
            if (own := self.cleaned_data[f"question_{number}"].strip())
        }
