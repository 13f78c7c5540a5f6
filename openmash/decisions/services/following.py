"""What follows a decision in the rooms before this one: referrals, clocks, tasks, the story."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.decisions.models import Decision, Outcome
from openmash.decisions.rules import Obstacle, childs_track
from openmash.decisions.selectors import CaseRead, PeopleRead
from openmash.decisions.terms import STRATEGY_TASK, Matter
from openmash.governance.rules import outcome_named
from openmash.governance.services import raise_task, start_clock, stop_clock
from openmash.governance.terms import ClockKind, StartEvent
from openmash.intake.services import close_contacts_at_triage, mark_referrals

if TYPE_CHECKING:
    from openmash.cases.models import Case

ANSWERED_BY_DECIDING = (ClockKind.RECEIPT, ClockKind.CHILD_WAL, ClockKind.S126)
HAVE_THEIR_OWN_TASK = frozenset({Matter.MUST_SPEAK})  # the request room raised one for each item


def mark_as_referrals(read: CaseRead, outcomes: Sequence[Outcome]) -> None:
    """Note that these people's contacts are referrals now, under whichever record (A4.1, A4.4)."""
    decided_on = {
        read.record_decided_on[each.person_id] for each in outcomes if each.becomes_referral
    }
    mark_referrals(
        contact_ids=read.contact_ids,
        person_ids=[
            record
            for each in read.people
            if each.person_id in decided_on
            for record in each.records
        ],
        at=read.at,
    )


def close_at_triage(read: PeopleRead, outcomes: Sequence[Outcome]) -> None:
    """Close the contacts of a case decided without checks that nobody is to take over (2.3)."""
    document = read.policy.document
    if not any(outcome_named(document, each.outcome).needs_handover_to for each in outcomes):
        close_contacts_at_triage(by=read.viewer, contact_ids=read.contact_ids, at=read.at)


def turn_clocks(read: CaseRead, outcomes: Sequence[Outcome]) -> None:
    """Stop what the decision answers; reasonable cause starts the strategy clock (T6)."""
    for kind in (ClockKind.PRODUCT, ClockKind.DECISION):
        stop_clock(about_id=read.case.id, kind=kind, at=read.at)
    for contact_id in read.contact_ids:
        for kind in ANSWERED_BY_DECIDING:
            stop_clock(about_id=contact_id, kind=kind, at=read.at)
    terms = [outcome_named(read.policy.document, each.outcome) for each in outcomes]
    if read.discussion is None and any(each.needs_strategy_discussion for each in terms):
        _call_for_strategy_discussion(read)
    if any(each.becomes_referral for each in outcomes):
        _time_the_assessment(read)


def _time_the_assessment(read: CaseRead) -> None:
    """Start the assessment's clock, where a hub keeps one; a person says when it is done (T9)."""
    start_clock(
        policy=read.policy,
        hub_id=read.case.hub_id,
        kind=ClockKind.ASSESSMENT,
        about_kind="case",
        about_id=read.case.id,
        case_id=read.case.id,
        track=childs_track(read.case.tracks, read.policy.document.tracks),
        started_at=read.at,
        since={StartEvent.RECEIPT: read.case.received_at},
    )


def _call_for_strategy_discussion(read: CaseRead) -> None:
    case = read.case
    clock = start_clock(
        policy=read.policy,
        hub_id=case.hub_id,
        kind=ClockKind.STRATEGY_DISCUSSION,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        track=childs_track(case.tracks, read.policy.document.tracks),
        started_at=read.at,
        since={StartEvent.RECEIPT: case.received_at},
    )
    raise_task(
        hub_id=case.hub_id,
        kind=STRATEGY_TASK,
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        words="Hold the strategy discussion and put it on record: the case cannot close before.",
        needs_power=Power.HOLD_DISCUSSION,
        at=read.at,
        due=clock.due_at if clock else None,
    )


def leave_tasks(case: "Case", untidy: Sequence[Obstacle], at: datetime) -> None:
    """Put what urgency left behind on the list of what must still be done."""
    by_matter: dict[Matter, list[str]] = {}
    for each in untidy:
        if each.about not in HAVE_THEIR_OWN_TASK:
            by_matter.setdefault(each.about, []).append(each.words)
    for matter, words in by_matter.items():
        raise_task(
            hub_id=case.hub_id,
            kind=matter.task,
            about_kind="case",
            about_id=case.id,
            case_id=case.id,
            words=" ".join(words)[:300],
            needs_power=Power.KEEP_RECORD,
            at=at,
        )


def write_story(
    case: "Case", decision: Decision, outcomes: Sequence[Outcome], at: datetime
) -> None:
    """Write one entry for each outcome, about the people it was decided for (A9.1)."""
    by_label: dict[str, list[UUID]] = {}
    for each in outcomes:
        by_label.setdefault(each.label, []).append(each.person_id)
    for label, persons in by_label.items():
        add_entry(
            hub_id=case.hub_id,
            kind=EntryKind.DECISION,
            words=f"The hub decided: {label}.",
            at=at,
            known_at=at,
            happened_from=at,
            happened_precision="minute",
            persons=dict.fromkeys(persons, ""),
            source=("decision", decision.id, case.reference),
            audience=case.audience,
            case_id=case.id,
            significant=True,
            restricted=case.restricted,
        )
