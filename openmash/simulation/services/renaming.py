"""What names a row elsewhere than in a key: ids and references written in words, and in seals."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from openmash.core.references import new_reference

NAMES = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\b[A-Z]-[2-9A-Z]{6}-[2-9A-Z]\b"
)
COPIED_ID = "(c.prefix || substr({0}::text, 5, 10) || '8' || substr({0}::text, 16))::uuid"


def copied_id(original: UUID | str, number: int) -> UUID:
    """Return the id of a copied row; the database reckons it in the same way (`COPIED_ID`).

    It begins with the copy's number, so that a copy's rows lie together in every index, and is of
    version 8, so that it is never one that was lived (those are of version 4).
    """
    told = str(original)
    return UUID(f"{number:04x}{told[4:14]}8{told[15:]}")


@dataclass(frozen=True)
class Renamed:
    """What every lived id and reference is called in one copy."""

    number: int
    ids: Collection[str]
    references: Mapping[str, str]

    def __contains__(self, name: object) -> bool:
        return name in self.references or name in self.ids

    def __getitem__(self, name: str) -> str:
        if name in self.references:
            return self.references[name]
        return str(copied_id(name, self.number))


@dataclass(frozen=True)
class Wording:
    """A text, taken apart at the ids and references it mentions."""

    between: Sequence[str]
    names: Sequence[str]

    def renamed(self, names: Renamed) -> str:
        """Return the text as one copy has it."""
        parts = [self.between[0]]
        for name, words in zip(self.names, self.between[1:], strict=True):
            parts += (names[name], words)
        return "".join(parts)


def wording(text: str, known: "Collection[str] | Renamed") -> Wording | None:
    """Take a text apart at the known names; None when it mentions none."""
    between, names, end = [], [], 0
    for found in NAMES.finditer(text):
        if found[0] in known:
            between.append(text[end : found.start()])
            names.append(found[0])
            end = found.end()
    return Wording([*between, text[end:]], names) if names else None


def fresh_references(lived: Collection[str], taken: set[str]) -> dict[str, str]:
    """Return a reference nobody has yet for each lived one, and take it."""
    fresh = {}
    for each in lived:
        made = new_reference(each[0])
        while made in taken:
            made = new_reference(each[0])
        taken.add(made)
        fresh[each] = made
    return fresh
