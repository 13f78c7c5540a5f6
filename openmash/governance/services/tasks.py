"""Keeping tasks: what a person must still do (house: validation never blocks urgency)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.models import Task


class TaskNotDone(Refusal):
    """A task cannot be finished the way it was asked."""


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
    if task.own_page:
        raise TaskNotDone("This needs more than a sentence. Open the task and do it on its page.")
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
