"""The way to a case's time limits, and to those that were late (A6.1, 5.17)."""

from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.cases.models import Case
from openmash.cases.selectors.gate import cases_worked_by
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.rules import ClockTerms, PolicyDocument, clock_terms
from openmash.governance.selectors import clocks_of_cases, unexplained_about
from openmash.governance.terms import ClockKind, Track
from openmash.governance.terms.clocks import BY_HAND
from openmash.intake.selectors import contacts_visible_to

if TYPE_CHECKING:
    from openmash.governance.models import Clock


def clock_of_case(viewer: Viewer, case_id: UUID, clock_id: UUID) -> "Clock":
    """Return one time limit of a case this viewer works on, or raise NotHere."""
    found = clocks_of_cases([case_id], running_only=False).filter(id=clock_id).first()
    if found is None or not _works_on(viewer, found.hub_id, case_id):
        raise NotHere
    return found


def late_about(viewer: Viewer, about_id: UUID) -> "list[Clock]":
    """Return what stopped late and nobody has explained, of a case or of a contact in none.

    Hidden and absent look the same: what is about something this viewer may not see is not here.
    """
    found = list(unexplained_about(about_id).order_by("stopped_at"))
    if not found or not viewer.may(Power.KEEP_RECORD, found[0].hub_id):
        raise NotHere
    if not all(_may_see(viewer, each) for each in found):
        raise NotHere
    return found


def told_by_hand(case: Case, document: PolicyDocument) -> list[tuple[ClockKind, str]]:
    """Return the time limits a person may start on this case, with what this hub calls them."""
    found = ((kind, _terms(case, document, kind)) for kind in ClockKind if kind in BY_HAND)
    return [(kind, terms.label) for kind, terms in found if terms]


def _terms(case: Case, document: PolicyDocument, kind: ClockKind) -> ClockTerms | None:
    return clock_terms(document, kind, track_for(case, document, kind), case.rating)


def track_for(case: Case, document: PolicyDocument, kind: ClockKind) -> Track | None:
    """Return the track of a case that this hub times in a way of its own, if any."""
    tracks = [Track(each) for each in case.tracks]
    return next(
        (each for each in tracks if (terms := clock_terms(document, kind, each)) and terms.track),
        None,
    )


def _may_see(viewer: Viewer, clock: "Clock") -> bool:
    if clock.case_id is not None:
        return _works_on(viewer, clock.hub_id, clock.case_id)
    if clock.about_kind == "contact":
        return contacts_visible_to(viewer).filter(id=clock.about_id).exists()
    return True


def _works_on(viewer: Viewer, hub_id: UUID, case_id: UUID) -> bool:
    return cases_worked_by(viewer, hub_id).filter(id=case_id).exists()
