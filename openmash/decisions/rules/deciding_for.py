"""For whom a case is decided, and on which track (2.1, A10)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from openmash.governance.terms import Track
from openmash.intake.terms import Part


@dataclass(frozen=True)
class ToldAbout:
    """One record of somebody of concern, with the tracks opened for it at screening."""

    person_id: UUID
    identity_id: UUID
    part: Part
    tracks: Collection[Track]


@dataclass(frozen=True)
class DecidedFor:
    """One human being a case is about: the record to decide on, and every record of them here."""

    person_id: UUID
    records: tuple[UUID, ...]
    tracks: tuple[Track, ...]


def decided_for(
    told: Sequence[ToldAbout], *, case_tracks: Collection[Track], hub_tracks: Collection[Track]
) -> list[DecidedFor]:
    """Return each human being once, in the order told, with the tracks to decide on.

    Somebody for whom screening opened no track, as urgency allows, is on the case's only track, or
    on the hub's track for a child or an adult: nobody of concern is left without an outcome.
    """
    together: dict[UUID, list[ToldAbout]] = {}
    for each in told:
        together.setdefault(each.identity_id, []).append(each)
    return [_one(records, case_tracks, hub_tracks) for records in together.values()]


def _one(
    records: Sequence[ToldAbout], case_tracks: Collection[Track], hub_tracks: Collection[Track]
) -> DecidedFor:
    opened = {track for each in records for track in each.tracks}
    tracks = opened or _likely(records[0].part, case_tracks, hub_tracks)
    return DecidedFor(
        person_id=records[0].person_id,
        records=tuple(each.person_id for each in records),
        tracks=tuple(each for each in Track if each in tracks),
    )


def _likely(
    part: Part, case_tracks: Collection[Track], hub_tracks: Collection[Track]
) -> set[Track]:
    if len(case_tracks) == 1:
        return set(case_tracks)
    is_adult = part is Part.ADULT_OF_CONCERN
    fitting = [each for each in hub_tracks if (each.is_adult if is_adult else each.is_child)]
    return set(fitting[:1])


def same_person(people: Sequence[DecidedFor]) -> Mapping[UUID, UUID]:
    """Return, for every record, the one that is decided on."""
    return {record: each.person_id for each in people for record in each.records}


def childs_track(case_tracks: Collection[str], hub_tracks: Collection[Track]) -> Track | None:
    """Return the track whose law a child in this case is under: the nation settles it."""
    worked = [each for each in hub_tracks if each in case_tracks] or list(hub_tracks)
    return next((each for each in worked if each.is_child), None)
