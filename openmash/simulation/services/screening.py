"""A fictional concern is read first, as the hub's own gate says (A5.2)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.core.viewers import Viewer
from openmash.governance.rules import PolicyDocument
from openmash.governance.terms import Track
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.selectors import contacts_visible_to, gate_says, subjects_of
from openmash.intake.services import screen_contact
from openmash.intake.services.adults import record_adult_test
from openmash.intake.terms import AdultAnswer, WishesAsked
from openmash.simulation.rules.stories import Story

if TYPE_CHECKING:
    from openmash.simulation.services.living import Hub, Lived


def concern_of(story: Story) -> str:
    """Return in a few words what a story is about."""
    if story.reasons:
        return "; ".join(each.label for each in story.reasons)
    return "; ".join(Track(each).label for each in story.tracks)


def screen(hub: "Hub", by: Viewer, lived: "Lived", contact_id: UUID, at: datetime) -> bool:
    """Read it first, as the hub's gate says, and say whether agencies may be asked."""
    story = lived.story
    concerns = [s for s in subjects_of([contact_id])[contact_id] if s.is_concern]
    for subject in concerns if story.is_adult else ():
        record_adult_test(by=by, subject_id=subject.id, answers=_answers(story), at=at)
    gate = gate_says(by, contacts_visible_to(by).get(id=contact_id), at)
    may_ask = _asks_anybody(hub.founded.document) and not gate.not_taken_on
    asks = may_ask and bool(story.returns or gate.always_checked)
    screen_contact(
        by=by,
        contact_id=contact_id,
        rating=story.rating,
        can_decide_now=not asks,
        gate_reason=gate.words or _gate_reason(asks=asks),
        rationale=f"{concern_of(story)}: what was told fits this level of the threshold document.",
        tracks={each.id: list(story.tracks) for each in concerns},
        at=at,
    )
    return may_ask


def _asks_anybody(document: PolicyDocument) -> bool:
    """Say whether agencies are asked here at all: a door of one agency asks none."""
    return any(each.ask_by_default for each in document.agencies)


def _gate_reason(*, asks: bool) -> str:
    if asks:
        return "What partners hold could change the level of need."
    return "What was told and what is known is enough."


def _answers(story: Story) -> AdultAnswers:
    return AdultAnswers(
        has_needs=AdultAnswer.YES,
        is_at_risk=AdultAnswer.YES,
        cannot_protect=AdultAnswer.NOT_KNOWN,
        was_asked=WishesAsked.YES if story.adult_wants else WishesAsked.NO,
        safe_tonight=AdultAnswer.YES,
        reasons="From what was told and what is known.",
        not_asked_because="" if story.adult_wants else "The other person was always present.",
        wants=story.adult_wants,
        safe_tonight_words="Staff, or family, are with them.",
    )
