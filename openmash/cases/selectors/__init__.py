"""Reading the working file; nothing reaches a case but through `cases_visible_to`."""

from openmash.cases.selectors.clocks import (
    clock_of_case,
    late_about,
    told_by_hand,
    track_for,
)
from openmash.cases.selectors.gate import (
    case_by_id,
    case_for,
    cases_locked_to,
    cases_visible_to,
    cases_worked_by,
    is_worked_by,
)
from openmash.cases.selectors.people import (
    KnownCase,
    cases_of_people,
    concern_people_of,
    concerns_of_cases,
    contacts_of,
    open_cases_of_people,
    people_of,
)
from openmash.cases.selectors.record import (
    RecordEntry,
    allocations_of,
    moves_of,
    ratings_of,
    running_record,
)
from openmash.cases.selectors.work import covers_of, held_cases, tasks_for, workers_for

__all__ = [
    "KnownCase",
    "RecordEntry",
    "allocations_of",
    "case_by_id",
    "case_for",
    "cases_locked_to",
    "cases_of_people",
    "cases_visible_to",
    "cases_worked_by",
    "clock_of_case",
    "concern_people_of",
    "concerns_of_cases",
    "contacts_of",
    "covers_of",
    "held_cases",
    "is_worked_by",
    "late_about",
    "moves_of",
    "open_cases_of_people",
    "people_of",
    "ratings_of",
    "running_record",
    "tasks_for",
    "told_by_hand",
    "track_for",
    "workers_for",
]
