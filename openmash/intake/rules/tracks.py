"""Which tracks a notification suggests, in the hub's own nation (2.1, "think family")."""

from collections.abc import Collection, Iterable
from datetime import datetime

from openmash.core.working_time import Nation
from openmash.governance.rules import PolicyDocument, clock_terms, due_at
from openmash.governance.terms import ClockKind, Force, Track
from openmash.intake.rules.told import ToldPerson
from openmash.intake.terms import Part, SuggestedTrack


def tracks_suggested(
    said: Collection[SuggestedTrack], people: Iterable[ToldPerson], nations: Collection[Nation]
) -> list[Track]:
    """Return the tracks to offer the screener, who settles them.

    A child or an adult of concern opens their own track whatever the notification called itself:
    one contact about a household with a child and an adult at risk suggests both.
    """
    parts = {each.part for each in people}
    child, adult = _of_nation(nations)
    found = []
    if SuggestedTrack.CHILD in said or Part.CHILD_OF_CONCERN in parts:
        found.append(child)
    if SuggestedTrack.ADULT in said or Part.ADULT_OF_CONCERN in parts:
        found.append(adult)
    if SuggestedTrack.DOMESTIC_ABUSE in said:
        found.append(Track.DA)
    return found


def _of_nation(nations: Collection[Nation]) -> tuple[Track, Track]:
    if Nation.WALES in nations and Nation.ENGLAND not in nations:
        return Track.CHILD_WAL, Track.ADULT_WAL
    return Track.CHILD_EN, Track.ADULT_EN


def track_due_first(
    document: PolicyDocument, tracks: Collection[Track], received_at: datetime
) -> Track | None:
    """Return the track whose limit from receipt runs out first; law before a target (T1, T16).

    A contact about a place or a group has no track yet: any the hub offers may turn out to apply.
    """
    offered = tracks or [each for each in document.tracks if each is not Track.INFO_REQ]
    found = []
    for track in offered:
        if terms := clock_terms(document, ClockKind.RECEIPT, track):
            due = due_at(terms, received_at, document)
            found.append((due, terms.force is not Force.STATUTORY, track))
    return min(found)[2] if found else None


def tracks_for(part: str, suggested: Iterable[str]) -> list[str]:
    """Return which of a contact's suggested tracks to offer for one person of concern.

    A child is offered a child's track and an adult an adult's. Domestic abuse is the track of the
    adult it is done to, and of a child where no adult is told of; it does not make anybody an adult
    with needs for care and support. Whether that track is opened too is the screener's to say, and
    the three questions come with it (A5.9).
    """
    codes = {Track(each) for each in suggested}
    adults, children = {e for e in codes if e.is_adult}, {e for e in codes if e.is_child}
    if part == Part.CHILD_OF_CONCERN:
        offered = codes - adults - ({Track.DA} if adults else set())
    else:
        offered = codes - children - (adults if Track.DA in codes else set())
    return [each for each in suggested if each in offered]
