"""Each agency's view: a row for every agency asked, said or not (A10.1)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.cases.selectors import case_by_id
from openmash.core.viewers import Viewer
from openmash.decisions.models import View
from openmash.decisions.rules import may_read_views
from openmash.decisions.selectors.standing import decision_of
from openmash.governance.selectors import policy_for
from openmash.information_requests.selectors import requests_on


@dataclass(frozen=True)
class ViewShown:
    """One agency's row: its latest view, or that it has given none yet.

    `words`, `proposes` and `position` are empty while opinions are blind (A10.1a); `dissent` keeps
    every disagreement the agency ever recorded.
    """

    agency_id: UUID
    agency: str
    is_in: bool
    is_readable: bool
    position: str = ""
    proposes: str = ""
    words: str = ""
    given_by: str = ""
    given_at: datetime | None = None
    after_decision: bool = False
    dissent: tuple[str, ...] = ()


def views_on(viewer: Viewer, case_id: UUID, at: datetime) -> list[ViewShown]:
    """Return a row for every agency asked or heard on a case, in order of name."""
    case = case_by_id(viewer, case_id)
    rows = list(View.objects.filter(case=case).select_related("agency").order_by("given_at", "id"))
    agencies = {each.agency_id: each.agency.name for each in requests_on(viewer, case.id)}
    agencies |= {each.agency_id: each.agency.name for each in rows}
    own = viewer.agency_in(case.hub_id)
    readable = may_read_views(
        own_is_in=not viewer.may(Power.GIVE_VIEW, case.hub_id)
        or any(each.agency_id == own for each in rows),
        rating_is_urgent=case.rating
        in policy_for(viewer, case.hub_id, at).document.gate.never_wait,
        is_decided=decision_of(case.id) is not None,
    )
    return [
        _shown(agency_id, name, [r for r in rows if r.agency_id == agency_id], own, readable)
        for agency_id, name in sorted(agencies.items(), key=lambda pair: pair[1])
    ]


def _shown(
    agency_id: UUID, name: str, views: list[View], own: UUID | None, readable: bool
) -> ViewShown:
    readable = readable or agency_id == own
    if not views or not readable:
        return ViewShown(agency_id, name, is_in=bool(views), is_readable=readable)
    latest = views[-1]
    return ViewShown(
        agency_id=agency_id,
        agency=name,
        is_in=True,
        is_readable=True,
        position=latest.position,
        proposes=latest.proposes,
        words=latest.words,
        given_by=latest.given_by_name,
        given_at=latest.given_at,
        after_decision=latest.decision_id is not None,
        dissent=tuple(each.words for each in views if each.position == "disagree"),
    )
