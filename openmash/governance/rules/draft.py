"""A policy as somebody wrote it: read piece by piece, so that one flaw does not hide another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from openmash.governance.rules.parts import Part

Piece = TypeVar("Piece", bound=Part)


@dataclass(frozen=True)
class Draft:
    """The raw document, with what can be made of it."""

    raw: Mapping[str, Any]

    def sound(self, section: str, kind: type[Piece]) -> Iterator[tuple[str, Piece]]:
        """Yield the pieces of a list that can be read, each with its path."""
        for place, piece in enumerate(_listed(self.raw.get(section))):
            try:
                yield f"{section}[{place}]", kind.model_validate(piece)
            except ValidationError:
                continue  # its own flaws are told already

    def one(self, section: str, kind: type[Piece]) -> Iterator[Piece]:
        """Yield a section that stands alone, if it can be read."""
        try:
            yield kind.model_validate(self.raw.get(section))
        except ValidationError:
            return

    def written(self, section: str, field: str) -> list[str]:
        """Return every value written for a field in a list, sound or not, in order.

        A section within another is named with a dot, such as `hub.sites`.
        """
        within: Any = self.raw
        for name in section.split("."):
            within = within.get(name) if isinstance(within, Mapping) else None
        return [
            word
            for piece in _listed(within)
            if isinstance(piece, Mapping) and field in piece
            for word in _words(piece[field])
        ]

    @property
    def begins(self) -> date:
        """The day it begins, for the law of that day; the latest law where that cannot be read."""
        told = self.raw.get("effective_from")
        try:
            return told if isinstance(told, date) else date.fromisoformat(str(told))
        except ValueError:
            return date.max

    def words(self, section: str) -> list[str]:
        """Return a section that is a list of plain words, as written."""
        return _words(_listed(self.raw.get(section)))


def _listed(value: object) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _words(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]
