"""Proposing who somebody might be: with every reason, and confirming nothing (A3.1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openmash.audit.services import record
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.matching.models import Suggestion
from openmash.matching.rules import (
    FIRST_WEIGHTS,
    Kept,
    Ranked,
    compare,
    kept,
    rank,
    worth_showing,
)
from openmash.matching.selectors import standing_judgements_on
from openmash.matching.terms import Verdict
from openmash.people.selectors import candidates_for, facts_of, identities_of


@transaction.atomic
def suggest_for(*, by: Viewer, hub_id: UUID, person_id: UUID, at: datetime) -> list[Suggestion]:
    """Compare a record with those it shares keys with, and keep what is worth a person's look.

    Restricted people may be among them: whoever shows a suggestion asks the gate first (A3.2).
    """
    if hub_id not in by.hub_ids:
        raise NotHere
    found = _ranked(hub_id, person_id)
    rows = _write(hub_id, person_id, found, at)
    record(
        by=by,
        action="matching.suggested",
        at=at,
        hub_id=hub_id,
        subject_kind="person",
        subject_id=person_id,
        persons=[person_id],
    )
    return rows


def _ranked(hub_id: UUID, person_id: UUID) -> list[Ranked[UUID]]:
    facts = facts_of([person_id]).get(person_id)
    if facts is None:
        raise NotHere
    ids = [each for each in candidates_for(hub_id, facts) if each != person_id]
    identities = identities_of([person_id, *ids])
    others = [each for each in ids if identities[each] != identities[person_id]]
    known = facts_of(others)
    compared = [(each, compare(facts, known[each])) for each in others]
    return worth_showing(
        rank(compared, identities=identities),
        identities=identities,
        kept_apart_on=_kept_apart_on(person_id, others),
    )


def _kept_apart_on(person_id: UUID, others: Sequence[UUID]) -> dict[UUID, Kept]:
    return {
        other: judgement.evidence
        for other, judgement in standing_judgements_on(person_id, others).items()
        if judgement.verdict == Verdict.APART
    }


def _write(
    hub_id: UUID, person_id: UUID, found: Sequence[Ranked[UUID]], at: datetime
) -> list[Suggestion]:
    """Keep one open suggestion a pair, whichever way round; what no longer holds is closed."""
    either = Q(told_id=person_id) | Q(known_id=person_id)
    waiting = {
        _other(each, person_id): each
        for each in Suggestion.objects.filter(either, hub_id=hub_id, answered_at=None)
    }
    stale = [each.id for other, each in waiting.items() if other not in {r.key for r in found}]
    Suggestion.objects.filter(id__in=stale).update(answered_at=at)
    return [_keep(hub_id, person_id, each, waiting, at) for each in found]


def _keep(
    hub_id: UUID,
    person_id: UUID,
    ranked: Ranked[UUID],
    waiting: Mapping[UUID, Suggestion],
    at: datetime,
) -> Suggestion:
    row = waiting.get(ranked.key) or Suggestion(
        hub_id=hub_id, told_id=person_id, known_id=ranked.key, suggested_at=at
    )
    row.weight = ranked.suggestion.weight
    row.band = ranked.suggestion.band
    row.preselected = ranked.preselected
    row.evidence = kept(ranked.suggestion)
    row.weights_name = FIRST_WEIGHTS.name
    row.save()
    return row


def _other(row: Suggestion, person_id: UUID) -> UUID:
    return row.known_id if row.told_id == person_id else row.told_id
