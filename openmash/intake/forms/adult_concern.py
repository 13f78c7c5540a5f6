"""What a professional is asked of an adult, and only where it is about one (A2, A15)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.core.working_time import Nation
from openmash.intake.forms.words import OneOf, SomeOf, Unjudged, Words
from openmash.intake.rules.adults import abuse_types_for, law_for_adults
from openmash.intake.rules.characters import storable
from openmash.intake.rules.told import ToldAdultConcern
from openmash.intake.terms import (
    AbuseLocation,
    AbuseType,
    AdultAnswer,
    InformedAnswer,
    WishesAsked,
)

AWARE = [each for each in InformedAnswer if each is not InformedAnswer.NOT_STATED]
ASKED = (("", _("Choose…")), (WishesAsked.YES, _("Yes")), (WishesAsked.NO, _("No, not yet")))
IN_WORDS = (
    "wishes",
    "safe_tonight_words",
    "others_at_risk",
    "care_and_support_needs",
    "capacity_as_told",
)


class AdultConcernForm(Unjudged):
    """Safe tonight first; then the abuse or neglect, and what the adult wants."""

    safe_tonight = OneOf(AdultAnswer, label=_("Is the adult safe tonight?"))
    safe_tonight_words = Words(label=_("What is being done tonight?"), rows=2)
    abuse_types = SomeOf(AbuseType, label=_("Kinds of abuse or neglect"))
    location = OneOf(AbuseLocation, radios=False, label=_("Where it happens, or happened"))
    wishes_asked = forms.ChoiceField(
        label=_("Has the adult been asked what they want?"), choices=ASKED, required=False
    )
    wishes = Words(label=_("What the adult wants to happen, in their own words"), rows=2)
    aware = OneOf(AWARE, label=_("Does the adult know that you are telling us?"))
    others_at_risk = Words(label=_("Who else is at risk, children among them"))
    care_and_support_needs = Words(label=_("The adult's needs for care and support"))
    capacity_as_told = Words(label=_("Whether the adult can decide this for themselves"))

    reveals: Mapping[str, Mapping[str, Sequence[str]]] = {
        "safe_tonight": {AdultAnswer.NO.value: ["safe_tonight_words"]}
    }

    def __init__(self, *args: Any, nations: Collection[Nation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = abuse_types_for(law_for_adults(nations))
        self.fields["abuse_types"].offer(kinds)  # type: ignore[attr-defined]

    @property
    def is_begun(self) -> bool:
        """Say whether anything was answered, so that what is there is shown."""
        return any(self[name].value() for name in self.fields)

    @property
    def told(self) -> ToldAdultConcern | None:
        """Return what was answered, or None where nothing was."""
        said = self.cleaned_data
        if not any(said.values()):
            return None
        words = {name: storable(said[name]) for name in IN_WORDS}
        asked = WishesAsked.YES if said["wishes"] else said["wishes_asked"]
        return ToldAdultConcern(
            abuse_types=tuple(AbuseType(each) for each in said["abuse_types"]),
            location=AbuseLocation(said["location"]) if said["location"] else None,
            wishes_asked=WishesAsked(asked or WishesAsked.NOT_STATED),
            aware=InformedAnswer(said["aware"] or InformedAnswer.NOT_STATED),
            safe_tonight=AdultAnswer(said["safe_tonight"]) if said["safe_tonight"] else None,
            **words,
        )
