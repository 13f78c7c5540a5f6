"""What a date of birth may be trusted to say: fillers and estimates are taken as less."""

from dataclasses import dataclass
from functools import lru_cache

from openmash.core.partial_dates import PartialDate, Precision
from openmash.people.rules.birth import birth_doubt


@dataclass(frozen=True)
class BirthParts:
    """The parts of a date of birth that are known; `is_about` when even the year is a guess."""

    year: int
    month: int | None = None
    day: int | None = None
    is_about: bool = False
    is_filler: bool = False

    @property
    def is_whole(self) -> bool:
        return self.day is not None

    @property
    def unordered(self) -> str:
        """Return the day and month in an order that does not tell which was which."""
        low, high = sorted((self.day or 0, self.month or 0))
        return f"{low:02}{high:02}"

    @property
    def likely_years(self) -> tuple[int, ...]:
        around = (self.year - 1, self.year, self.year + 1)
        return around if self.is_about else (self.year,)


@lru_cache(maxsize=20_000)
def birth_parts(born: PartialDate | None) -> BirthParts | None:
    """Return the trustworthy parts of a date of birth, or None when nothing of it is known.

    1 January says no more than its year: it is what systems and hurried people write for a gap.
    """
    if born is None or born.day is None:
        return None
    year, month, day = born.day.year, born.day.month, born.day.day
    if birth_doubt(born):
        return BirthParts(year, is_filler=True)
    if born.precision is Precision.DAY:
        return BirthParts(year, month, day)
    if born.precision is Precision.MONTH:
        return BirthParts(year, month)
    return BirthParts(year, is_about=born.precision is Precision.ABOUT)
