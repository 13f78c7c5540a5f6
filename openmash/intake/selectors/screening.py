"""What a screener has before them: who it may be about, and what still stands in the way (A5)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.governance.terms import Track
from openmash.intake.models import AdultTest, Contact, Subject
from openmash.intake.rules.screening import ScreeningPicture
from openmash.intake.selectors.gate import gate_says
from openmash.intake.terms import ContactState
from openmash.matching.selectors import SuggestionShown, open_suggestions_for


def suggestions_on(
    viewer: Viewer, subjects: Sequence[Subject], *, at: datetime
) -> dict[UUID, list[SuggestionShown]]:
    """Return who each of these people might be, by person; never another of the same telling."""
    told = {each.person_id for each in subjects}
    found = open_suggestions_for(viewer, told, on=at.date())
    kept = {
        person: [each for each in suggestions if each.known.id not in told]
        for person, suggestions in found.items()
    }
    return {person: each for person, each in kept.items() if each}


def picture_for_screening(
    viewer: Viewer,
    contact: Contact,
    *,
    rating: str,
    gate_reason: str,
    rationale: str,
    tracks: Mapping[UUID, Sequence[Track]],
    at: datetime,
    can_decide_now: bool = False,
) -> ScreeningPicture:
    """Gather what the rule of screening asks about (idiom 3)."""
    document = policy_for(viewer, contact.hub_id, at).document
    everybody = list(Subject.objects.filter(contact=contact))
    of_concern = [each for each in everybody if each.is_concern]
    unanswered = suggestions_on(viewer, everybody, at=at)
    gate = gate_says(viewer, contact, at)
    return ScreeningPicture(
        may_screen=viewer.may(Power.SCREEN, contact.hub_id),
        is_open=ContactState(contact.state).is_open,
        rating_is_urgent=rating in document.gate.never_wait,
        rating_is_known=rating in {each.code for each in document.ratings},
        gate_reason=gate_reason,
        rationale=rationale,
        tracks=tracks,
        subjects_of_concern=len(of_concern),
        suggestions_unanswered=sum(1 for each in of_concern if each.person_id in unanswered),
        adult_tests_missing=_adult_tests_missing(of_concern, tracks),
        can_decide_now=can_decide_now,
        not_taken_on=gate.not_taken_on,
        always_checked=gate.always_checked,
    )


def _adult_tests_missing(
    subjects: Sequence[Subject], tracks: Mapping[UUID, Sequence[Track]]
) -> int:
    adults = [s.id for s in subjects if any(track.is_adult for track in tracks.get(s.id, ()))]
    tested = AdultTest.objects.filter(subject_id__in=adults).values("subject_id").distinct()
    return len(adults) - tested.count() if adults else 0
