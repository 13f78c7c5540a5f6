"""What only the whole can show of a policy's clocks: that each can begin, run, and keep the law."""

from collections.abc import Callable, Iterator
from datetime import date

from openmash.core.working_time import Unit
from openmash.governance.rules.calendars import Calendar
from openmash.governance.rules.clocks import ClockTerms, LateReason
from openmash.governance.rules.draft import Draft
from openmash.governance.rules.flaws import Flaw
from openmash.governance.rules.law import lawful_clocks
from openmash.governance.terms import BreachReason, Edition, Force, Track
from openmash.governance.terms.clocks import STARTS

SET_BY_LAW = {(each.track, each.kind) for each in lawful_clocks(Track, date.max)}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")


def _clocks_can_begin(draft: Draft) -> Iterator[Flaw]:
    for path, clock in draft.sound("clocks", ClockTerms):
        known = STARTS.get(clock.kind)
        told_by_law = (clock.track, clock.kind) in SET_BY_LAW
        if known is not None and clock.start not in known and not told_by_law:
            wrong = f"“{clock.label}” would never begin: nobody says {clock.start.label} for it."
            yield Flaw(f"{path}.start", wrong, f"Use one of: {', '.join(known)}.")


def _the_law_stands_still_for_nobody(draft: Draft) -> Iterator[Flaw]:
    for path, clock in draft.sound("clocks", ClockTerms):
        if clock.may_pause_for and clock.force is Force.STATUTORY:
            wrong = f"“{clock.label}” is set by statute, and no pause may hide that it is late."
            mend = (
                "Take may_pause_for out; or, if no statute sets this clock, call its force local."
            )
            yield Flaw(f"{path}.may_pause_for", wrong, mend)
        elif clock.may_pause_for and not clock.allowance.amount:
            wrong = f"“{clock.label}” allows no time, so there is nothing to pause."
            yield Flaw(
                f"{path}.may_pause_for", wrong, "Take may_pause_for out, or allow some time."
            )


def _school_days_have_terms(draft: Draft) -> Iterator[Flaw]:
    calendars = {each.name: each for _, each in draft.sound("calendars", Calendar)}
    for path, clock in draft.sound("clocks", ClockTerms):
        kept = calendars.get(clock.calendar)
        if clock.allowance.unit is Unit.SCHOOL_DAYS and kept and not kept.terms:
            wrong = f"“{clock.label}” counts school days, and “{kept.name}” has no terms."
            mend = "Give that calendar its terms, or name the calendar of a school."
            yield Flaw(f"{path}.calendar", wrong, mend)


def _the_law_counts_every_weekday(draft: Draft) -> Iterator[Flaw]:
    """A hub that never opens on Fridays may not thereby make the law's days fewer."""
    if draft.raw.get("edition") == Edition.AS_DESCRIBED:
        return
    calendars = {each.name: each for _, each in draft.sound("calendars", Calendar)}
    for path, clock in draft.sound("clocks", ClockTerms):
        kept = calendars.get(clock.calendar)
        if (
            clock.force is not Force.STATUTORY
            or not clock.allowance.counts_working_days
            or not kept
        ):
            continue
        if shut := [day.capitalize() for day in WEEKDAYS if not getattr(kept, day)]:
            wrong = f"“{clock.label}” is set by statute, and “{kept.name}” skips {', '.join(shut)}."
            mend = "Name a calendar with hours from Monday to Friday for this clock."
            yield Flaw(f"{path}.calendar", wrong, mend)


def _late_reasons_are_its_own(draft: Draft) -> Iterator[Flaw]:
    for path, why in draft.sound("late_reasons", LateReason):
        if why.code in {each.value for each in BreachReason}:
            wrong = f"Every hub has “{why.code}” already."
            yield Flaw(f"{path}.code", wrong, "Take it out, or give it another code.")


CHECKS_OF_CLOCKS: tuple[Callable[[Draft], Iterator[Flaw]], ...] = (
    _clocks_can_begin,
    _the_law_stands_still_for_nobody,
    _school_days_have_terms,
    _the_law_counts_every_weekday,
    _late_reasons_are_its_own,
)
