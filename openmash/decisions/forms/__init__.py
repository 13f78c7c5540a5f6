"""The shape of what is asked on this room's pages; rules are elsewhere."""

from openmash.decisions.forms.deciding import Column, DecideForm, Level, OutcomeRow
from openmash.decisions.forms.talking import (
    DiscussionForm,
    ParticipantForm,
    ReopenForm,
    SecondReadingForm,
    ViewForm,
    participant_forms,
)

__all__ = [
    "Column",
    "DecideForm",
    "DiscussionForm",
    "Level",
    "OutcomeRow",
    "ParticipantForm",
    "ReopenForm",
    "SecondReadingForm",
    "ViewForm",
    "participant_forms",
]
