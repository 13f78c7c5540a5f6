"""The policy in force at a moment, the clocks running and the tasks open."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock, Policy, Task
from openmash.governance.rules import PolicyDocument
from openmash.governance.terms import Visibility


class NoPolicyYet(Refusal):
    """A hub without a policy can take no decision."""


@dataclass(frozen=True)
class PolicyInForce:
    """One version of a hub's policy, read and validated."""

    id: UUID
    version: int
    effective_from: datetime
    document: PolicyDocument


def policy_for(viewer: Viewer, hub_id: UUID, at: datetime) -> PolicyInForce:
    """Return the hub's policy in force at `at`; no query after the first while nothing changes.

    The viewer's standing carries when the hub's policies last changed, read with the membership,
    so a process may keep the versions it has read until that moves.
    """
    changed_at = next(
        (each.policies_changed_at for each in viewer.standings if each.hub_id == hub_id), None
    )
    if changed_at is None:
        return policy_in_force(hub_id, at)
    return _in_force(_versions(hub_id, changed_at), at)


def policy_in_force(hub_id: UUID, at: datetime) -> PolicyInForce:
    """Return the hub's policy in force at `at`, asking the database; or refuse, saying why."""
    return _in_force(_read_versions(hub_id), at)


@lru_cache(maxsize=64)
def policy_numbered(policy_id: UUID) -> PolicyInForce:
    """Return one version by id, for judging an old decision by the rules of its day.

    A version is never edited, so a process reads each once.
    """
    return _as_read(Policy.objects.get(id=policy_id))


def policies_of(hub_id: UUID) -> QuerySet[Policy]:
    """Return every version of a hub's policy, newest first."""
    return Policy.objects.filter(hub_id=hub_id).order_by("-version")


@lru_cache(maxsize=64)
def _versions(hub_id: UUID, changed_at: datetime) -> tuple[PolicyInForce, ...]:
    return _read_versions(hub_id)


def _read_versions(hub_id: UUID) -> tuple[PolicyInForce, ...]:
    rows = Policy.objects.filter(hub_id=hub_id).order_by("-effective_from")
    return tuple(_as_read(each) for each in rows)


def _as_read(row: Policy) -> PolicyInForce:
    document = _document(row.document_hash, json.dumps(row.document))
    return PolicyInForce(row.id, row.version, row.effective_from, document)


def forget_versions() -> None:
    """Forget which versions each hub had; for tests whose hubs come and go with their rows."""
    _versions.cache_clear()


@lru_cache(maxsize=64)
def _document(document_hash: str, document: str) -> PolicyDocument:
    """Return a document as it was checked when adopted; each is read once by each process."""
    return PolicyDocument.model_validate_json(document)


def _in_force(versions: Iterable[PolicyInForce], at: datetime) -> PolicyInForce:
    for each in versions:
        if each.effective_from <= at:
            return each
    raise NoPolicyYet("This hub has no policy in force. Ask the hub manager to adopt one.")


def clocks_about(ids: Sequence[UUID]) -> dict[UUID, list[Clock]]:
    """Return the clocks about each of these things, running ones first, soonest due first."""
    found: dict[UUID, list[Clock]] = defaultdict(list)
    rows = Clock.objects.filter(about_id__in=ids).order_by("stopped_at", "due_at")
    for each in sorted(rows, key=lambda clock: (clock.stopped_at is not None, clock.due_at)):
        found[each.about_id].append(each)
    return found


def clocks_of_cases(case_ids: Sequence[UUID], *, running_only: bool = True) -> QuerySet[Clock]:
    """Return the clocks of these cases, soonest due first."""
    rows = Clock.objects.filter(case_id__in=case_ids).order_by("due_at")
    return rows.filter(stopped_at=None) if running_only else rows


def tasks_open_for(viewer: Viewer, hub_id: UUID) -> QuerySet[Task]:
    """Return the open tasks this viewer has the power to do in a hub, soonest due first."""
    return Task.objects.filter(
        hub_id=hub_id, done_at=None, needs_power__in=viewer.powers_in(hub_id)
    ).order_by("due_at", "raised_at")


def tasks_on_case(case_id: UUID) -> QuerySet[Task]:
    """Return a case's open tasks, soonest due first."""
    return Task.objects.filter(case_id=case_id, done_at=None).order_by("due_at", "raised_at")


def in_sight(viewer: Viewer, hub_id: UUID, at: datetime) -> Q:
    """Return the filter for items the viewer sees whole in a hub (A8.2; see `core.sight`).

    For any table with `hub_id`, `supplied_by`, `code` and `audience`. An `H4` item of another
    agency is never among them: who may know that it exists is asked separately.
    """
    own = Q(supplied_by_id__in=_agencies_in(viewer, hub_id))
    named = Q(audience__contains=[viewer.id]) if viewer.id else Q(pk__in=[])
    seen = own | named
    if viewer.may(Power.SEE_EVERY_RETURN, hub_id):
        seen |= Q(code__in=["H0", "H1", "H2", "H3"])
    elif policy_for(viewer, hub_id, at).document.visibility is Visibility.OPEN:
        seen |= Q(code__in=["H0", "H1", "H2"])
    elif viewer.may(Power.SEE_CASES, hub_id):
        seen |= Q(supplied_by=None, code__in=["H0", "H1", "H2"])
    return Q(hub_id=hub_id) & seen if hub_id in viewer.hub_ids else Q(pk__in=[])


def _agencies_in(viewer: Viewer, hub_id: UUID) -> list[UUID]:
    return [each.agency_id for each in viewer.standings if each.hub_id == hub_id and each.agency_id]
