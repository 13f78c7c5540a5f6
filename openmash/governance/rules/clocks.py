"""A policy's clocks: what each one allows, and when it runs out (3.1, A6.1)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator

from openmash.core.working_time import Allowance, Pause, Unit, deadline
from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.terms import ClockKind, Force, Rung, StartEvent, Track
from openmash.governance.terms.clocks import PauseReason

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


CHOICES = (
    "same_time",
    "runs_past_closing",
    "by_opening",
    "counts_at_once",
    "ends_on_working_day",
)


class AllowanceTerms(Part):
    """How long, in what; and how it treats closing time."""

    amount: Decimal
    unit: Unit
    same_time: bool = False
    runs_past_closing: bool = False
    by_opening: bool = False
    counts_at_once: bool = False
    ends_on_working_day: bool = False

    @model_validator(mode="after")
    def _can_be_counted(self) -> Self:
        _ = self.allowance
        return self

    @cached_property
    def allowance(self) -> Allowance:
        return Allowance(self.amount, self.unit, **self.choices)

    @property
    def choices(self) -> dict[str, bool]:
        """The choices made beside amount and unit, as a clock keeps them."""
        return {name: True for name in CHOICES if getattr(self, name)}

    @property
    def needs_calendar(self) -> bool:
        """Whether it depends on which hours and days somebody keeps."""
        return self.unit is Unit.HUB_HOURS or self.counts_working_days

    @property
    def counts_working_days(self) -> bool:
        """Whether it depends on which days are working days, and so on bank holidays."""
        return self.unit.skips_days or self.ends_on_working_day


class ClockTerms(Part):
    """One clock: for every track and rating unless it names one.

    It may stand still for the reasons in `may_pause_for` and no others; `confirmed` is False where
    nobody has yet read the source of the time it allows.
    """

    kind: ClockKind
    rule: Text
    label: Text
    start: StartEvent
    allowance: AllowanceTerms
    force: Force
    track: Track | None = None
    rating: Code | None = None
    calendar: Code = "hub"
    may_pause_for: tuple[PauseReason, ...] = ()
    confirmed: bool = True

    @property
    def aim(self) -> tuple[ClockKind, Track | None, str | None]:
        """What it is the clock for; a policy may not have two with the same aim."""
        return self.kind, self.track, self.rating


class LadderStep(Part):
    """At this much of its time gone, a clock tells these people (A6.3)."""

    percent: int = Field(gt=0, le=100)
    tells: Rung


class LateReason(Part):
    """A reason of the hub's own for being late, beside those every hub has (5.17)."""

    code: Code
    label: Text


def clock_terms(
    document: "PolicyDocument",
    kind: ClockKind,
    track: Track | None = None,
    rating: str | None = None,
) -> ClockTerms | None:
    """Return the most particular clock of this kind, if the policy has one at all.

    A clock for the track outranks one for the rating, as law outranks colour.
    """
    fitting = (
        each
        for each in document.clocks
        if each.kind is kind and each.track in (None, track) and each.rating in (None, rating)
    )
    return max(fitting, key=_particularity, default=None)


def start_of(
    terms: ClockTerms, at: datetime, since: Mapping[StartEvent, datetime] | None = None
) -> datetime:
    """Return when a clock began: at the event its terms name, if that is known, or else now.

    `since` is what has happened to the same matter, and when: a product may be timed from when
    checks started or from receipt, as the policy says.
    """
    return (since or {}).get(terms.start, at)


def due_at(
    terms: ClockTerms,
    start: datetime,
    document: "PolicyDocument",
    *,
    calendar: str | None = None,
    pauses: Iterable[Pause] = (),
) -> datetime:
    """Return when a clock started at `start` runs out.

    It runs on the calendar it names, or on `calendar`: an agency's reply is timed on the
    agency's own hours.
    """
    kept = document.calendar(calendar or terms.calendar)
    return deadline(start, terms.allowance.allowance, kept.hours, pauses)


def re_rated_due(
    old_due: datetime,
    new_due: datetime,
    *,
    raised: bool,
    reason_to_extend: str = "",
) -> datetime:
    """Return when a clock is due after its contact was rated again (clock rule (d)).

    `new_due` is measured from the re-rating. Raised: whichever comes first. Lowered: as before,
    unless somebody says why there should be longer.
    """
    if raised:
        return min(old_due, new_due)
    return max(old_due, new_due) if reason_to_extend.strip() else old_due


def _particularity(terms: ClockTerms) -> tuple[bool, bool]:
    return terms.track is not None, terms.rating is not None
