"""Proposing who somebody might be: with every reason, and confirming nothing (A3.1)."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from openmash.audit.services import record
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.matching.models import Judgement, Suggestion
from openmash.matching.rules import (
    FIRST_WEIGHTS,
    Ranked,
    compare,
    kept,
    rank,
    worth_showing,
)
from openmash.matching.selectors import standing_judgements_on_each
from openmash.matching.terms import Verdict
from openmash.people.rules import PersonFacts
from openmash.people.selectors import candidates_for_each, facts_of, identities_of

KEPT_FIELDS = ("weight", "band", "preselected", "evidence", "weights_name")


@transaction.atomic
def suggest_for(*, by: Viewer, hub_id: UUID, person_id: UUID, at: datetime) -> list[Suggestion]:
    """Compare a record with those it shares keys with, and keep what is worth a person's look.

    Restricted people may be among them: whoever shows a suggestion asks the gate first (A3.2).
    """
    return suggest_for_each(by=by, hub_id=hub_id, person_ids=[person_id], at=at)


@transaction.atomic
def suggest_for_each(
    *, by: Viewer, hub_id: UUID, person_ids: Sequence[UUID], at: datetime
) -> list[Suggestion]:
    """Do as `suggest_for` for several records, in order: each pair of them is compared once."""
    if hub_id not in by.hub_ids:
        raise NotHere
    if not person_ids:
        return []
    found = _ranked(hub_id, list(dict.fromkeys(person_ids)))
    rows = _write(hub_id, found, at)
    record(
        by=by,
        action="matching.suggested",
        at=at,
        hub_id=hub_id,
        subject_kind="person",
        subject_id=person_ids[0] if len(found) == 1 else None,
        persons=list(found),
    )
    return rows


def _ranked(hub_id: UUID, asked: Sequence[UUID]) -> dict[UUID, list[Ranked[UUID]]]:
    facts = facts_of(asked)
    if not facts.keys() >= set(asked):
        raise NotHere
    others = _others(hub_id, {each: facts[each] for each in asked})
    ids = {*asked, *(each for found in others.values() for each in found)}
    identities = identities_of(ids)
    known = facts_of(ids - facts.keys()) | facts
    apart = standing_judgements_on_each(asked)
    return {
        person: _worth_showing(person, found, known, identities, apart.get(person, {}))
        for person, found in others.items()
    }


def _others(hub_id: UUID, asked: Mapping[UUID, PersonFacts]) -> dict[UUID, list[UUID]]:
    """Return the candidates of each, leaving out themselves and those asked about after them."""
    place = {person: number for number, person in enumerate(asked)}
    return {
        person: [each for each in found if place.get(each, -1) < place[person]]
        for person, found in candidates_for_each(hub_id, asked).items()
    }


def _worth_showing(
    person_id: UUID,
    candidates: Sequence[UUID],
    known: Mapping[UUID, PersonFacts],
    identities: Mapping[UUID, UUID],
    judged: Mapping[UUID, Judgement],
) -> list[Ranked[UUID]]:
    others = [each for each in candidates if identities[each] != identities[person_id]]
    compared = [(each, compare(known[person_id], known[each])) for each in others]
    return worth_showing(
        rank(compared, identities=identities),
        identities=identities,
        kept_apart_on={
            other: each.evidence for other, each in judged.items() if each.verdict == Verdict.APART
        },
    )


def _write(
    hub_id: UUID, found: Mapping[UUID, Sequence[Ranked[UUID]]], at: datetime
) -> list[Suggestion]:
    """Keep one open suggestion a pair, whichever way round; what no longer holds is closed."""
    either = Q(told_id__in=found) | Q(known_id__in=found)
    rows = Suggestion.objects.filter(either, hub_id=hub_id, answered_at=None)
    waiting = {frozenset((each.told_id, each.known_id)): each for each in rows}
    holds = {frozenset((person, each.key)) for person, ranked in found.items() for each in ranked}
    stale = [row.id for pair, row in waiting.items() if pair not in holds]
    Suggestion.objects.filter(id__in=stale).update(answered_at=at)
    kept_now = [
        _filled(waiting.get(frozenset((person, each.key))), hub_id, person, each, at)
        for person, ranked in found.items()
        for each in ranked
    ]
    still = [each for each in kept_now if not each._state.adding]
    Suggestion.objects.bulk_create(each for each in kept_now if each._state.adding)
    Suggestion.objects.bulk_update(still, KEPT_FIELDS)
    return kept_now


def _filled(
    row: Suggestion | None, hub_id: UUID, person_id: UUID, ranked: Ranked[UUID], at: datetime
) -> Suggestion:
    row = row or Suggestion(hub_id=hub_id, told_id=person_id, known_id=ranked.key, suggested_at=at)
    row.weight = ranked.suggestion.weight
    row.band = ranked.suggestion.band
    row.preselected = ranked.preselected
    row.evidence = kept(ranked.suggestion)
    row.weights_name = FIRST_WEIGHTS.name
    return row
