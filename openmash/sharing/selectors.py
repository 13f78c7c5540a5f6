"""Reading what was decided about sharing, and what left on the strength of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import QuerySet

from openmash.accounts.terms import Power
from openmash.cases.selectors import case_by_id, case_for, concern_people_of
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.selectors import policy_for
from openmash.people.selectors import PersonShown, people_shown
from openmash.sharing.models import Disclosure, SharingDecision
from openmash.sharing.rules import LawOffered, law_for, may_ask_on

if TYPE_CHECKING:
    from openmash.cases.models import Case


def standing_decision(case_id: UUID) -> SharingDecision | None:
    """Return the decision a case's sharing now rests on: the latest, or None (A14)."""
    return SharingDecision.objects.filter(case_id=case_id).order_by("-decided_at", "-id").first()


def is_complete(decision: SharingDecision) -> bool:
    """Say whether agreement and lawful basis are settled; a Red's one press is not enough."""
    return not decision.to_share or bool(decision.article_6)


def lets_agencies_be_asked(decision: SharingDecision | None, *, never_waits: bool) -> bool:
    """Say whether agencies may be asked on this decision; `never_waits` as the rating is (A7.7)."""
    return decision is not None and may_ask_on(
        to_share=decision.to_share, is_complete=is_complete(decision), never_waits=never_waits
    )


def law_offered(viewer: Viewer, case: "Case", at: datetime) -> LawOffered:
    """Return what the law of the day offers the viewer's own agency for this case (3.2).

    A duty that waits for a hub to switch it on is offered from the day its policy says.
    """
    document = policy_for(viewer, case.hub_id, at).document
    on = at.astimezone(LONDON).date()
    return law_for(viewer.agency_kind_in(case.hub_id), case.tracks, on, document)


def urgent_decision_waiting(case_id: UUID) -> SharingDecision | None:
    """Return the one-press decision whose detail is still to be completed, if there is one."""
    rows = SharingDecision.objects.filter(case_id=case_id, was_urgent=True, completed_by=None)
    return rows.select_related("decided_by").order_by("decided_at").first()


def decisions_of_case(viewer: Viewer, case_id: UUID) -> QuerySet[SharingDecision]:
    """Return every decision about sharing on a case, newest first, for those who work it."""
    case = case_by_id(viewer, case_id)
    if not viewer.may(Power.SEE_CASES, case.hub_id):
        raise NotHere
    return (
        SharingDecision.objects.filter(case=case)
        .select_related("decided_by")
        .order_by("-decided_at", "-id")
    )


def disclosures_of_case(viewer: Viewer, case_id: UUID) -> QuerySet[Disclosure]:
    """Return what left, about whom, to whom and on which decision, newest first (A14.8)."""
    case = case_by_id(viewer, case_id)
    if not viewer.may(Power.SEE_CASES, case.hub_id):
        raise NotHere
    return (
        Disclosure.objects.filter(case=case)
        .select_related("to_agency", "decision")
        .order_by("-disclosed_at", "-id")
    )


@dataclass(frozen=True)
class CaseHead:
    """A case with the people it is about, for the head of a page."""

    case: "Case"
    people: list[PersonShown]


def case_head(viewer: Viewer, reference: str, at: datetime) -> CaseHead:
    """Return a case for one who works on it, with whom it is about; or raise NotHere."""
    case = case_for(viewer, reference)
    if not viewer.may(Power.SEE_CASES, case.hub_id):
        raise NotHere
    about = concern_people_of(case.id)
    shown = people_shown(viewer, about, on=at.date())
    return CaseHead(case, [shown[each] for each in about if each in shown])
