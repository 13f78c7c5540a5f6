"""Pages of deciding together: each opens a case, asks, tries, and shows (idiom 7)."""

from openmash.decisions.views.deciding import decide
from openmash.decisions.views.discussing import discussion
from openmash.decisions.views.drafting import draft
from openmash.decisions.views.reading import decision, reopen
from openmash.decisions.views.viewing import view

__all__ = ["decide", "decision", "discussion", "draft", "reopen", "view"]
