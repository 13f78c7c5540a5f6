"""Each agency's view: a row for every agency asked, said or not (A10.1)."""

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.cases.selectors import case_by_id
from openmash.cases.terms import CaseStatus
from openmash.core.viewers import Viewer
from openmash.decisions.models import View
from openmash.decisions.rules import ViewSeen, may_read_views
from openmash.decisions.terms import ViewPosition
from openmash.governance.selectors import policy_for
from openmash.information_requests.selectors import AgencyState, agencies_state

if TYPE_CHECKING:
    from openmash.cases.models import Case


def views_on(viewer: Viewer, case_id: UUID, at: datetime) -> list[ViewSeen]:
    """Return a row for every agency asked or heard on a case, in order of name."""
    case = case_by_id(viewer, case_id)
    asked = agencies_state([case.id], viewer=viewer, at=at).get(case.id, [])
    return views_in(viewer, case, asked, at)


def views_in(
    viewer: Viewer, case: "Case", asked: list[AgencyState], at: datetime
) -> list[ViewSeen]:
    """Return the same for a page that has passed the gate and knows who was asked."""
    rows = View.objects.filter(case=case).select_related("agency").order_by("given_at", "id")
    given: dict[UUID, list[View]] = defaultdict(list)
    for each in rows:
        given[each.agency_id].append(each)
    names = {each.agency_id: each.name for each in asked}
    names |= {views[0].agency_id: views[0].agency.name for views in given.values()}
    own = viewer.agency_in(case.hub_id)
    readable = _may_read(viewer, case, own_is_in=own in given, at=at)
    return [
        _seen(agency_id, name, given[agency_id], is_readable=readable or agency_id == own)
        for agency_id, name in sorted(names.items(), key=lambda pair: pair[1])
    ]


def has_given_view(viewer: Viewer, case: "Case") -> bool:
    """Say whether this viewer's agency has said where it stands."""
    own = viewer.agency_in(case.hub_id)
    return own is not None and View.objects.filter(case=case, agency_id=own).exists()


def _may_read(viewer: Viewer, case: "Case", *, own_is_in: bool, at: datetime) -> bool:
    """Opinions are blind only to those who still have one to give (A10.1a)."""
    gate = policy_for(viewer, case.hub_id, at).document.gate
    return may_read_views(
        own_is_in=own_is_in or not viewer.may(Power.GIVE_VIEW, case.hub_id),
        rating_is_urgent=case.rating in gate.never_wait,
        is_decided=not CaseStatus(case.status).is_before_decision,
    )


def _seen(agency_id: UUID, name: str, views: list[View], *, is_readable: bool) -> ViewSeen:
    if not views or not is_readable:
        return ViewSeen(agency_id, name, is_in=bool(views), is_readable=is_readable)
    latest = views[-1]
    return ViewSeen(
        agency_id=agency_id,
        agency=name,
        is_in=True,
        is_readable=True,
        position=ViewPosition(latest.position).label,
        proposes=latest.proposes,
        words=latest.words,
        given_by=latest.given_by_name,
        given_at=latest.given_at,
        after_decision=latest.decision_id is not None,
        dissent=tuple(each.words for each in views if each.position == ViewPosition.DISAGREE),
    )
