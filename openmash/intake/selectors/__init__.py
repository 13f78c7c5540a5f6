"""Reading what arrived: each question takes the viewer; what they may not open is not there."""

from openmash.intake.selectors.contacts import (
    OPEN_STATES,
    contact_for,
    contacts_visible_to,
    referral_for,
    referrals_of,
    triage_queue,
)
from openmash.intake.selectors.counting import Counts, counts
from openmash.intake.selectors.drafts import Answers, draft_for, drafts_of
from openmash.intake.selectors.gate import GateSays, gate_says
from openmash.intake.selectors.imports import (
    batch_for,
    batches_of,
    refused_row_for,
    refused_rows_open,
)
from openmash.intake.selectors.papers import originals_of, papers_of
from openmash.intake.selectors.questions import question_for, questions_of, questions_open_for
from openmash.intake.selectors.repeats import repeat_panel
from openmash.intake.selectors.screening import picture_for_screening, suggestions_on
from openmash.intake.selectors.subjects import (
    adult_tests_missing,
    latest_adult_tests,
    latest_screening,
    subjects_of,
    tracks_opened,
)

__all__ = [
    "OPEN_STATES",
    "Answers",
    "Counts",
    "GateSays",
    "adult_tests_missing",
    "batch_for",
    "batches_of",
    "contact_for",
    "contacts_visible_to",
    "counts",
    "draft_for",
    "drafts_of",
    "gate_says",
    "latest_adult_tests",
    "latest_screening",
    "originals_of",
    "papers_of",
    "picture_for_screening",
    "question_for",
    "questions_of",
    "questions_open_for",
    "referral_for",
    "referrals_of",
    "refused_row_for",
    "refused_rows_open",
    "repeat_panel",
    "subjects_of",
    "suggestions_on",
    "tracks_opened",
    "triage_queue",
]
