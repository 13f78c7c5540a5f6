"""Words for a decision to share, and for what left on the strength of it (A14, 3.2)."""

from collections.abc import Collection

from openmash.core.words import Word
from openmash.governance.terms import Track


class DisclosureKind(Word):
    """What left the hub (A14.8)."""

    REQUEST = "request", "A request for information"
    PRODUCT = "product", "An information product"
    HANDOVER = "handover", "A hand-over"
    FEEDBACK = "feedback", "An answer to the referrer"
    OTHER = "other", "Something else"


PROTECT = "To protect a child or adult from significant harm"

# The power a request names, by track (3.2). A hub may write another.
POWERS_BY_TRACK: dict[Track, str] = {
    Track.CHILD_EN: "Children Act 1989, section 47(9) to (11)",
    Track.ADULT_EN: "Care Act 2014, sections 6, 7 and 45",
    Track.CHILD_WAL: "Social Services and Well-being (Wales) Act 2014, sections 130 and 164",
    Track.ADULT_WAL: "Social Services and Well-being (Wales) Act 2014, sections 128 and 164",
    Track.DA: "Crime and Disorder Act 1998, section 115",
    Track.INFO_REQ: "Children Act 1989, section 47(9) to (11)",
}


def powers_for(tracks: Collection[str]) -> tuple[str, ...]:
    """Return the powers usually relied on for these tracks, each once, the tracks' own first."""
    own = [words for track, words in POWERS_BY_TRACK.items() if track in tracks]
    return tuple(dict.fromkeys([*own, *POWERS_BY_TRACK.values()]))
