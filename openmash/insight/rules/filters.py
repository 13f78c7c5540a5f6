"""What the board was asked to show, read from the address so that a view can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from openmash.core.words import Word
from openmash.insight.terms import Held, Order, Waiting

Choice = TypeVar("Choice", bound=Word)


@dataclass(frozen=True)
class BoardFilters:
    """Which rows, and in what order. Empty means any."""

    rating: str = ""
    agency: str = ""  # a kind of agency: police, health
    track: str = ""
    held: Held = Held.ANYBODY
    holder: UUID | None = None
    waiting: Waiting | None = None
    order: Order = Order.URGENCY

    @property
    def are_set(self) -> bool:
        """Say whether anything is left out of the board."""
        return self != BoardFilters(order=self.order)


def filters_from(asked: Mapping[str, str]) -> BoardFilters:
    """Read filters from a query string; what it does not know is passed over, never an error."""
    held = asked.get("held", "")
    return BoardFilters(
        rating=asked.get("rating", ""),
        agency=asked.get("agency", ""),
        track=asked.get("track", ""),
        held=_word(Held, held) or Held.ANYBODY,
        holder=_id(held),
        waiting=_word(Waiting, asked.get("waiting", "")),
        order=_word(Order, asked.get("order", "")) or Order.URGENCY,
    )


def _word(words: type[Choice], code: str) -> Choice | None:
    return next((each for each in words if each.value == code), None)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
