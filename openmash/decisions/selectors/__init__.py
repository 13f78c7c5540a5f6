"""What was thought and decided, for those who may know."""

from openmash.decisions.selectors.standing import (
    decision_of,
    discussions_of,
    strategy_discussion_of,
)

__all__ = ["decision_of", "discussions_of", "strategy_discussion_of"]
