"""Who is in a case, which contacts it is made of, and where somebody is already open (A5.13)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from openmash.cases.models import Case, CaseContact, CasePerson
from openmash.cases.selectors.gate import cases_visible_to
from openmash.core.viewers import Viewer
from openmash.people.selectors import identities_of, records_of


@dataclass(frozen=True)
class KnownCase:
    """A case somebody is in or was, and who has it: tell that person first (A5.13)."""

    person_id: UUID
    case_id: UUID
    reference: str
    rating: str
    status: str
    held_by: str
    opened_at: datetime
    closed_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


def people_of(case: Case) -> QuerySet[CasePerson]:
    """Return everybody in the case, those of concern first, in the order told."""
    return CasePerson.objects.filter(case=case).order_by("-is_concern", "position")


def concern_people_of(case_id: UUID) -> list[UUID]:
    """Return the ids of the people this case is about, in the order told."""
    rows = CasePerson.objects.filter(case_id=case_id, is_concern=True).order_by("position")
    return list(rows.values_list("person_id", flat=True))


def concerns_of_cases(case_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    """Return, for each case, the ids of the people it is about, in one query."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = CasePerson.objects.filter(case_id__in=case_ids, is_concern=True)
    for case_id, person_id in rows.order_by("position").values_list("case_id", "person_id"):
        found[case_id].append(person_id)
    return found


def contacts_of(case: Case) -> QuerySet[CaseContact]:
    """Return the contacts worked in the case, oldest first, each with its contact."""
    return (
        CaseContact.objects.filter(case=case)
        .select_related("contact", "contact__referring_agency")
        .order_by("contact__received_at")
    )


def open_cases_of_people(viewer: Viewer, person_ids: Iterable[UUID]) -> list[KnownCase]:
    """Return the open cases these people are in, under any of their records (A5.13)."""
    return [each for each in cases_of_people(viewer, person_ids) if each.is_open]


def cases_of_people(viewer: Viewer, person_ids: Iterable[UUID]) -> list[KnownCase]:
    """Return the cases these people are in or were, open ones first, then the newest (A5.13).

    Only cases this viewer may open: a restricted one does not exist for anybody else.
    """
    identity_of = identities_of(list(person_ids))
    records = records_of(list(set(identity_of.values())))
    asked_by_record = {
        record: person
        for person, identity in identity_of.items()
        for record in records.get(identity, [person])
    }
    rows = CasePerson.objects.filter(
        person_id__in=asked_by_record,
        case__in=cases_visible_to(viewer),
    ).select_related("case", "case__allocated_to")
    found = {(asked_by_record[each.person_id], each.case_id): each for each in rows}
    known = [_known_case(person, each) for (person, _), each in found.items()]
    newest_first = sorted(known, key=lambda each: each.opened_at, reverse=True)
    return sorted(newest_first, key=lambda each: not each.is_open)


def _known_case(person_id: UUID, row: CasePerson) -> KnownCase:
    case = row.case
    return KnownCase(
        person_id=person_id,
        case_id=case.id,
        reference=case.reference,
        rating=case.rating,
        status=case.status,
        held_by=case.allocated_to.name if case.allocated_to else "",
        opened_at=case.opened_at,
        closed_at=case.closed_at,
    )
