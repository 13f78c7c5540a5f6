"""When something happened, as far as anybody knows: never made more exact than told (A9.3)."""

from dataclasses import dataclass
from datetime import datetime

from openmash.chronology.terms import HappenedPrecision


@dataclass(frozen=True)
class Happened:
    """A moment or a span; the end is open and exclusive, and nothing at all is "not known"."""

    since: datetime | None = None
    until: datetime | None = None
    precision: HappenedPrecision = HappenedPrecision.UNKNOWN

    @property
    def is_known(self) -> bool:
        return self.since is not None


def happened_problem(happened: Happened, *, known_at: datetime) -> str | None:
    """Return what to mend in when something happened, or None."""
    if happened.is_known == (happened.precision is HappenedPrecision.UNKNOWN):
        return "Give a date and how exactly it is known, or neither."
    if happened.until and not happened.since:
        return "Say when it began, or leave out when it ended."
    if happened.since and happened.until and happened.until <= happened.since:
        return "It ends before it begins. Check the two dates."
    if happened.since and happened.since > known_at:
        return "This has not happened yet. Check the date."
    return None
