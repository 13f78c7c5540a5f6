"""The bulk path: a hub's lived weeks, copied beside themselves and into their past.

Every row was first made by the public verbs. A copy differs in its ids, its references and its
times only, so what holds of the weeks that were lived holds of each copy; a child is as many years
old as the lived one, whenever the copy is. Sealed values are opened, and sealed again for the row
they now belong to.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.apps import apps
from django.db import connections, transaction

from openmash.accounts.selectors import every_hub, hub_numbered, job_viewer
from openmash.accounts.services import act_as
from openmash.core.refusals import Refusal
from openmash.intake.terms import ContactState
from openmash.simulation.rules.years import Copy, Weeks
from openmash.simulation.services.copying import CopiedTable, execute, fetch
from openmash.simulation.services.renaming import Renamed, fresh_references

NAME = "Bulk path"
COPIED = (  # each after those it points at
    "people.Person",
    "people.PersonName",
    "people.Identifier",
    "people.Address",
    "people.ContactDetail",
    "people.Relationship",
    "people.PersonKey",
    "chronology.Entry",
    "chronology.EntryPerson",
    "chronology.EntrySource",
    "matching.Suggestion",
    "matching.Judgement",
    "intake.Contact",
    "intake.Original",
    "intake.Subject",
    "intake.SubjectTrack",
    "intake.AdultTest",
    "intake.Screening",
    "intake.Clarification",
    "intake.Attachment",
    "cases.Case",
    "cases.CaseContact",
    "cases.CasePerson",
    "cases.CaseAgency",
    "cases.Allocation",
    "cases.StatusMove",
    "cases.Rating",
    "cases.Conversation",
    "sharing.SharingDecision",
    "sharing.Disclosure",
    "information_requests.InformationRequest",
    "information_requests.RequestPerson",
    "information_requests.Return",
    "information_requests.Item",
    "information_requests.FormOfWords",
    "information_requests.CodeMove",
    "information_requests.Spoken",
    "information_requests.Chaser",
    "decisions.Discussion",
    "decisions.Participant",
    "decisions.Decision",
    "decisions.View",
    "decisions.Outcome",
    "decisions.SecondReading",
    "pathways.Handover",
    "pathways.HandoverPerson",
    "pathways.Feedback",
    "governance.Clock",
    "governance.ClockMove",
    "governance.ClockPause",
    "governance.ClockRung",
    "governance.Task",
    "audit.AuditEvent",
    "audit.AuditPerson",
    "audit.StatedReason",
)
# A file is imported once and a draft is somebody's own; policy, people who work here and what this
# sign-in has seen belong to no concern.
LEFT_ALONE = (
    "intake.Draft",
    "intake.ImportBatch",
    "intake.RefusedRow",
    "governance.Policy",
    "governance.PolicyProposal",
    "governance.AnnouncedDay",
    "decisions.DecisionDraft",
)
OF_A_CONCERN = (
    "(subject_id in (select id from lived_id) or id in (select p.event_id from audit_auditperson p"
    " where p.person_id in (select id from lived_id)))"
)
OF_AN_EVENT = "event_id in (select id from lived_id)"
ONLY = {
    "audit.AuditEvent": OF_A_CONCERN,
    "audit.AuditPerson": OF_AN_EVENT,
    "audit.StatedReason": OF_AN_EVENT,
}
OVER = (
    ContactState.CLOSED_AT_TRIAGE,
    ContactState.DUPLICATE,
    ContactState.WITHDRAWN,
    ContactState.CANCELLED_IN_ERROR,
)
COPIES_AT_ONCE = 50


class AlreadyMultiplied(Refusal):
    """A hub's weeks are copied once: a copy is never copied."""


OPEN_CONTACTS = """
insert into lived_open
select c.id from lived_intake_contact c
left join lived_cases_casecontact l on l.contact_id = c.id
left join lived_cases_case k on k.id = l.case_id
where case when k.id is null then not c.state = any(%s) else k.closed_at is null end
"""
REST_OF_THE_FAMILY = (
    "select s.person_id from lived_intake_subject s join lived_open o on o.id = s.contact_id",
    (
        "select p.id from lived_people_person p where p.identity_id in"
        " (select q.identity_id from lived_people_person q join lived_open o on o.id = q.id)"
    ),
    "select s.contact_id from lived_intake_subject s join lived_open o on o.id = s.person_id",
    "select l.case_id from lived_cases_casecontact l join lived_open o on o.id = l.contact_id",
    "select l.contact_id from lived_cases_casecontact l join lived_open o on o.id = l.case_id",
)
THEIR_ENTRIES = (
    "select e.entry_id from lived_chronology_entryperson e join lived_open o on o.id = e.person_id"
)

Told = Callable[[int, int, int], None]  # copies made, of how many, and rows so far


@dataclass(frozen=True)
class Kept:
    """What a hub has lived, kept apart so that it can be copied; good for this connection only."""

    hub_id: UUID
    weeks: Weeks
    tables: Sequence[CopiedTable]
    ids: frozenset[str]
    references: frozenset[str]


@transaction.atomic
def keep_weeks(*, hub_id: UUID, length: timedelta) -> Kept:
    """Remember what a hub has lived in its latest weeks, before any of it is copied."""
    act_as(job_viewer([hub_numbered(hub_id)], name=NAME))
    tables = _tables()
    for each in tables:
        each.keep_lived(hub_id)
    if fetch("select from lived_people_person where substr(id::text, 15, 1) = '8' limit 1"):
        raise AlreadyMultiplied("What this hub has lived was copied before.")
    _leave_open_families(tables)
    [(contacts, over)] = fetch(
        "select count(*), count(*) filter (where is_over) from lived_intake_contact"
    )
    ids = frozenset(str(each) for (each,) in fetch("select id from lived_id"))
    references = _references([each.lived for each in tables if each.has_reference])
    for each in tables:
        each.read(ids | references)
    return Kept(hub_id, Weeks(length, contacts, over), tables, ids, references)


def multiply(kept: Kept, *, copies: Sequence[Copy], told: Told = lambda *_: None) -> dict[str, int]:
    """Add these copies and return how many rows each table has gained.

    Each slice of copies is one transaction; `told` hears how far it is after each.
    """
    taken = _taken_references(kept)
    added: Counter[str] = Counter()
    for first in range(0, len(copies), COPIES_AT_ONCE):
        part = copies[first : first + COPIES_AT_ONCE]
        names = [
            Renamed(each.number, kept.ids, fresh_references(kept.references, taken))
            for each in part
        ]
        added += _copy_slice(kept, part, names)
        told(first + len(part), len(copies), added.total())
    _let_the_planner_know()
    return dict(added)


@transaction.atomic
def _copy_slice(kept: Kept, part: Sequence[Copy], names: Sequence[Renamed]) -> Counter[str]:
    act_as(job_viewer([hub_numbered(kept.hub_id)], name=NAME))
    execute("set constraints all immediate")  # checked table by table, and not kept for the end
    execute("set local jit = off")  # compiling each statement would take longer than running it
    execute("truncate slice")
    for each in part:
        values = [each.number, f"{each.number:04x}", each.back, each.is_whole]
        execute("insert into slice values (%s, %s, %s, %s)", values)
    return Counter({each.name: each.copy(names) for each in kept.tables})


def _tables() -> list[CopiedTable]:
    execute("drop table if exists lived_id, lived_open, slice")
    execute("create temporary table lived_id (id uuid primary key)")
    execute("create temporary table lived_open (id uuid primary key)")
    execute("create temporary table slice (number int, prefix text, back interval, is_whole bool)")
    models = [apps.get_model(each) for each in COPIED]
    return [
        CopiedTable(each, among=models, only=ONLY.get(each._meta.label, "true")) for each in models
    ]


def _leave_open_families(tables: Sequence[CopiedTable]) -> None:
    """Find every family of whom anything is open: it is copied whole, or not at all."""
    execute(OPEN_CONTACTS, [[each.value for each in OVER]])
    while sum(_also_open(each) for each in REST_OF_THE_FAMILY):
        pass
    _also_open(THEIR_ENTRIES)
    for table in tables:
        table.leave_open()


def _also_open(question: str) -> int:
    return execute(f"insert into lived_open {question} on conflict do nothing")


@transaction.atomic
def _taken_references(kept: Kept) -> set[str]:
    """Return the references that are taken, in whichever hub: nobody's may be another's."""
    act_as(job_viewer(every_hub(), name=NAME))
    return set(_references([each.name for each in kept.tables if each.has_reference]))


def _references(tables: Sequence[str]) -> frozenset[str]:
    return frozenset(
        each for table in tables for (each,) in fetch(f"select reference from {table}")
    )


def _let_the_planner_know() -> None:
    """Have the tables counted, as only their owner may; without one, autovacuum soon does it."""
    if "owner" in connections:
        with connections["owner"].cursor() as cursor:
            cursor.execute("analyze")
