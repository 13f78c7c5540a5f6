"""Suggestions still open, each with its reasons, to those who may know of both people (A3.2)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q

from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer
from openmash.matching.models import Suggestion
from openmash.matching.rules import Reason, cautions_in, reasons_in
from openmash.matching.terms import Band, Caution
from openmash.people.selectors import PersonShown, people_shown


@dataclass(frozen=True)
class SuggestionShown:
    """`told`, who was asked about, might be `known`; nothing is confirmed until a person says."""

    id: UUID
    told: PersonShown
    known: PersonShown
    band: Band
    preselected: bool
    reasons: list[Reason]
    cautions: list[Caution]
    suggested_at: datetime


def open_suggestions_for(
    viewer: Viewer, person_ids: Iterable[UUID], *, on: date
) -> dict[UUID, list[SuggestionShown]]:
    """Return the open suggestions about each of these records, the likeliest first; four queries.

    A pair held to be one person by now, through others, is no longer a question.
    """
    asked = set(person_ids)
    rows = list(
        Suggestion.objects.filter(
            Q(told_id__in=asked) | Q(known_id__in=asked),
            hub_id__in=viewer.hubs_where(Power.MATCH_PEOPLE),
            answered_at=None,
        )
        .exclude(told__identity_id=F("known__identity_id"))
        .order_by("-preselected", "-weight", "id")
    )
    known = people_shown(viewer, {i for row in rows for i in (row.told_id, row.known_id)}, on=on)
    found: dict[UUID, list[SuggestionShown]] = defaultdict(list)
    for row in rows:
        for one, other in ((row.told_id, row.known_id), (row.known_id, row.told_id)):
            if one in asked and one in known and other in known:
                found[one].append(_shown(row, known[one], known[other]))
    return dict(found)


def _shown(row: Suggestion, told: PersonShown, known: PersonShown) -> SuggestionShown:
    return SuggestionShown(
        id=row.id,
        told=told,
        known=known,
        band=Band(row.band),
        preselected=row.preselected,
        reasons=reasons_in(row.evidence),
        cautions=cautions_in(row.evidence),
        suggested_at=row.suggested_at,
    )
