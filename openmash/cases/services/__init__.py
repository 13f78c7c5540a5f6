"""The verbs of the working file: who, what, when; each leaves its footprint (ADR 6)."""

from openmash.cases.services.agencies import add_agency_to_case
from openmash.cases.services.allocating import CannotAllocate, allocate_case
from openmash.cases.services.moving import CaseCannotMove, close_case, move_case
from openmash.cases.services.opening import CannotOpenCase, add_contact_to_case, open_case
from openmash.cases.services.rating import CannotRate, rate_case
from openmash.cases.services.recording import CannotRecord, record_conversation
from openmash.cases.services.restricting import CannotRestrict, lift_restriction, restrict_case
from openmash.cases.services.roads import tell_kind
from openmash.cases.services.timing import (
    meet_limit,
    pause_limit,
    resume_limit,
    say_why_late,
    start_limit,
)

__all__ = [
    "CannotAllocate",
    "CannotOpenCase",
    "CannotRate",
    "CannotRecord",
    "CannotRestrict",
    "CaseCannotMove",
    "add_agency_to_case",
    "add_contact_to_case",
    "allocate_case",
    "close_case",
    "lift_restriction",
    "meet_limit",
    "move_case",
    "open_case",
    "pause_limit",
    "rate_case",
    "record_conversation",
    "restrict_case",
    "resume_limit",
    "say_why_late",
    "start_limit",
    "tell_kind",
]
