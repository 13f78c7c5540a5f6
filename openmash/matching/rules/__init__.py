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
from openmash.matching.rules.levels import LEVELS
from openmash.matching.rules.ranking import Ranked, rank
from openmash.matching.rules.weights import FIRST_WEIGHTS, Weights, load_weights

__all__ = [
    "FIRST_WEIGHTS",
    "LEVELS",
    "Contradiction",
    "Evidence",
    "Judged",
    "Ranked",
    "Suggestion",
    "Weights",
    "compare",
    "contradictions",
    "identities",
    "load_weights",
    "look_alike_warning",
    "rank",
    "standing",
]
