"""A referrer's own page: how far it has come, what they were told, and nothing else (A13.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_about, is_held
from openmash.intake.selectors import latest_screening, questions_open_for, referral_for
from openmash.intake.terms import ContactState
from openmash.pathways.models import Feedback
from openmash.pathways.rules import progress_of
from openmash.pathways.selectors.feedback import names_of, of_concern
from openmash.pathways.terms import FeedbackKind, FeedbackState, Progress

if TYPE_CHECKING:
    from openmash.decisions.models import Decision
    from openmash.intake.models import Clarification, Contact

TOLD = (FeedbackState.SENT.value, FeedbackState.READ.value)


@dataclass(frozen=True)
class Step:
    """One step of the way, and when it was reached."""

    progress: Progress
    at: datetime | None
    is_reached: bool
    is_current: bool


@dataclass(frozen=True)
class ReferralStatus:
    """Everything a referrer is shown of their own referral."""

    contact: "Contact"
    people: tuple[str, ...]
    steps: Sequence[Step]
    messages: Sequence[Feedback]
    questions: Sequence["Clarification"]
    is_set_aside: str

    @property
    def unread(self) -> list[Feedback]:
        return [each for each in self.messages if each.state == FeedbackState.SENT]


def referral_status(viewer: Viewer, reference: str) -> ReferralStatus:
    """Return one's own referral; another's reference and no reference look the same."""
    contact = referral_for(viewer, reference)
    told = Feedback.objects.filter(contact=contact, state__in=TOLD).order_by("sent_at")
    messages = list(told)
    return ReferralStatus(
        contact=contact,
        people=names_of(of_concern([contact.id]).get(contact.id, ())),
        steps=_steps(contact, messages),
        messages=messages,
        questions=questions_open_for([contact.id]).get(contact.id, []),
        is_set_aside=_set_aside(contact),
    )


def _set_aside(contact: "Contact") -> str:
    state = ContactState(contact.state)
    ends = (ContactState.DUPLICATE, ContactState.WITHDRAWN, ContactState.CANCELLED_IN_ERROR)
    return state.label if state in ends else ""


def _decided(contact: "Contact") -> "Decision | None":
    """Return what was decided of it, once nothing about it waits for a second person (A10.3)."""
    decision = decision_about(contact.id)
    return None if decision is None or is_held(decision) else decision


def _steps(contact: "Contact", messages: Sequence[Feedback]) -> list[Step]:
    screening, decision = latest_screening(contact.id), _decided(contact)
    outcome = [each for each in messages if each.kind == FeedbackKind.OUTCOME]
    reached_at = {
        Progress.RECEIVED: contact.received_at,
        Progress.LOOKED_AT: screening.screened_at if screening else None,
        Progress.DECIDED: decision.decided_at if decision else None,
        Progress.TOLD: outcome[0].sent_at if outcome else None,
    }
    current = progress_of(
        is_screened=screening is not None,
        is_decided=decision is not None or contact.state == ContactState.CLOSED_AT_TRIAGE,
        feedback=[FeedbackState(each.state) for each in outcome],
    )
    way = list(Progress)
    return [
        Step(each, reached_at[each], way.index(each) <= way.index(current), each is current)
        for each in way
    ]
