"""The steps of a story: each one public verb, done by whoever would do it, seeing what they see.

Journeys and the story of `tests.story` are told with them.
"""

from tests.steps.moments import ANSWERED, ASKED, SENT
from tests.steps.telling import (
    IWAN,
    MOTHER,
    a_child,
    a_draft,
    a_file_of_one_bad_row,
    a_paper,
    a_question,
    concern_of,
    subject_of,
    told_by_lee,
)
from tests.steps.working import (
    POWER,
    PURPOSE,
    a_conversation,
    an_entry,
    answer,
    ask,
    decide,
    opened,
    screened,
    share,
    told_to_the_end,
)

__all__ = [
    "ANSWERED",
    "ASKED",
    "IWAN",
    "MOTHER",
    "POWER",
    "PURPOSE",
    "SENT",
    "a_child",
    "a_conversation",
    "a_draft",
    "a_file_of_one_bad_row",
    "a_paper",
    "a_question",
    "an_entry",
    "answer",
    "ask",
    "concern_of",
    "decide",
    "opened",
    "screened",
    "share",
    "subject_of",
    "told_by_lee",
    "told_to_the_end",
]
