"""Adopting a policy, running clocks and keeping tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import note_policies_changed
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock, ClockMove, Policy, Task
from openmash.governance.rules import PolicyDocument, clock_terms, document_hash, due_at
from openmash.governance.selectors import PolicyInForce
from openmash.governance.terms import ClockKind, Track


class TaskNotDone(Refusal):
    """A task cannot be finished the way it was asked."""


@transaction.atomic
def adopt_policy(
    *, by: Viewer, hub_id: UUID, document: PolicyDocument, effective_from: datetime, at: datetime
) -> Policy:
    """Add a version of a hub's policy from a moment on; earlier versions stay as they were."""
    latest = Policy.objects.filter(hub_id=hub_id).order_by("-version").first()
    policy = Policy.objects.create(
        hub_id=hub_id,
        version=latest.version + 1 if latest else 1,
        document=document.model_dump(mode="json"),
        document_hash=document_hash(document),
        effective_from=effective_from,
        created_at=at,
        created_by=by.name,
    )
    note_policies_changed(hub_id=hub_id, at=at)
    record(
        by=by,
        action="policy.adopted",
        at=at,
        hub_id=hub_id,
        subject_kind="policy",
        subject_id=policy.id,
        subject_label=str(policy),
        details={"hash": policy.document_hash},
    )
    return policy


@dataclass(frozen=True)
class ClockStart:
    """What is to be timed, about what, from when."""

    kind: ClockKind
    about_kind: str
    about_id: UUID
    started_at: datetime
    track: Track | None = None
    rating: str | None = None
    case_id: UUID | None = None
    calendar: str | None = None


def start_clock(
    *,
    policy: PolicyInForce,
    hub_id: UUID,
    kind: ClockKind,
    about_kind: str,
    about_id: UUID,
    started_at: datetime,
    track: Track | None = None,
    rating: str | None = None,
    case_id: UUID | None = None,
    calendar: str | None = None,
) -> Clock | None:
    """Start the clock the policy has for this, if it has one; a running one is left alone (A6.1).

    The clock keeps the policy version, the rule, the allowance and the first due time it was given.
    It runs on the calendar it names, or on `calendar`: an agency's reply keeps the agency's hours.
    """
    start = ClockStart(kind, about_kind, about_id, started_at, track, rating, case_id, calendar)
    start_clocks(policy=policy, hub_id=hub_id, starts=[start])
    return Clock.objects.filter(about_id=about_id, kind=kind.value, stopped_at=None).first()


def start_clocks(*, policy: PolicyInForce, hub_id: UUID, starts: Iterable[ClockStart]) -> None:
    """Start every clock of these the policy has; running ones are left alone (A6.1)."""
    clocks = (_clock(policy, hub_id, each) for each in starts)
    Clock.objects.bulk_create([each for each in clocks if each], ignore_conflicts=True)


def _clock(policy: PolicyInForce, hub_id: UUID, start: ClockStart) -> Clock | None:
    terms = clock_terms(policy.document, start.kind, start.track, start.rating)
    if terms is None:
        return None
    due = due_at(terms, start.started_at, policy.document, calendar=start.calendar)
    return Clock(
        hub_id=hub_id,
        kind=start.kind.value,
        about_kind=start.about_kind,
        about_id=start.about_id,
        case_id=start.case_id,
        label=terms.label,
        rule=terms.rule,
        standing=terms.force.value,
        amount=terms.allowance.amount,
        unit=terms.allowance.unit.value,
        policy_id=policy.id,
        started_at=start.started_at,
        due_at=due,
        first_due_at=due,
    )


def stop_clock(
    *, about_id: UUID, kind: ClockKind, at: datetime, reason: str = "", words: str = ""
) -> bool:
    """Stop a running clock and say whether there was one; keep why it was late (5.17)."""
    stopped = Clock.objects.filter(about_id=about_id, kind=kind.value, stopped_at=None).update(
        stopped_at=at, breach_reason=reason, breach_words=words
    )
    return bool(stopped)


def move_clock(*, by: Viewer, clock: Clock, due: datetime, why: str, at: datetime) -> None:
    """Give a running clock another due time, keeping the old one and the reason (clock rule d)."""
    if due == clock.due_at:
        return
    ClockMove.objects.create(
        hub_id=clock.hub_id,
        clock=clock,
        was_due_at=clock.due_at,
        due_at=due,
        why=why,
        moved_at=at,
        moved_by=by.name,
    )
    Clock.objects.filter(id=clock.id, stopped_at=None).update(due_at=due)
    clock.due_at = due


def put_clocks_on_case(*, about_ids: list[UUID], case_id: UUID) -> None:
    """Let clocks that began before there was a case be seen on it."""
    Clock.objects.filter(about_id__in=about_ids).update(case_id=case_id)
    Task.objects.filter(about_id__in=about_ids).update(case_id=case_id)


@dataclass(frozen=True)
class TaskRaised:
    """What must still be done, about what, and who may do it."""

    kind: str
    about_kind: str
    about_id: UUID
    words: str
    needs_power: str
    due: datetime | None = None
    case_id: UUID | None = None


def raise_task(
    *,
    hub_id: UUID,
    kind: str,
    about_kind: str,
    about_id: UUID,
    words: str,
    needs_power: str,
    at: datetime,
    due: datetime | None = None,
    case_id: UUID | None = None,
) -> Task:
    """Put something on the list of what must still be done; once for each kind and thing."""
    task, _ = Task.objects.get_or_create(
        about_id=about_id,
        kind=kind,
        done_at=None,
        defaults={
            "hub_id": hub_id,
            "about_kind": about_kind,
            "case_id": case_id,
            "words": words,
            "needs_power": needs_power,
            "raised_at": at,
            "due_at": due,
        },
    )
    return task


def raise_tasks(*, hub_id: UUID, tasks: Iterable[TaskRaised], at: datetime) -> None:
    """Put several things on the list at once; what is open already is left alone."""
    rows = [
        Task(
            hub_id=hub_id,
            kind=each.kind,
            about_kind=each.about_kind,
            about_id=each.about_id,
            case_id=each.case_id,
            words=each.words,
            needs_power=each.needs_power,
            raised_at=at,
            due_at=each.due,
        )
        for each in tasks
    ]
    Task.objects.bulk_create(rows, ignore_conflicts=True)


def settle_task(*, about_id: UUID, kind: str, by: Viewer, at: datetime, answer: str = "") -> bool:
    """Mark an open task done because the thing it asked for has been done."""
    done = Task.objects.filter(about_id=about_id, kind=kind, done_at=None).update(
        done_at=at, done_by_id=by.id, answer=answer
    )
    return bool(done)


@transaction.atomic
def finish_task(*, by: Viewer, task_id: UUID, answer: str, at: datetime) -> Task:
    """Finish a task by saying what was done; refused without words or without the power."""
    task = Task.objects.filter(id=task_id, hub_id__in=by.hub_ids).first()
    if task is None or not by.may(task.needs_power, task.hub_id):
        raise NotHere
    if not answer.strip():
        raise TaskNotDone("Say what was done, in a sentence.")
    if not settle_task(about_id=task.about_id, kind=task.kind, by=by, at=at, answer=answer):
        raise TaskNotDone("This task has already been finished.")
    record(
        by=by,
        action="task.finished",
        at=at,
        hub_id=task.hub_id,
        subject_kind="task",
        subject_id=task.id,
        subject_label=task.kind,
        case_id=task.case_id,
    )
    return task
