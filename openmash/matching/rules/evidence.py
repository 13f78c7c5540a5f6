"""What comparing two records finds: each fact, how it agrees, how much it weighs, in words."""

from dataclasses import dataclass

from openmash.matching.rules.levels import LEVELS, Level
from openmash.matching.terms import Agreement, Band, Caution, Field


@dataclass(frozen=True)
class Evidence:
    """One fact of two records. `words` and `label` are plain English, translated where shown."""

    field: Field
    level: Level
    weight: float
    label: str

    @property
    def agreement(self) -> Agreement:
        return LEVELS[self.field][self.level][0]

    @property
    def words(self) -> str:
        return LEVELS[self.field][self.level][1]

    def plain(self) -> dict[str, str | float]:
        """Return the evidence as it is kept beside a suggestion or a judgement."""
        return {
            "field": self.field.value,
            "level": self.level,
            "label": self.label,
            "agreement": self.agreement.value,
            "words": self.words,
            "weight": round(self.weight, 2),
        }


@dataclass(frozen=True)
class Suggestion:
    """What the evidence suggests and every reason for it; a person decides (A3.1)."""

    evidence: tuple[Evidence, ...]
    weight: float
    band: Band
    cautions: tuple[Caution, ...] = ()

    def because(self) -> list[str]:
        """Return the telling facts in words, weightiest first, after what calls for care."""
        telling = sorted((e for e in self.evidence if e.weight), key=lambda e: -abs(e.weight))
        return [
            *(each.label for each in self.cautions),
            *(f"{each.label}: {each.words}" for each in telling),
        ]
