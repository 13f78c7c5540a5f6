"""When something happened, in words as exact as what was told and no more (A9.3)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as in_format
from django.utils.translation import gettext as _

from openmash.chronology.rules import Happened
from openmash.chronology.terms import HappenedPrecision

LONDON = ZoneInfo("Europe/London")


def happened_words(happened: Happened) -> str:
    """Return "20 Nov 2026, 17:05", "November 2026", "about 2014", or that it is not known."""
    if happened.since is None:
        return _("Date not known")
    begins = _moment_words(happened.since, happened.precision)
    if happened.until is None:
        return begins
    ends = _moment_words(_last_of(happened.until, happened.precision), happened.precision)
    if begins == ends:
        return begins
    return _("%(begins)s to %(ends)s") % {"begins": begins, "ends": ends}


def stretch_words(since: date, until: date) -> str:
    """Return "November 2026", "July to September 2026" or "2014" for a bar of the strip."""
    last = until - timedelta(days=1)
    if (last.year, last.month) == (since.year, since.month):
        return in_format(since, "F Y")
    if (since.month, last.month) == (1, 12):
        return str(since.year)
    begins, ends = in_format(since, "F"), in_format(last, "F Y")
    return _("%(begins)s to %(ends)s") % {"begins": begins, "ends": ends}


def _moment_words(at: datetime, precision: HappenedPrecision) -> str:
    here = at.astimezone(LONDON)
    if precision is HappenedPrecision.ABOUT:
        return _("about %(year)s") % {"year": here.year}
    shapes = {
        HappenedPrecision.MINUTE: "j M Y, H:i",
        HappenedPrecision.MONTH: "F Y",
        HappenedPrecision.YEAR: "Y",
    }
    return in_format(here, shapes.get(precision, "j M Y"))


def _last_of(until: datetime, precision: HappenedPrecision) -> datetime:
    """The end of a span is the first moment after it; what is shown is its last day."""
    exact = precision is HappenedPrecision.MINUTE
    return until if exact else until - timedelta(seconds=1)
