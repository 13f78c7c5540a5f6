"""What tests of presets share: moments in London, and when a preset's clock runs out."""

from datetime import datetime

from openmash.core.working_time import LONDON
from openmash.governance.rules import clock_terms, due_at, load_preset

BEFORE_THE_BANK_HOLIDAY = datetime(2026, 5, 1, 16, 50, tzinfo=LONDON)  # a Friday


def london(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def due(name, kind, start=BEFORE_THE_BANK_HOLIDAY, **about):
    policy = load_preset(name)
    terms = clock_terms(policy, kind, **about)
    assert terms is not None
    return due_at(terms, start, policy).astimezone(LONDON)
