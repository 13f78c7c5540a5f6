"""Pages of handing over, answering and closing."""

from openmash.pathways.views.answering import answer, feedback
from openmash.pathways.views.closing import close
from openmash.pathways.views.handing import hand_over
from openmash.pathways.views.receiving import handover, handovers
from openmash.pathways.views.status import status

__all__ = ["answer", "close", "feedback", "hand_over", "handover", "handovers", "status"]
