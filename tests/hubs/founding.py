"""A hub of any preset and edition with its cast, founded as the demonstration founds one.

What founding makes is kept for the rest of the run and put back row by row after the first time.
"""

from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Model

from openmash.accounts.models import Agency, Hub, Practitioner
from openmash.accounts.selectors import viewer_of
from openmash.accounts.services import act_as, know_practitioner
from openmash.governance.rules import PolicyDocument
from openmash.governance.selectors import forget_versions
from openmash.governance.terms import Edition
from openmash.simulation.services import Founded, found, found_elsewhere
from tests.cast import SET_UP, Cast, maker


@dataclass(kw_only=True)
class HubCast(Cast):
    """The cast of one preset's hub. `agencies` are by kind, the first of each, and by code."""

    founded: Founded

    @property
    def document(self) -> PolicyDocument:
        return self.founded.document


Kept = tuple[HubCast, list[list[Model]]]
_kept: dict[tuple[str, Edition, datetime], Kept] = {}


def hub_cast(preset: str, edition: Edition, *, founded_at: datetime, now: datetime) -> HubCast:
    """Return the cast of a preset's hub, and let the database see as whoever set it up."""
    forget_versions()
    key = (preset, edition, founded_at)
    if key in _kept:
        cast = _put_back(_kept[key])
    else:
        cast = _make(preset, edition, founded_at, now)
        _kept[key] = deepcopy((cast, [list(each.objects.all()) for each in SET_UP]))  # type: ignore[attr-defined]
    return cast


def _put_back(kept: Kept) -> HubCast:
    cast, rows = deepcopy(kept)
    act_as(maker(cast.hub, cast.elsewhere))
    for model, made in zip(SET_UP, rows, strict=True):
        model.objects.bulk_create(made)  # type: ignore[attr-defined]
    return cast


def _make(preset: str, edition: Edition, at: datetime, now: datetime) -> HubCast:
    founded = found(preset=preset, slug=preset, password_hash="", at=at, edition=edition)
    elsewhere_id = found_elsewhere(preset=preset, password_hash="", at=at)
    hub, elsewhere = (Hub.objects.get(id=each) for each in (founded.hub_id, elsewhere_id))
    act_as(maker(hub, elsewhere))
    cast = HubCast(
        hub=hub,
        elsewhere=elsewhere,
        agencies=_agencies(founded),
        practitioners={each.username: each for each in Practitioner.objects.all()},
        founded=founded,
    )
    for name, practitioner in cast.practitioners.items():
        know_practitioner(practitioner.id)
        cast.viewers[name] = viewer_of(practitioner, on=now.date())
    act_as(maker(hub, elsewhere))
    return cast


def _agencies(founded: Founded) -> dict[str, Agency]:
    places: dict[str, UUID] = {kind.value: each for kind, each in founded.agencies.items()}
    places |= founded.further
    rows = Agency.objects.in_bulk(list(places.values()))
    return {name: rows[each] for name, each in places.items()}
