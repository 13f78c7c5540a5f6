"""The hours a hub, or one of its agencies, keeps (clock rule (e))."""

from collections.abc import Iterable
from datetime import date, time
from functools import cached_property
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from openmash.core.working_time import HubHours, Nation, Span, Term
from openmash.governance.rules.parts import Code, Part

Hours = Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d-\d\d:\d\d$")]


class SchoolTerm(Part):
    """A school's term, or half of one: the first day children come and the last."""

    first: date
    last: date

    @model_validator(mode="after")
    def _is_a_span(self) -> Self:
        Term(self.first, self.last)
        return self


class Calendar(Part):
    """A week of hours written as `09:00-17:00`, and the days that are not like others.

    `terms` make it a school's; `not_bank_holidays` are those moved to another day.
    """

    name: Code
    nation: Nation
    monday: tuple[Hours, ...] = ()
    tuesday: tuple[Hours, ...] = ()
    wednesday: tuple[Hours, ...] = ()
    thursday: tuple[Hours, ...] = ()
    friday: tuple[Hours, ...] = ()
    saturday: tuple[Hours, ...] = ()
    sunday: tuple[Hours, ...] = ()
    open_on_bank_holidays: bool = False
    extra_bank_holidays: tuple[date, ...] = ()
    not_bank_holidays: tuple[date, ...] = ()
    closed_days: tuple[date, ...] = ()
    terms: tuple[SchoolTerm, ...] = ()

    @model_validator(mode="after")
    def _can_be_kept(self) -> Self:
        _ = self.hours
        return self

    @cached_property
    def hours(self) -> HubHours:
        """These hours, ready for arithmetic."""
        week = (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )
        return HubHours(
            week=tuple(_spans(day) for day in week),
            nation=self.nation,
            open_on_bank_holidays=self.open_on_bank_holidays,
            extra_bank_holidays=frozenset(self.extra_bank_holidays),
            closed_days=frozenset(self.closed_days),
            not_bank_holidays=frozenset(self.not_bank_holidays),
            terms=tuple(Term(each.first, each.last) for each in self.terms),
        )


def _spans(day: Iterable[str]) -> tuple[Span, ...]:
    ends = (each.split("-") for each in day)
    return tuple(
        Span(time.fromisoformat(opens), time.fromisoformat(shuts)) for opens, shuts in ends
    )
