"""Deadlines on a hub's own clock (T1 to T22; clock rules (d0), (e) and (f) of section 3.1).

The laws this arithmetic keeps, each one a property test:

- the answer is the same in whatever zone the moment was written;
- received outside hours counts from the next opening, and the moment of closing is still inside;
- *n* working days end at closing on the *n*th working day after the day of receipt;
- a hub moves its own hours, never the law's working days: a day it closes of its own accord
  stops hub hours, and only a bank holiday stops working days (clock rule (f));
- a pause gives back what it took, counted in the unit of what was paused, and no more.

Every answer is in UTC, and so is every sum, which makes the changes of the clock need no care at
all save one: no hub opens or closes in the hour in which the clocks change.
"""

from openmash.core.working_time.allowances import Allowance, Unit
from openmash.core.working_time.deadlines import (
    Pause,
    deadline,
    next_opening,
    time_left,
    time_spent,
    working_time_between,
)
from openmash.core.working_time.hours import (
    LONDON,
    HubHours,
    Nation,
    Span,
    Spell,
    Term,
    bank_holidays,
)

__all__ = [
    "LONDON",
    "Allowance",
    "HubHours",
    "Nation",
    "Pause",
    "Span",
    "Spell",
    "Term",
    "Unit",
    "bank_holidays",
    "deadline",
    "next_opening",
    "time_left",
    "time_spent",
    "working_time_between",
]
