"""What an arrival sets going: the clocks, the tasks, the dated story, and who may know of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from openmash.accounts.selectors import hub_numbered, job_viewer
from openmash.accounts.terms import Power
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.governance.selectors import PolicyInForce
from openmash.governance.services import raise_task, start_clock, stop_clock
from openmash.governance.terms import AgreementAnswer, ClockKind, Track
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.tracks import track_due_first
from openmash.people.selectors import names_on_restriction
from openmash.people.services import restrict_people

ARRIVAL_CLOCKS = (ClockKind.RECEIPT, ClockKind.SCREENING, ClockKind.ACKNOWLEDGEMENT)
SILENTLY = "A concern arrived about somebody whose record is restricted."


def start_arrival_clocks(contact: Contact, tracks: Sequence[Track], policy: PolicyInForce) -> None:
    """Start the clocks that run from receipt; of several tracks, the one due first sets T1."""
    track = track_due_first(policy.document, tracks, contact.received_at)
    for kind in ARRIVAL_CLOCKS:
        start_clock(
            policy=policy,
            hub_id=contact.hub_id,
            kind=kind,
            about_kind="contact",
            about_id=contact.id,
            started_at=contact.received_at,
            track=track if kind is ClockKind.RECEIPT else None,
        )


def stop_arrival_clocks(contact_id: UUID, at: datetime) -> None:
    """Stop what runs from receipt, for a contact that will go no further."""
    for kind in ARRIVAL_CLOCKS:
        stop_clock(about_id=contact_id, kind=kind, at=at)


def raise_arrival_tasks(contact: Contact, at: datetime) -> None:
    """Make tasks of what the sender left open: it never keeps a contact out (A2.1, A1.3)."""
    if contact.agreement == AgreementAnswer.NOT_STATED:
        _raise(contact, "agreement_blank", "Ask the sender what was said about agreement.", at)
    if contact.replaces_id:
        words = "The sender changed this notification. Read what is new and screen it again."
        _raise(contact, "contact_changed", words, at)


def write_story(contact: Contact, subjects: Sequence[Subject], at: datetime) -> None:
    """Put the arrival in the dated story of everybody it is about (A9.1)."""
    add_entry(
        hub_id=contact.hub_id,
        kind=EntryKind.CONTACT,
        words=contact.told or "A concern was received.",
        at=at,
        known_at=contact.received_at,
        happened_from=contact.happened_from,
        happened_precision=contact.happened_precision,
        persons={each.person_id: each.part for each in subjects},
        source=("contact", contact.id, contact.reference),
        restricted=contact.restricted,
    )


def keep_to_those_named(
    contact: Contact, subjects: Sequence[Subject], look_the_same: Sequence[UUID], at: datetime
) -> None:
    """Let news of somebody restricted reach only those named for them (trust 1).

    Whoever sent it sees the ordinary path: nothing tells them that the record is restricted.
    """
    named = names_on_restriction(look_the_same)
    if not named:
        return
    contact.restricted, contact.audience = True, sorted(named)
    contact.save(update_fields=["restricted", "audience"])
    restrict_people(
        by=job_viewer([hub_numbered(contact.hub_id)], name="Intake"),
        hub_id=contact.hub_id,
        person_ids=[each.person_id for each in subjects],
        named=named,
        why=SILENTLY,
        at=at,
    )


def _raise(contact: Contact, kind: str, words: str, at: datetime) -> None:
    raise_task(
        hub_id=contact.hub_id,
        kind=kind,
        about_kind="contact",
        about_id=contact.id,
        words=words,
        needs_power=Power.CLARIFY,
        at=at,
    )
