"""What was judged: the trail of every joining and parting, and what stands of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from openmash.core.viewers import Viewer
from openmash.matching.models import Judgement
from openmash.matching.rules import Contradiction, Judged, contradictions
from openmash.matching.terms import Verdict
from openmash.people.selectors import PersonShown, people_shown, visible_records_of


@dataclass(frozen=True)
class JudgementShown:
    """One answer somebody gave of a pair; `stands` when no later one has replaced it."""

    left: PersonShown
    right: PersonShown
    verdict: Verdict
    why: str
    judged_at: datetime
    judged_by: str
    stands: bool


@dataclass(frozen=True)
class Trail:
    """The judgements about a person's records, and where they do not agree."""

    judgements: list[JudgementShown]
    contradictions: list[tuple[PersonShown, PersonShown]]


def judged_among(person_ids: Iterable[UUID]) -> list[Judged[UUID]]:
    """Return every judgement between these records, as the rules read them."""
    ids = list(person_ids)
    rows = Judgement.objects.filter(left_id__in=ids, right_id__in=ids)
    return [_as_judged(each) for each in rows]


def standing_judgements_on_each(
    person_ids: Collection[UUID],
) -> dict[UUID, dict[UUID, Judgement]]:
    """Return, for each of these records, the judgement that stands with every other; one query."""
    rows = Judgement.objects.filter(Q(left_id__in=person_ids) | Q(right_id__in=person_ids))
    in_order = sorted(rows, key=lambda each: (each.judged_at, each.verdict == Verdict.APART))
    found: dict[UUID, dict[UUID, Judgement]] = defaultdict(dict)
    for each in in_order:
        found[each.left_id][each.right_id] = each
        found[each.right_id][each.left_id] = each
    return found


def trail_of(viewer: Viewer, person_id: UUID, *, on: date) -> Trail:
    """Return what was judged of every record of a person, newest first; six queries.

    A judgement about somebody the viewer may not know of is not there (A3.2).
    """
    records = visible_records_of(viewer, [person_id])
    about = Q(left_id__in=records) | Q(right_id__in=records)
    rows = list(Judgement.objects.filter(about).order_by("-judged_at", "-id"))
    ids = {each.left_id for each in rows} | {each.right_id for each in rows}
    known = people_shown(viewer, ids, on=on)
    seen = [each for each in rows if each.left_id in known and each.right_id in known]
    return Trail(_shown(seen, known), _contradicted(seen, known))


def _shown(rows: Sequence[Judgement], known: dict[UUID, PersonShown]) -> list[JudgementShown]:
    latest: set[tuple[UUID, UUID]] = set()
    found = []
    for each in rows:
        pair = (each.left_id, each.right_id)
        found.append(
            JudgementShown(
                left=known[each.left_id],
                right=known[each.right_id],
                verdict=Verdict(each.verdict),
                why=each.why,
                judged_at=each.judged_at,
                judged_by=each.judged_by_name,
                stands=pair not in latest,
            )
        )
        latest.add(pair)
    return found


def _contradicted(
    rows: Sequence[Judgement], known: dict[UUID, PersonShown]
) -> list[tuple[PersonShown, PersonShown]]:
    found: list[Contradiction[UUID]] = contradictions([_as_judged(each) for each in rows])
    return [(known[each.left], known[each.right]) for each in found]


def _as_judged(row: Judgement) -> Judged[UUID]:
    return Judged(row.left_id, row.right_id, Verdict(row.verdict), row.judged_at)
