"""Days announced late: what they make of a calendar, and what stands in the way of one (rule e)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from openmash.core.working_time import HubHours, Nation
from openmash.governance.rules.calendars import Calendar
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.terms.clocks import DayKind


@dataclass(frozen=True)
class DayAnnounced:
    """One day, for a nation or for one calendar of the hub; a later word on it stands."""

    day: date
    kind: DayKind
    nation: str = ""
    calendar: str = ""

    def is_for(self, calendar: Calendar) -> bool:
        if self.kind.is_of_a_nation:
            return calendar.nation == self.nation
        return calendar.name == self.calendar


def hours_with(calendar: Calendar, days: Iterable[DayAnnounced]) -> HubHours:
    """Return a calendar's hours with the days announced since it was written, in order."""
    hours = calendar.hours
    for each in days:
        if each.is_for(calendar):
            hours = _with(hours, each)
    return hours


def document_with(document: PolicyDocument, days: Iterable[DayAnnounced]) -> PolicyDocument:
    """Return a policy whose calendars know the days announced since it was written."""
    days = tuple(days)
    if not days:
        return document
    calendars = tuple(_calendar_with(each, days) for each in document.calendars)
    return document.model_copy(update={"calendars": calendars})


def obstacles_to_announcing(
    announced: DayAnnounced, why: str, document: PolicyDocument
) -> Iterator[str]:
    """Yield every reason not to record this day, each with its mend."""
    if not why.strip():
        yield "Say why in a sentence: it is kept beside every time it moves."
    if announced.kind.is_of_a_nation:
        kept = sorted({each.nation for each in document.calendars})
        if announced.nation not in kept:
            names = ", ".join(Nation(each).value for each in kept)
            yield f"No calendar of this hub is kept by that nation. Use one of: {names}."
    elif announced.calendar not in {each.name for each in document.calendars}:
        names = ", ".join(each.name for each in document.calendars)
        yield f"This hub has no calendar “{announced.calendar}”. Use one of: {names}."


def _calendar_with(calendar: Calendar, days: Iterable[DayAnnounced]) -> Calendar:
    hours = hours_with(calendar, days)
    if hours == calendar.hours:
        return calendar
    kept = {
        "extra_bank_holidays": sorted(hours.extra_bank_holidays),
        "not_bank_holidays": sorted(hours.not_bank_holidays),
        "closed_days": sorted(hours.closed_days),
    }
    return Calendar.model_validate(calendar.model_dump() | kept)  # a copy would keep the old hours


def _with(hours: HubHours, announced: DayAnnounced) -> HubHours:
    day = frozenset({announced.day})
    match announced.kind:
        case DayKind.BANK_HOLIDAY:
            return replace(
                hours,
                extra_bank_holidays=hours.extra_bank_holidays | day,
                not_bank_holidays=hours.not_bank_holidays - day,
            )
        case DayKind.NO_BANK_HOLIDAY:
            return replace(
                hours,
                extra_bank_holidays=hours.extra_bank_holidays - day,
                not_bank_holidays=hours.not_bank_holidays | day,
            )
        case DayKind.CLOSED:
            return replace(hours, closed_days=hours.closed_days | day)
        case DayKind.OPEN:
            return replace(hours, closed_days=hours.closed_days - day)
