"""The wall board: for a room anybody may walk into, so that it names nobody (A6.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmash.accounts.terms import Power
from openmash.cases.models import Case
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.information_requests.selectors import AgencyState, agencies_state
from openmash.insight.selectors.open_work import OpenWork
from openmash.insight.terms import Order
from openmash.intake.models import Contact
from openmash.intake.selectors import OPEN_STATES

LINES = 24


@dataclass(frozen=True)
class WallLine:
    """Reference, rating, agency ticks and time left: nothing else is on a wall."""

    reference: str
    rating: str
    agencies: tuple[AgencyState, ...]
    due_at: datetime | None


@dataclass(frozen=True)
class Wall:
    """What the wall shows, and how many more there are."""

    lines: Sequence[WallLine]
    cases: int
    contacts: int

    @property
    def more(self) -> int:
        return self.cases + self.contacts - len(self.lines)


def wall(viewer: Viewer, hub_id: UUID, *, at: datetime) -> Wall:
    """Return the most urgent open work of a hub without a name in it; four queries.

    A restricted case is on nobody's wall. An answer is an answer here: what it holds is not for
    a wall, so the marks are those of somebody who may read none of them (A8.4).
    """
    if not viewer.may(Power.SEE_WALLBOARD, hub_id):
        raise NotHere
    document = policy_for(viewer, hub_id, at).document
    work = OpenWork(_cases(hub_id), _contacts(hub_id), document, Order.URGENCY)
    cases, contacts = work.counts
    return Wall(_lines(work, at), cases, contacts)


def _cases(hub_id: UUID) -> QuerySet[Case]:
    return Case.objects.filter(hub_id=hub_id, closed_at=None, restricted=False)


def _contacts(hub_id: UUID) -> QuerySet[Contact]:
    return Contact.objects.filter(
        hub_id=hub_id,
        state__in=OPEN_STATES,
        replaced_by=None,
        case_link=None,
        restricted=False,
    )


def _lines(work: OpenWork, at: datetime) -> list[WallLine]:
    keys = work[0:LINES]
    case_ids = [each.id for each in keys if each.is_case]
    cases = {
        each: (reference, rating)
        for each, reference, rating in Case.objects.filter(id__in=case_ids).values_list(
            "id", "reference", "rating"
        )
    }
    contacts = dict(
        Contact.objects.filter(id__in=[k.id for k in keys if not k.is_case]).values_list(
            "id", "reference"
        )
    )
    states = agencies_state(case_ids, at=at)
    lines = []
    for key in keys:
        reference, rating = cases.get(key.id) or (contacts[key.id], "")
        agencies = tuple(states.get(key.id, ()))
        lines.append(WallLine(reference, rating, agencies, key.due_at))
    return lines
