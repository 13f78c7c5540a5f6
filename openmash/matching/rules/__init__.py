"""Matching on paper: weigh two records, put candidates in order, join and part."""

from openmash.matching.rules.comparing import compare, look_alike_warning
from openmash.matching.rules.evidence import Evidence, Suggestion
from openmash.matching.rules.joining import (
    Contradiction,
    Judged,
    contradictions,
    identities,
    standing,
)
from openmash.matching.rules.kept import Kept, Reason, cautions_in, kept, reasons_in
from openmash.matching.rules.levels import LEVELS
from openmash.matching.rules.ranking import Ranked, rank
from openmash.matching.rules.weights import FIRST_WEIGHTS, Weights, load_weights
from openmash.matching.rules.worth import worth_showing

__all__ = [
    "FIRST_WEIGHTS",
    "LEVELS",
    "Contradiction",
    "Evidence",
    "Judged",
    "Kept",
    "Ranked",
    "Reason",
    "Suggestion",
    "Weights",
    "cautions_in",
    "compare",
    "contradictions",
    "identities",
    "kept",
    "load_weights",
    "look_alike_warning",
    "rank",
    "reasons_in",
    "standing",
    "worth_showing",
]
