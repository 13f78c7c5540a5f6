"""Ages and dates of birth in words, no more exactly than they were told (A3.6, A9.3)."""

from datetime import date

from django.utils.dateformat import format as in_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openmash.core.partial_dates import PartialDate, Precision, age_on


def born_words(born: PartialDate | None) -> str:
    """Return "20 October 2011", "October 2011", "2011", "about 2011" or "not known"."""
    if born is None or born.day is None:
        return _("not known")
    if born.precision is Precision.DAY:
        return in_format(born.day, "j F Y")
    if born.precision is Precision.MONTH:
        return in_format(born.day, "F Y")
    if born.precision is Precision.YEAR:
        return str(born.day.year)
    return _("about %(year)s") % {"year": born.day.year}


def age_words(born: PartialDate | None, *, on: date) -> str:
    """Return "14", "11 months", "3 weeks", "about 4", or nothing when it is not known."""
    if born is None or born.day is None or born.day > on:
        return ""
    if born.precision in (Precision.YEAR, Precision.ABOUT):
        return _("about %(age)s") % {"age": on.year - born.day.year}
    years = age_on(born.day, on)
    return str(years) if years >= 2 else _young_age(born.day, on)


def _young_age(born: date, on: date) -> str:
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months:
        return ngettext("%(n)s month", "%(n)s months", months) % {"n": months}
    weeks, days = divmod((on - born).days, 7)
    if weeks:
        return ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks}
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
