"""What looks are asked for: by whom, at whom, at which case, on which day."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.audit.selectors import Sought
from openmash.core.references import looks_like_reference, tidy_reference

LONDON = ZoneInfo("Europe/London")


class LooksForm(forms.Form):
    """The filters of the list, kept in its address so that a view of it can be shared."""

    mark_optional = False

    who = forms.ChoiceField(label=_("Who looked"), required=False)
    person = forms.UUIDField(
        label=_("Person’s record number"),
        required=False,
        error_messages={"invalid": _("Copy the number from the address of the person’s page.")},
    )
    reference = forms.CharField(label=_("Reference"), required=False, max_length=20)
    day = forms.DateField(
        label=_("Day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write the day like 2026-11-20.")},
    )

    def __init__(self, *args: Any, names: Iterable[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Anybody")), *((str(each), name) for each, name in names)]
        self.fields["who"] = forms.ChoiceField(
            label=_("Who looked"), required=False, choices=choices
        )

    def clean_reference(self) -> str:
        reference = tidy_reference(self.cleaned_data["reference"])
        if reference and not looks_like_reference(reference):
            raise forms.ValidationError(_("This is not a reference. One looks like K-7K3FQ2-M."))
        return reference

    def sought(self, person_ids: frozenset[UUID]) -> Sought:
        """Return what was asked, with the records that belong to the person asked about."""
        asked = self.cleaned_data
        since, until = _span(asked.get("day"))
        return Sought(
            actor_id=UUID(asked["who"]) if asked.get("who") else None,
            person_ids=person_ids,
            reference=asked.get("reference", ""),
            since=since,
            until=until,
        )


def _span(day: date | None) -> tuple[datetime | None, datetime | None]:
    """Return when a day begins and ends in London."""
    if day is None:
        return None, None
    next_day = day + timedelta(days=1)
    return datetime.combine(day, time.min, LONDON), datetime.combine(next_day, time.min, LONDON)
