"""What is kept of the evidence beside a suggestion and a judgement, and read back from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openmash.matching.rules.evidence import Suggestion
from openmash.matching.terms import Agreement, Caution

Kept = dict[str, Any]


@dataclass(frozen=True)
class Reason:
    """One telling fact, as it was shown to whoever judged; in plain English."""

    label: str
    words: str
    agreement: Agreement
    weight: float


def kept(suggestion: Suggestion) -> Kept:
    """Return a suggestion's evidence as plain values."""
    return {
        "facts": [each.plain() for each in suggestion.evidence],
        "cautions": [each.value for each in suggestion.cautions],
    }


def reasons_in(evidence: Mapping[str, Any]) -> list[Reason]:
    """Return the telling facts of kept evidence, the weightiest first."""
    read = [
        Reason(each["label"], each["words"], Agreement(each["agreement"]), each["weight"])
        for each in evidence.get("facts", ())
        if each["weight"]
    ]
    return sorted(read, key=lambda each: -abs(each.weight))


def cautions_in(evidence: Mapping[str, Any]) -> list[Caution]:
    return [Caution(each) for each in evidence.get("cautions", ())]
