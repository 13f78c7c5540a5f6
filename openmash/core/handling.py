"""Handling codes: how far each supplied item may travel (A8.2); and what kind of knowing it is."""

from enum import StrEnum

from openmash.core.words import Word


class HandlingCode(StrEnum):
    """Owned by the supplying agency; only it may lower the code, the hub may raise it."""

    H0 = "H0"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"

    @property
    def meaning(self) -> str:
        return MEANINGS[self]

    @property
    def height(self) -> int:
        """0 for the widest audience to 4 for the narrowest."""
        return int(self.value[1])


MEANINGS: dict[HandlingCode, str] = {
    HandlingCode.H0: "Anyone on the case, onward services, and the family members named",
    HandlingCode.H1: "The hub and onward services, not the family",
    HandlingCode.H2: "The hub only",
    HandlingCode.H3: "Hub decision makers and the people named on the item",
    HandlingCode.H4: "Decision makers see only that it exists, and must speak to the owner",
}


class Nature(Word):
    """Whether something told is a fact, somebody's opinion, or intelligence (A5.14, A7)."""

    FACT = "fact", "Fact"
    OPINION = "opinion", "Opinion"
    INTELLIGENCE = "intelligence", "Intelligence"
