"""A screened contact becomes a case, or joins one (A4.2, A5.2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import write_under_reference
from openmash.accounts.terms import Power
from openmash.cases.models import Case, CaseContact, CasePerson, Rating, StatusMove
from openmash.cases.rules import first_status, starts_product_clock
from openmash.cases.selectors import case_by_id, concern_people_of
from openmash.cases.services.agencies import let_viewers_in
from openmash.cases.services.clocks import start_decision_clock, start_product_clock
from openmash.cases.services.footprints import leave_footprint
from openmash.cases.services.roads import ask_to_tell
from openmash.cases.terms import CaseStatus
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.rules.roads import direct_roads
from openmash.governance.selectors import PolicyInForce, policy_for
from openmash.governance.services import put_clocks_on_case
from openmash.intake.selectors import (
    contacts_visible_to,
    latest_screening,
    subjects_of,
    tracks_opened,
)
from openmash.intake.services import move_contact
from openmash.intake.terms import ContactState

if TYPE_CHECKING:
    from openmash.intake.models import Contact, Screening


class CannotOpenCase(Refusal):
    """A case cannot be opened from these contacts."""


@transaction.atomic
def open_case(
    *, by: Viewer, contact_ids: Sequence[UUID], rating: str, concern: str, at: datetime
) -> Case:
    """Open a case from screened contacts: people, tracks, first rating, clocks (A4.2, A5.2).

    Reports of one incident stay separate contacts in one case. A contact about somebody
    restricted makes a restricted case, with the contact's own named list (A8.8).
    """
    contacts = _contacts_to_open(by, contact_ids)
    screenings = [_screening_of(each) for each in contacts]
    hub_id = contacts[0].hub_id
    policy = policy_for(by, hub_id, at)
    named = {each for contact in contacts for each in contact.audience if contact.restricted}
    tracks = _tracks_of(contact_ids)
    case = Case(
        hub_id=hub_id,
        status=_first_status(screenings, policy, rating=rating, tracks=tracks).value,
        tracks=tracks,
        rating=rating,
        concern=concern,
        received_at=min(each.received_at for each in contacts),
        opened_at=at,
        restricted=bool(named),
        audience=sorted(named),
    )
    write_under_reference("K", case, Case.objects.bulk_create)
    for contact in contacts:
        _put_contact_on_case(by, case, contact, at)
    let_viewers_in(case, policy, at)
    ask_to_tell(case, policy, at)
    _note_first_rating(case, screenings[-1], policy)
    _note_first_status(by, case, at)
    _start_clocks(case, policy, at)
    leave_footprint(
        by=by,
        case=case,
        action="case.opened",
        at=at,
        persons=concern_people_of(case.id),
        details={"contacts": [each.reference for each in contacts], "rating": rating},
    )
    return case


@transaction.atomic
def add_contact_to_case(*, by: Viewer, case_id: UUID, contact_id: UUID, at: datetime) -> Case:
    """Put another screened contact on an open case; it stays a contact of its own (A4.2)."""
    case = case_by_id(by, case_id)
    if case.status == CaseStatus.CLOSED:
        raise CannotOpenCase("This case is closed. Open a new one for the new concern.")
    (contact,) = _contacts_to_open(by, [contact_id])
    if contact.hub_id != case.hub_id:
        raise NotHere
    _screening_of(contact)
    _put_contact_on_case(by, case, contact, at)
    _add_tracks(case, contact.id)
    policy = policy_for(by, case.hub_id, at)
    let_viewers_in(case, policy, at)
    ask_to_tell(case, policy, at)
    Case.objects.filter(id=case.id, received_at__gt=contact.received_at).update(
        received_at=contact.received_at
    )
    leave_footprint(
        by=by,
        case=case,
        action="case.contact_added",
        at=at,
        persons=concern_people_of(case.id),
        details={"contact": contact.reference},
    )
    return case


def _contacts_to_open(by: Viewer, contact_ids: Sequence[UUID]) -> list["Contact"]:
    """Return the contacts asked for, all visible, of one hub and not yet in a case."""
    found = list(contacts_visible_to(by).filter(id__in=contact_ids).order_by("received_at"))
    if not found or len(found) != len(set(contact_ids)):
        raise NotHere
    if len({each.hub_id for each in found}) > 1:
        raise CannotOpenCase("These contacts belong to different hubs.")
    if not by.may(Power.SCREEN, found[0].hub_id):
        raise NotHere
    if taken := CaseContact.objects.filter(contact__in=found).select_related("case").first():
        raise CannotOpenCase(f"This contact is already worked in case {taken.case.reference}.")
    return found


def _screening_of(contact: "Contact") -> "Screening":
    screening = latest_screening(contact.id)
    if screening is None:
        raise CannotOpenCase(f"Screen contact {contact.reference} first.")
    return screening


def _put_contact_on_case(by: Viewer, case: Case, contact: "Contact", at: datetime) -> None:
    CaseContact.objects.create(hub_id=case.hub_id, case=case, contact=contact, linked_at=at)
    _add_people(case, contact.id)
    put_clocks_on_case(about_ids=[contact.id], case_id=case.id)
    straight = case.status != CaseStatus.CHECKS
    to = ContactState.STRAIGHT_TO_ALLOCATION if straight else ContactState.CHECKS
    move_contact(by=by, contact_id=contact.id, to=to, at=at)


def _add_people(case: Case, contact_id: UUID) -> None:
    """Put everybody the contact tells about on the case, after those already there."""
    after = CasePerson.objects.filter(case=case).count()
    subjects = subjects_of([contact_id])[contact_id]
    CasePerson.objects.bulk_create(
        [
            CasePerson(
                hub_id=case.hub_id,
                case=case,
                person_id=each.person_id,
                part=each.part,
                is_concern=each.is_concern,
                position=after + place,
            )
            for place, each in enumerate(subjects)
        ],
        ignore_conflicts=True,
    )


def _first_status(
    screenings: Sequence["Screening"],
    policy: PolicyInForce,
    *,
    rating: str,
    tracks: Sequence[str],
) -> CaseStatus:
    """Return where the case begins; some hubs check first even what takes a direct road (A5.2)."""
    roads = direct_roads(policy.document, rating=rating, tracks=tracks)
    checks_first = any(each.checks_first for each in roads)
    return first_status([each.can_decide_now and not checks_first for each in screenings])


def _tracks_of(contact_ids: Sequence[UUID]) -> list[str]:
    return sorted({track.value for _, track in tracks_opened(list(contact_ids))})


def _add_tracks(case: Case, contact_id: UUID) -> None:
    case.tracks = sorted({*case.tracks, *_tracks_of([contact_id])})
    Case.objects.filter(id=case.id).update(tracks=case.tracks)


def _note_first_rating(case: Case, screening: "Screening", policy: PolicyInForce) -> None:
    """Keep the screener's rating as the hub's first, to see later how it went (A5.6)."""
    Rating.objects.create(
        hub_id=case.hub_id,
        case=case,
        is_hub=True,
        rating=case.rating,
        why=screening.rationale,
        policy_id=policy.id,
        rated_at=screening.screened_at,
        rated_by_id=screening.screened_by_id,
    )


def _note_first_status(by: Viewer, case: Case, at: datetime) -> None:
    StatusMove.objects.create(
        hub_id=case.hub_id, case=case, became=case.status, moved_at=at, moved_by_name=by.name
    )


def _start_clocks(case: Case, policy: PolicyInForce, at: datetime) -> None:
    gate = policy.document.gate
    starts = starts_product_clock(
        CaseStatus(case.status),
        rating=case.rating,
        straight=gate.straight_to_allocation,
        checks_run_beside=gate.checks_may_run_beside,
    )
    if starts:
        start_product_clock(case, policy, at)
    start_decision_clock(case, policy, at)
