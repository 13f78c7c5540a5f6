"""A person says whether two records are one human being; the opposite answer undoes it (A3.1)."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.matching.models import Judgement, Suggestion
from openmash.matching.rules import compare, identities, kept
from openmash.matching.selectors import judged_among
from openmash.matching.terms import Verdict
from openmash.people.selectors import facts_of, identities_of, people_open_to, records_of
from openmash.people.services import set_identities


class CannotJudge(Refusal):
    """No judgement is written, and the reason says what to do."""


def confirm_same(*, by: Viewer, told_id: UUID, known_id: UUID, why: str, at: datetime) -> Judgement:
    """Hold two records to be one person. Rows stay as they are: only their identity is shared."""
    return _judge(Verdict.SAME, by=by, told_id=told_id, known_id=known_id, why=why, at=at)


def keep_apart(*, by: Viewer, told_id: UUID, known_id: UUID, why: str, at: datetime) -> Judgement:
    """Hold two records to be two people; parts them if they were joined by this pair."""
    return _judge(Verdict.APART, by=by, told_id=told_id, known_id=known_id, why=why, at=at)


@transaction.atomic
def _judge(
    verdict: Verdict, *, by: Viewer, told_id: UUID, known_id: UUID, why: str, at: datetime
) -> Judgement:
    hub_id = _hub_of(by, told_id, known_id)
    _one_at_a_time(hub_id)
    judgement = _write(verdict, by, hub_id, told_id, known_id, why, at)
    _close_suggestions(told_id, known_id, at)
    _recompute(told_id, known_id)
    record(
        by=by,
        action=f"matching.judged_{verdict.value}",
        at=at,
        hub_id=hub_id,
        subject_kind="judgement",
        subject_id=judgement.id,
        persons=[told_id, known_id],
        reason=why,
    )
    return judgement


def _hub_of(by: Viewer, told_id: UUID, known_id: UUID) -> UUID:
    """Return the hub both belong to, if this viewer may open both and match there."""
    if told_id == known_id:
        raise CannotJudge("This is one record. Choose another to compare it with.")
    rows = people_open_to(by).filter(id__in=[told_id, known_id])
    hubs = list(rows.values_list("hub_id", flat=True))
    if len(hubs) != 2 or hubs[0] != hubs[1]:
        raise NotHere
    if not by.may(Power.MATCH_PEOPLE, hubs[0]):
        raise CannotJudge("You can read these records, but not join or part them.")
    return hubs[0]


def _one_at_a_time(hub_id: UUID) -> None:
    """Two judgements that touch one person must not each work from half of the picture."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"judge:{hub_id}"])


def _write(
    verdict: Verdict,
    by: Viewer,
    hub_id: UUID,
    told_id: UUID,
    known_id: UUID,
    why: str,
    at: datetime,
) -> Judgement:
    facts = facts_of([told_id, known_id])
    left, right = sorted([told_id, known_id])
    return Judgement.objects.create(
        hub_id=hub_id,
        left_id=left,
        right_id=right,
        verdict=verdict,
        why=why.strip(),
        judged_at=at,
        judged_by_id=by.id,
        judged_by_name=by.name,
        evidence=kept(compare(facts[told_id], facts[known_id])),
    )


def _close_suggestions(told_id: UUID, known_id: UUID, at: datetime) -> None:
    this_pair = Q(told_id=told_id, known_id=known_id) | Q(told_id=known_id, known_id=told_id)
    Suggestion.objects.filter(this_pair, answered_at=None).update(answered_at=at)


def _recompute(told_id: UUID, known_id: UUID) -> None:
    """Work out afresh who is one person among all the records these two are held to be."""
    before = identities_of([told_id, known_id])
    records = [each for ids in records_of(set(before.values())).values() for each in ids]
    now = identities_of(records)
    worked_out = identities(judged_among(records), records)
    set_identities({each: who for each, who in worked_out.items() if now[each] != who})
