"""Reading suggestions and judgements; somebody who may not be known of is in neither."""

from openmash.matching.selectors.comparing import Comparison, FactCompared, comparison
from openmash.matching.selectors.judgements import (
    JudgementShown,
    Trail,
    judged_among,
    standing_judgements_on_each,
    trail_of,
)
from openmash.matching.selectors.suggestions import SuggestionShown, open_suggestions_for

__all__ = [
    "Comparison",
    "FactCompared",
    "JudgementShown",
    "SuggestionShown",
    "Trail",
    "comparison",
    "judged_among",
    "open_suggestions_for",
    "standing_judgements_on_each",
    "trail_of",
]
