"""The verbs of this room: an agency gives its view, people discuss, somebody decides."""

from openmash.decisions.selectors.picturing import DecisionSought, OutcomeChosen
from openmash.decisions.services.deciding import CannotDecideYet, record_decision
from openmash.decisions.services.discussing import (
    CannotRecordDiscussion,
    Minutes,
    TookPart,
    record_discussion,
)
from openmash.decisions.services.drafting import (
    CannotKeepDraft,
    discard_decision_draft,
    forget_drafts_of,
    keep_decision_draft,
)
from openmash.decisions.services.freezing import thaw
from openmash.decisions.services.reopening import CannotReopen, reopen_decision
from openmash.decisions.services.second_reading import (
    CannotReadAgain,
    agree_with_decision,
    send_decision_back,
)
from openmash.decisions.services.viewing import CannotGiveView, give_view

__all__ = [
    "CannotDecideYet",
    "CannotGiveView",
    "CannotKeepDraft",
    "CannotReadAgain",
    "CannotRecordDiscussion",
    "CannotReopen",
    "DecisionSought",
    "Minutes",
    "OutcomeChosen",
    "TookPart",
    "agree_with_decision",
    "discard_decision_draft",
    "forget_drafts_of",
    "give_view",
    "keep_decision_draft",
    "record_decision",
    "record_discussion",
    "reopen_decision",
    "send_decision_back",
    "thaw",
]
