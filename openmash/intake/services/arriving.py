"""What an arrival sets going: the clocks, the tasks, the dated story, and who may know of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from openmash.accounts.selectors import hub_numbered, job_viewer
from openmash.accounts.terms import Power
from openmash.chronology.services import NewEntry, add_entries
from openmash.chronology.terms import EntryKind
from openmash.governance.selectors import PolicyInForce
from openmash.governance.services import (
    ClockStart,
    TaskRaised,
    cancel_clock,
    raise_tasks,
    start_clocks,
)
from openmash.governance.terms import AgreementAnswer, ClockKind, Track
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.tracks import track_due_first
from openmash.intake.services.adults import MAKE_SAFE, SAFE_TONIGHT
from openmash.intake.terms import AdultAnswer, Part
from openmash.people.selectors import names_on_restriction
from openmash.people.services import restrict_people

ARRIVAL_CLOCKS = (ClockKind.RECEIPT, ClockKind.SCREENING, ClockKind.ACKNOWLEDGEMENT)
UNSAFE = frozenset({AdultAnswer.NO.value, AdultAnswer.NOT_KNOWN.value})
SILENTLY = "A concern arrived about somebody whose record is restricted."


@dataclass(frozen=True)
class Arrival:
    """One contact just written, with whom it tells about and the tracks it suggests."""

    contact: Contact
    subjects: Sequence[Subject]
    tracks: Sequence[Track]


def start_arrival_clocks(hub_id: UUID, arrivals: Iterable[Arrival], policy: PolicyInForce) -> None:
    """Start the clocks that run from receipt; of several tracks, the one due first sets T1."""
    starts = [clock for each in arrivals for clock in _clocks_of(each, policy)]
    start_clocks(policy=policy, hub_id=hub_id, starts=starts)


def _clocks_of(arrival: Arrival, policy: PolicyInForce) -> Iterator[ClockStart]:
    contact = arrival.contact
    track = track_due_first(policy.document, arrival.tracks, contact.received_at)
    for kind in ARRIVAL_CLOCKS:
        yield ClockStart(
            kind=kind,
            about_kind="contact",
            about_id=contact.id,
            started_at=contact.received_at,
            track=track if kind is ClockKind.RECEIPT else None,
        )


def stop_arrival_clocks(contact_id: UUID, at: datetime) -> None:
    """Stop what runs from receipt, for a contact that will go no further."""
    for kind in ARRIVAL_CLOCKS:
        cancel_clock(about_id=contact_id, kind=kind, at=at)


def raise_arrival_tasks(hub_id: UUID, arrivals: Iterable[Arrival], at: datetime) -> None:
    """Make tasks of what the sender left open: it never keeps a contact out (A2.1, A1.3)."""
    tasks = [
        task
        for each in arrivals
        for task in (*_tasks_of(each.contact), *_tasks_of_adults(each, at))
    ]
    raise_tasks(hub_id=hub_id, tasks=tasks, at=at)


def _tasks_of(contact: Contact) -> Iterator[TaskRaised]:
    if contact.agreement == AgreementAnswer.NOT_STATED:
        words = "Ask the sender what was said about agreement."
        yield TaskRaised("agreement_blank", "contact", contact.id, words, Power.CLARIFY)
    if contact.replaces_id:
        words = "The sender changed this notification. Read what is new and screen it again."
        yield TaskRaised("contact_changed", "contact", contact.id, words, Power.CLARIFY)


def _tasks_of_adults(arrival: Arrival, at: datetime) -> Iterator[TaskRaised]:
    """Whoever is told of as not safe tonight, or perhaps not, is a task at once (A15)."""
    if arrival.contact.adult.get("safe_tonight") not in UNSAFE:
        return
    for each in arrival.subjects:
        if each.part == Part.ADULT_OF_CONCERN:
            yield TaskRaised(SAFE_TONIGHT, "subject", each.id, MAKE_SAFE, Power.SCREEN, due=at)


def write_story(hub_id: UUID, arrivals: Iterable[Arrival], at: datetime) -> None:
    """Put each arrival in the dated story of everybody it is about (A9.1)."""
    add_entries(hub_id=hub_id, entries=[_entry(each) for each in arrivals], at=at)


def _entry(arrival: Arrival) -> NewEntry:
    contact = arrival.contact
    return NewEntry(
        kind=EntryKind.CONTACT,
        words=contact.told or "A concern was received.",
        known_at=contact.received_at,
        happened_from=contact.happened_from,
        happened_precision=contact.happened_precision,
        persons={each.person_id: each.part for each in arrival.subjects},
        source=("contact", contact.id, contact.reference),
        restricted=contact.restricted,
    )


def keep_to_those_named(
    arrivals: Sequence[Arrival], look_the_same: Mapping[UUID, Sequence[UUID]], at: datetime
) -> None:
    """Let news of somebody restricted reach only those named for them (trust 1).

    `look_the_same` says whom each person told about looks the same as. Whoever sent it sees the
    ordinary path: nothing tells them that a record is restricted.
    """
    everybody = {each for found in look_the_same.values() for each in found}
    if not names_on_restriction(everybody):
        return
    for arrival in arrivals:
        theirs = [k for s in arrival.subjects for k in look_the_same.get(s.person_id, ())]
        if named := names_on_restriction(theirs):
            _restrict(arrival, sorted(named), at)


def _restrict(arrival: Arrival, named: list[UUID], at: datetime) -> None:
    contact = arrival.contact
    contact.restricted, contact.audience = True, named
    contact.save(update_fields=["restricted", "audience"])
    restrict_people(
        by=job_viewer([hub_numbered(contact.hub_id)], name="Intake"),
        hub_id=contact.hub_id,
        person_ids=[each.person_id for each in arrival.subjects],
        named=named,
        why=SILENTLY,
        at=at,
    )
