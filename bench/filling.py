"""Filling a data set: the lived weeks multiplied, and the hard places put in beside them."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from bench.data_sets import PRESET, Size
from openmash.accounts.selectors import (
    agencies_of,
    hub_named,
    job_viewer,
    practitioner_called,
    viewer_of,
)
from openmash.accounts.services import (
    act_as,
    acting_as,
    enrol_practitioner,
    give_membership,
    know_practitioner,
)
from openmash.accounts.terms import Role
from openmash.cases.selectors import case_by_id, cases_visible_to
from openmash.cases.services import close_case
from openmash.cases.terms import CaseStatus
from openmash.chronology.services import NewEntry, add_entries
from openmash.chronology.terms import EntryKind, HappenedPrecision
from openmash.core.handling import HandlingCode, Nature
from openmash.core.viewers import Viewer
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import ask_options, requests_on
from openmash.information_requests.services import ask_agencies, respond
from openmash.information_requests.terms import USUAL_QUESTION, Answer
from openmash.intake.selectors import OPEN_STATES, contacts_visible_to
from openmash.people.rules import NameFact, PersonFacts
from openmash.people.services import add_person
from openmash.sharing.terms import PROTECT, powers_for
from openmash.simulation.rules.years import copies_for
from openmash.simulation.services import keep_weeks, multiply

if TYPE_CHECKING:
    from openmash.accounts.models import Agency
    from openmash.cases.models import Case

WEEKS = timedelta(weeks=3)
AGENCIES_ON_ONE_CASE = 12
ENTRIES_AT_ONCE = 1_000
HELD = "Known to the service; seen with the family {months} months ago, and no concern recorded."
CODES = (HandlingCode.H0, HandlingCode.H1, HandlingCode.H2, HandlingCode.H2, HandlingCode.H3)


def fill(size: Size) -> None:
    """Make a hub of this size out of the weeks that were lived."""
    hub = hub_named(PRESET)
    job = job_viewer([hub], name="Benchmark")
    with transaction.atomic():
        priya = _viewer("priya")
    with acting_as(priya):
        _close_what_is_decided(priya)
        still_open = _still_open(priya)
    _multiply(hub.id, size, still_open)
    with acting_as(priya):
        case = _case_to_crowd(priya)
    _ask_everybody(priya, case.id, hub.id)
    _everybody_answers(job, hub.id, case.id)
    for entries in size.long_stories:
        with acting_as(job):
            _tell_a_long_story(job, hub.id, entries)


def _viewer(username: str) -> Viewer:
    found = practitioner_called(username)
    if found is None:
        raise LookupError(f"Nobody signs in as {username}.")
    know_practitioner(found.id)
    return viewer_of(found, on=timezone.localdate())


def _close_what_is_decided(by: Viewer) -> None:
    for case in cases_visible_to(by).filter(status=CaseStatus.DECIDED):
        close_case(by=by, case_id=case.id, at=timezone.now())


def _still_open(by: Viewer) -> int:
    """Count the rows the hub's board has: open cases, and contacts nobody has screened."""
    cases = cases_visible_to(by).filter(closed_at=None).count()
    return cases + contacts_visible_to(by).filter(state__in=OPEN_STATES).count()


def _multiply(hub_id: UUID, size: Size, still_open: int) -> None:
    kept = keep_weeks(hub_id=hub_id, length=WEEKS)
    whole = math.ceil(size.open_work / still_open) - 1
    copies = copies_for(kept.weeks, contacts=size.contacts, whole=whole)
    multiply(kept, copies=copies, told=_tell_progress)


def _tell_progress(made: int, of: int, rows: int) -> None:
    print(f"  copies {made} of {of} … {rows / 1_000_000:.1f} M rows", flush=True)


def _case_to_crowd(by: Viewer) -> "Case":
    """Return the case in which most people have something decided about sharing."""
    undecided = cases_visible_to(by).filter(status=CaseStatus.CHECKS)
    return (
        undecided.filter(sharing_decisions__to_share=True)
        .annotate(humans=Count("people", distinct=True))
        .order_by("-humans", "opened_at")[0]
    )


def _ask_everybody(by: Viewer, case_id: UUID, hub_id: UUID) -> None:
    """Ask every agency of the hub that has not been asked about this case yet."""
    at = timezone.now()
    with acting_as(by):
        asked = {each.agency_id for each in requests_on(by, case_id)}
        agencies = list(agencies_of(hub_id, on=at.date()))[:AGENCIES_ON_ONE_CASE]
        case = case_by_id(by, case_id)
        options = ask_options(by, case, at)
        ask_agencies(
            by=by,
            case_id=case_id,
            agency_ids=[each.id for each in agencies if each.id not in asked],
            person_ids=[each.id for each in options.people],
            summary="What was told, in short.",
            purpose=PROTECT,
            power_relied_on=powers_for(case.tracks)[0],
            question=USUAL_QUESTION,
            at=at,
        )


def _everybody_answers(job: Viewer, hub_id: UUID, case_id: UUID) -> None:
    at = timezone.now()
    with acting_as(job):
        waiting = [each for each in requests_on(job, case_id) if each.answered_at is None]
        people = {each.id: [p.id for p in each.people.all()] for each in waiting}
        answerers = {each.id: _answerer(job, hub_id, each.agency, at) for each in waiting}
    for request_id, asked_about in people.items():
        by = answerers[request_id]
        with acting_as(by):
            for each in asked_about:
                respond(
                    by=by,
                    request_id=request_id,
                    asked_about_id=each,
                    answer=Answer.KNOWN,
                    items=[_item(number) for number in range(3)],
                    at=at,
                )


def _answerer(job: Viewer, hub_id: UUID, agency: "Agency", at: datetime) -> Viewer:
    """Enrol somebody who answers for an agency: not every one has somebody of the cast."""
    username = f"answers-{agency.kind.replace('_', '-')}"
    enrolled = enrol_practitioner(
        by=job,
        username=username,
        name=f"{agency.name} researcher"[:120],
        email=f"{username}@agencies.example",
        job_title="Researcher",
        mfa_required=False,
        at=at,
    )
    give_membership(
        by=job,
        practitioner_id=enrolled.id,
        hub_id=hub_id,
        agency_id=agency.id,
        roles=[Role.RESEARCHER],
        at=at,
    )
    viewer = _viewer(username)
    act_as(job)
    return viewer


def _item(number: int) -> ItemGiven:
    return ItemGiven(
        words=HELD.format(months=number + 2), nature=Nature.FACT, code=CODES[number % len(CODES)]
    )


def _tell_a_long_story(job: Viewer, hub_id: UUID, entries: int) -> None:
    """Write down somebody of whom so much has been told, over years, by several agencies."""
    at, chance = timezone.now(), Random(entries)  # noqa: S311 - fiction, not secrets
    person = add_person(
        by=job,
        hub_id=hub_id,
        facts=PersonFacts(names=(NameFact(given="Wren", family=f"Storey-{entries}"),)),
        at=at,
    )
    agencies = [each.id for each in agencies_of(hub_id, on=at.date())]
    for first in range(0, entries, ENTRIES_AT_ONCE):
        some = range(first, min(first + ENTRIES_AT_ONCE, entries))
        told = [_entry(person.id, each, agencies, chance, at) for each in some]
        add_entries(hub_id=hub_id, entries=told, at=at)


def _entry(
    person_id: UUID, number: int, agencies: Sequence[UUID], chance: Random, at: datetime
) -> NewEntry:
    happened = at - timedelta(hours=chance.randint(1, 9 * 365 * 24))
    return NewEntry(
        kind=EntryKind.RETURN_ITEM,
        words=f"{HELD.format(months=number % 12 + 1)} ({number})",
        known_at=happened + timedelta(days=2),
        persons={person_id: "child_of_concern"},
        source=("benchmark", person_id, "Benchmark"),
        happened_from=happened,
        happened_precision=HappenedPrecision.DAY,
        supplied_by_id=chance.choice(agencies),
        code=chance.choice(CODES),
    )
