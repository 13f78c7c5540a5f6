"""What is asked of a concern by whoever types it: the words first, then what the law needs (A2)."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.reasons import reasons_offered
from openmash.governance.terms import AgreementAnswer, NotSoughtReason
from openmash.intake.forms.words import OneOf, SomeOf, Unjudged, Words
from openmash.intake.rules.typed_contact import ContactTyped
from openmash.intake.terms import AskedFor, InformedAnswer
from openmash.people.fields import DayField

AGREEMENTS = [each for each in AgreementAnswer if each is not AgreementAnswer.NOT_STATED]
ASKED = [each for each in AskedFor if each is not AskedFor.NOT_STATED]
AWARE = [each for each in InformedAnswer if each is not InformedAnswer.NOT_STATED]
UNREAD: Mapping[str, Any] = {"happened_on": None, "received_at": None, "reasons": [], "signs": []}
WHY_NOT = ["not_sought_reason", "agreement_reason"]


class ConcernForm(Unjudged):
    """What every professional form asks about the concern itself."""

    immediate_danger = forms.BooleanField(
        label=_("Somebody is in immediate danger"),
        help_text=_("Ring 999 first. Then tick this and send what you know: no more is needed."),
        required=False,
    )
    narrative = Words(label=_("What happened, or what worries you"), rows=8)
    child_words = Words(label=_("What the child, or the adult, said in their own words"), rows=3)
    happened_on = DayField(
        label=_("The day it happened"),
        help_text=_("Leave it empty if the day is not known, and say in words when it was."),
        required=False,
    )
    place = Words(label=_("Where it happened, or the place or group it is about"))
    reasons = SomeOf((), label=_("What it is about"))
    opinion = Words(label=_("What you make of it"), rows=3)
    done_so_far = Words(label=_("What has been done so far"), rows=3)
    last_seen = Words(label=_("When they were last seen, and by whom"))
    worker_safety = Words(label=_("Anything that could harm a worker who visits"))
    asked_for = OneOf(ASKED, label=_("What are you asking for?"))
    family_aware = OneOf(AWARE, label=_("Does the family, or the adult, know?"))
    agreement = OneOf(
        AGREEMENTS,
        label=_("Do they agree to this being sent?"),
        help_text=_("Keeping somebody safe never waits for agreement. Say what is so."),
    )
    not_sought_reason = OneOf(NotSoughtReason, radios=False, label=_("Because"))
    agreement_reason = Words(label=_("Why, in your own words"), rows=2)

    reveals: Mapping[str, Mapping[str, Sequence[str]]] = {}
    danger = ("immediate_danger",)
    what = ("narrative", "child_words", "reasons")
    more = ("happened_on", "place", "opinion", "done_so_far", "last_seen", "worker_safety")
    law = ("asked_for", "family_aware", "agreement", *WHY_NOT)

    def __init__(self, *args: Any, document: PolicyDocument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.left_out = frozenset(each.value for each in document.form.leave_out)
        offered = [(each.code, each.label) for each in reasons_offered(document)]
        field = cast(forms.ChoiceField, self.fields["reasons"])
        field.choices = lambda: [(code, say(label)) for code, label in offered]

    def clean(self) -> dict[str, Any]:
        """Immediate danger never waits for tidy fields (A1.4); the original keeps what was said."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("immediate_danger"):
            for name in list(self.errors):
                told[name] = UNREAD.get(name, "")
                del self.errors[name]
        return told

    def section(self, *names: str) -> list[forms.BoundField]:
        """Return the questions of a section that this hub asks."""
        return [self[each] for each in names if each not in self.left_out]

    @property
    def what_fields(self) -> list[forms.BoundField]:
        return self.section(*self.what)

    @property
    def more_fields(self) -> list[forms.BoundField]:
        return self.section(*self.more)

    @property
    def law_fields(self) -> list[forms.BoundField]:
        return self.section(*self.law)

    @property
    def typed(self) -> ContactTyped:
        """Return the answers for the rules that judge and read them."""
        told = self.cleaned_data
        return ContactTyped(**_as_told(told), **self._coded())

    def _coded(self) -> dict[str, Any]:
        told = self.cleaned_data
        why = told["not_sought_reason"]
        return {
            "happened_on": told["happened_on"],
            "reasons": tuple(told["reasons"]),
            "asked_for": AskedFor(told["asked_for"] or AskedFor.NOT_STATED),
            "family_aware": InformedAnswer(told["family_aware"] or InformedAnswer.NOT_STATED),
            "agreement": AgreementAnswer(told["agreement"] or AgreementAnswer.NOT_STATED),
            "not_sought_reason": NotSoughtReason(why) if why else None,
            "immediate_danger": told["immediate_danger"],
        }


IN_WORDS = (
    "narrative",
    "child_words",
    "place",
    "opinion",
    "done_so_far",
    "last_seen",
    "worker_safety",
    "agreement_reason",
)


def _as_told(told: Mapping[str, Any]) -> dict[str, Any]:
    return {name: told[name] for name in IN_WORDS}
