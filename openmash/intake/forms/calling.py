"""What the hub writes down when it is told by telephone, in person or by letter (A1, A2)."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from openmash.intake.forms.concern import ConcernForm
from openmash.intake.forms.words import OneOf, Words
from openmash.intake.rules.characters import storable
from openmash.intake.rules.told import ToldReferrer
from openmash.intake.terms import Channel, SourceCode
from openmash.people.fields import MomentField

CHANNELS = (
    Channel.PHONE,
    Channel.WALK_IN,
    Channel.EMAIL,
    Channel.LETTER,
    Channel.OUT_OF_HOURS,
    Channel.COURT_REQUEST,
    Channel.OTHER_HUB,
)


class CallForm(ConcernForm):
    """A concern and who told it; anybody who is not a professional has their name sealed (A2)."""

    source = OneOf(
        SourceCode,
        radios=False,
        label=_("Who is telling us"),
        help_text=_("The name of a relative, a neighbour or a stranger is sealed."),
    )
    referrer_name = Words(label=_("Their name"))
    referrer_contact = Words(label=_("Telephone or email to answer to"))
    referrer_role = Words(label=_("Their job, or how they know the family"))
    referrer_organisation = Words(label=_("Their organisation"))
    channel = OneOf(CHANNELS, radios=False, label=_("How it reached us"))
    received_at = MomentField(
        label=_("When it reached us"),
        help_text=_("Leave it empty if that is now. The clocks run from then."),
        required=False,
    )
    referrer = ("source", "referrer_name", "referrer_contact")
    arrival = ("referrer_role", "referrer_organisation", "channel", "received_at")

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now
        self.fields["asked_for"].label = _("What are they asking for?")
        self.fields["opinion"].label = _("What they make of it")

    @property
    def referrer_fields(self) -> list[forms.BoundField]:
        return self.section(*self.referrer)

    @property
    def arrival_fields(self) -> list[forms.BoundField]:
        return self.section(*self.arrival)

    def clean_received_at(self) -> datetime | None:
        said: datetime | None = self.cleaned_data["received_at"]
        if said and said > self.now:
            raise ValidationError(_("That time has not come yet. Give when it reached us."))
        return said

    @property
    def reached_us_at(self) -> datetime:
        said: datetime | None = self.cleaned_data["received_at"]
        return said or self.now

    @property
    def came_by(self) -> Channel:
        return Channel(self.cleaned_data["channel"] or Channel.PHONE)

    @property
    def told_by(self) -> ToldReferrer:
        told = {name: storable(str(value)) for name, value in self.cleaned_data.items()}
        source = SourceCode(told["source"] or SourceCode.UNKNOWN)
        contact = told["referrer_contact"].strip()
        return ToldReferrer(
            name=told["referrer_name"],
            role=told["referrer_role"],
            organisation=told["referrer_organisation"],
            email=contact if "@" in contact else "",
            phone="" if "@" in contact else contact,
            is_professional=source.is_professional,
            source_code=source,
        )
