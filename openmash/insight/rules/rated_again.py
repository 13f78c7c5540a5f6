"""What one agency rated against what the hub rates with the whole picture (A5.6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RatedAgain:
    """Of so many cases an agency rated first: how many the hub raised, left, or lowered."""

    raised: int = 0
    same: int = 0
    lowered: int = 0

    @property
    def of(self) -> int:
        return self.raised + self.same + self.lowered

    def percent(self, number: int) -> int:
        """Return a number as whole hundredths of all of them; of none, none."""
        return round(100 * number / self.of) if self.of else 0

    @property
    def lines(self) -> tuple[tuple[str, int, int], ...]:
        """Return each way it can go, with its number and its share."""
        numbers = (("raised", self.raised), ("same", self.same), ("lowered", self.lowered))
        return tuple((name, number, self.percent(number)) for name, number in numbers)


def rated_again(pairs: Iterable[tuple[str, str]], order: Mapping[str, int]) -> RatedAgain:
    """Count pairs of an agency's first rating and the hub's; `order` is 1 for the most urgent.

    A rating no longer in the policy is compared with nothing.
    """
    moves = [order[now] - order[was] for was, now in pairs if was in order and now in order]
    return RatedAgain(
        raised=sum(each < 0 for each in moves),
        same=sum(each == 0 for each in moves),
        lowered=sum(each > 0 for each in moves),
    )
