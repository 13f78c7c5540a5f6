"""Where the people of a contact are known already, and who has them: tell them first (A5.13)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.cases.models import Allocation
from openmash.cases.selectors import KnownCase, cases_of_people
from openmash.cases.terms import AllocationKind, CaseStatus
from openmash.core.viewers import Viewer
from openmash.intake.selectors import contact_for, subjects_of, suggestions_on
from openmash.pathways.selectors import handovers_visible_to
from openmash.pathways.terms import HandoverState

if TYPE_CHECKING:
    from openmash.intake.models import Contact
    from openmash.pathways.models import Handover


@dataclass(frozen=True)
class Known:
    """Somebody told about who is in a case; `might_be` is whom they only look like so far."""

    name: str
    might_be: str = ""


@dataclass(frozen=True)
class Taker:
    """A team that a case was handed to, and how far that has come."""

    team: str
    agency: str
    has_accepted: bool
    accepted_by: str
    reference: str


@dataclass(frozen=True)
class KnownHere:
    """One case, whom of the contact it is about, and everybody who has it."""

    case: KnownCase
    status: CaseStatus
    people: Sequence[Known]
    covers: Sequence[str]
    takers: Sequence[Taker]

    @property
    def is_certain(self) -> bool:
        return any(not each.might_be for each in self.people)


@dataclass(frozen=True)
class AlreadyKnown:
    """A contact with every case its people are in, open ones first."""

    contact: "Contact"
    rows: Sequence[KnownHere]
    person_ids: Sequence[UUID]

    @property
    def has_somebody_to_tell(self) -> bool:
        return any(each.case.is_open or each.takers for each in self.rows)


def already_known(viewer: Viewer, reference: str, *, at: datetime) -> AlreadyKnown:
    """Return where the people of a contact are known, those they only look like among them."""
    contact = contact_for(viewer, reference)
    told = subjects_of([contact.id])[contact.id]
    suggested = suggestions_on(viewer, told, at=at)
    names = {each.person_id: Known(each.name_as_told) for each in told}
    likely = {
        one.known.id: Known(names[person].name, might_be=str(one.known.name))
        for person, several in suggested.items()
        for one in several
    }
    found = cases_of_people(viewer, [*names, *likely])
    return AlreadyKnown(contact, _rows(viewer, found, likely | names), [*names, *likely])


def _rows(viewer: Viewer, found: Sequence[KnownCase], people: dict[UUID, Known]) -> list[KnownHere]:
    in_case: dict[UUID, list[Known]] = defaultdict(list)
    for each in found:
        in_case[each.case_id].append(people[each.person_id])
    cases = {each.case_id: each for each in found}
    covers, takers = _covers(cases), _takers(viewer, cases)
    return [
        KnownHere(each, CaseStatus(each.status), in_case[key], covers[key], takers[key])
        for key, each in cases.items()
    ]


def _covers(case_ids: Iterable[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = Allocation.objects.filter(
        case_id__in=list(case_ids), kind=AllocationKind.COVER.value, held_until=None
    )
    for case_id, name in rows.values_list("case_id", "practitioner__name"):
        found[case_id].append(name)
    return found


def _takers(viewer: Viewer, case_ids: Iterable[UUID]) -> dict[UUID, list[Taker]]:
    found: dict[UUID, list[Taker]] = defaultdict(list)
    rows = handovers_visible_to(viewer).filter(
        case_id__in=list(case_ids),
        team__isnull=False,
        state__in=[HandoverState.SENT.value, HandoverState.ACCEPTED.value],
    )
    for each in rows.select_related("team__agency", "answered_by").order_by("sent_at"):
        found[each.case_id].append(_taker(each))
    return found


def _taker(handover: "Handover") -> Taker:
    assert handover.team is not None
    return Taker(
        team=handover.team.name,
        agency=handover.team.agency.name,
        has_accepted=handover.state == HandoverState.ACCEPTED,
        accepted_by=handover.answered_by.name if handover.answered_by else "",
        reference=" ".join(filter(None, (handover.system_name, handover.system_reference))),
    )
