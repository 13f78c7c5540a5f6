"""A referrer is told; or it is recorded why they cannot be; or they have read it (A13)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.core.facts import tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import sender_words
from openmash.decisions.terms import NotPossibleReason
from openmash.governance.services import stop_clock
from openmash.governance.terms import ClockKind
from openmash.intake.selectors import referrals_of, subjects_of
from openmash.pathways.facts import FeedbackSent
from openmash.pathways.models import Feedback
from openmash.pathways.rules import obstacles_to_sending
from openmash.pathways.selectors import feedback_visible_to, still_stands
from openmash.pathways.services.footprints import of_feedback
from openmash.pathways.services.hub import move_on
from openmash.pathways.terms import FeedbackKind, FeedbackState
from openmash.sharing.selectors import standing_decision
from openmash.sharing.services import record_disclosure
from openmash.sharing.terms import DisclosureKind


class CannotAnswerReferrer(Refusal):
    """This answer cannot be sent, or set aside, as it stands."""


@transaction.atomic
def send_feedback(*, by: Viewer, feedback_id: UUID, words: str, at: datetime) -> Feedback:
    """Send the answer: its words are fixed, the clock stops, the disclosure is on the register."""
    feedback = _open_to(by, feedback_id)
    _check(by, feedback, words)
    _close(feedback, at, state=FeedbackState.SENT, words=words.strip(), sent_at=at, by=by)
    _disclose(by, feedback, at)
    of_feedback(by, feedback, "feedback.sent", at)
    _go_on(by, feedback, at)
    tell(FeedbackSent(feedback.id, feedback.hub_id))
    return feedback


@transaction.atomic
def feedback_not_possible(
    *, by: Viewer, feedback_id: UUID, reason: NotPossibleReason, at: datetime, words: str = ""
) -> Feedback:
    """Record why this referrer cannot be told (A13.2)."""
    feedback = _open_to(by, feedback_id)
    why = ". ".join(filter(None, [reason.label, words.strip()]))
    _check(by, feedback, why)
    _close(feedback, at, state=FeedbackState.NOT_POSSIBLE, not_sent_because=why[:300])
    of_feedback(by, feedback, "feedback.not_possible", at, reason=why)
    _go_on(by, feedback, at)
    return feedback


@transaction.atomic
def mark_read(*, by: Viewer, contact_id: UUID, at: datetime) -> int:
    """Note that the referrer has opened what they were sent; the first time stands."""
    if not referrals_of(by).filter(id=contact_id).exists():
        raise NotHere
    sent = Feedback.objects.filter(contact_id=contact_id, state=FeedbackState.SENT.value)
    rows = list(sent.select_related("contact", "decision"))
    sent.update(state=FeedbackState.READ.value, read_at=at)
    for each in rows:
        each.state = FeedbackState.READ.value
        of_feedback(by, each, "feedback.read", at)
    return len(rows)


def _open_to(by: Viewer, feedback_id: UUID) -> Feedback:
    found = (
        feedback_visible_to(by)
        .filter(id=feedback_id, kind=FeedbackKind.OUTCOME.value)
        .select_related(
            "contact", "contact__referring_agency", "decision", "decision__case", "decision__hub"
        )
        .first()
    )
    if found is None:
        raise NotHere
    return found


def _check(by: Viewer, feedback: Feedback, words: str) -> None:
    found = obstacles_to_sending(
        may_send=by.may(Power.SEND_FEEDBACK, feedback.hub_id),
        is_due=feedback.state == FeedbackState.DUE,
        still_stands=still_stands(feedback),
        words=words,
    )
    if found:
        raise CannotAnswerReferrer(*found)


def _close(
    feedback: Feedback,
    at: datetime,
    *,
    state: FeedbackState,
    words: str = "",
    sent_at: datetime | None = None,
    by: Viewer | None = None,
    not_sent_because: str = "",
) -> None:
    """Change it if it is still due; two who send at once send once (idiom 4)."""
    still = Feedback.objects.filter(id=feedback.id, state=FeedbackState.DUE.value)
    feedback.state, feedback.words, feedback.sent_at = state.value, words, sent_at
    feedback.sent_by_name = by.name if by else ""
    feedback.not_sent_because = not_sent_because
    if not still.update(
        state=feedback.state,
        words=feedback.words,
        sent_at=feedback.sent_at,
        sent_by_name=feedback.sent_by_name,
        not_sent_because=feedback.not_sent_because,
    ):
        raise RecordHasMoved
    stop_clock(about_id=feedback.id, kind=ClockKind.FEEDBACK, at=at)


def _disclose(by: Viewer, feedback: Feedback, at: datetime) -> None:
    if feedback.decision is None:
        return
    contact = feedback.contact
    standing = standing_decision(feedback.decision.case_id)
    record_disclosure(
        by=by,
        case_id=feedback.decision.case_id,
        decision_id=standing.id if standing else None,
        kind=DisclosureKind.FEEDBACK,
        about_id=feedback.id,
        to_agency_id=contact.referring_agency_id,
        to_words=sender_words(contact)[:200],
        what=feedback.words,
        persons=[each.person_id for each in subjects_of([contact.id])[contact.id]],
        at=at,
    )


def _go_on(by: Viewer, feedback: Feedback, at: datetime) -> None:
    if feedback.decision is not None:
        move_on(feedback.decision.case, hub=feedback.decision.hub, by=by, at=at)
