"""The policy in force at a moment, read once by each process."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.models import Policy
from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.announcing import DayAnnounced, document_with
from openmash.governance.selectors.days import days_announced


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
    """Return one version by id as it was written, for judging by the rules of its day.

    A version is never edited, so a process reads each once.
    """
    return _as_read(Policy.objects.get(id=policy_id))


def policies_of(hub_id: UUID) -> QuerySet[Policy]:
    """Return every version of a hub's policy, newest first."""
    return Policy.objects.filter(hub_id=hub_id).order_by("-version")


def latest_policy(hub_id: UUID) -> PolicyInForce:
    """Return the hub's newest version, whether or not its day has come; or refuse."""
    newest = policies_of(hub_id).first()
    if newest is None:
        raise NoPolicyYet("This hub has no policy yet. Load one with `openmash policy load`.")
    return _as_read(newest)


def policy_versioned(hub_id: UUID, version: int) -> PolicyInForce:
    """Return one of a hub's versions by number; or `NotHere`."""
    row = Policy.objects.filter(hub_id=hub_id, version=version).first()
    if row is None:
        raise NotHere
    return _as_read(row)


@lru_cache(maxsize=64)
def _versions(hub_id: UUID, changed_at: datetime) -> tuple[PolicyInForce, ...]:
    return _read_versions(hub_id)


def _read_versions(hub_id: UUID) -> tuple[PolicyInForce, ...]:
    rows = Policy.objects.filter(hub_id=hub_id).order_by("-effective_from")
    days = days_announced(hub_id)
    return tuple(_with(_as_read(each), days) for each in rows)


def with_days_announced(policy: PolicyInForce, hub_id: UUID) -> PolicyInForce:
    """Return an older version as it is kept today: its calendars know the days announced since."""
    return _with(policy, days_announced(hub_id))


def _with(policy: PolicyInForce, days: Iterable[DayAnnounced]) -> PolicyInForce:
    return replace(policy, document=document_with(policy.document, days))


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
