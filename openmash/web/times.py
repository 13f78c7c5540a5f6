"""Time in words, as a person in the hub would say it, always in London time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as in_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from openmash.core.partial_dates import PartialDate
from openmash.people import selectors as people

LONDON = ZoneInfo("Europe/London")
SOON = timedelta(hours=4)


def london(at: datetime) -> datetime:
    return at.astimezone(LONDON)


def moment_words(at: datetime, *, now: datetime) -> str:
    """Return "today 08:12", "Fri 20 Nov 17:05", or with the year when it is another year."""
    here = london(at)
    return f"{_near_day(here.date(), london(now).date())} {here:%H:%M}"


def full_moment(at: datetime) -> str:
    """Return the moment with nothing left out: "Friday 20 November 2026 at 17:05"."""
    here = london(at)
    return _("%(day)s at %(time)s") % {"day": in_format(here, "l j F Y"), "time": f"{here:%H:%M}"}


def day_words(day: date, *, today: date) -> str:
    """Return "Fri 20 Nov" in this year, "20 Nov 2019" in another."""
    return in_format(day, "D j M" if day.year == today.year else "j M Y")


def partial_date_words(told: PartialDate) -> str:
    """Return the date no more exactly than it was told (A9.3)."""
    return people.born_words(told)


def age_words(born: PartialDate | date | None, *, on: date) -> str:
    """Return "4", "11 months", "3 weeks", "about 4", "expected 14 Aug", or "" when not known."""
    told = born if isinstance(born, PartialDate) or born is None else PartialDate(born)
    if told is not None and told.day is not None and told.day > on:
        return _("expected %(day)s") % {"day": in_format(told.day, "j M")}
    return people.age_words(told, on=on)


def length_words(length: timedelta) -> str:
    """Return "52 min", "1 h 40 min", "2 h", "3 days": two units at most, rounded down."""
    minutes = int(length.total_seconds()) // 60
    hours, days = minutes // 60, minutes // (60 * 24)
    if days >= 2:
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    if not hours:
        return _("%(n)s min") % {"n": minutes}
    if hours >= 12 or minutes % 60 == 0:
        return pgettext("hours", "%(n)s h") % {"n": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes % 60}


def clock_words(due_at: datetime, *, now: datetime, met_at: datetime | None = None) -> str:
    """Return the clock as a sentence: what is left, when it is due, or how late it is."""
    if met_at is not None:
        return _met_words(due_at, met_at)
    if now > due_at:
        return _("late by %(length)s") % {"length": length_words(now - due_at)}
    if due_at - now < SOON:
        return _("%(length)s left") % {"length": length_words(due_at - now)}
    return _("due %(moment)s") % {"moment": moment_words(due_at, now=now)}


def _met_words(due_at: datetime, met_at: datetime) -> str:
    if met_at <= due_at:
        return _("met in time")
    return _("met late, by %(length)s") % {"length": length_words(met_at - due_at)}


def _near_day(day: date, today: date) -> str:
    near = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
    if word := near.get((day - today).days):
        return word
    if 0 < (day - today).days < 7:
        return in_format(day, "D")
    return in_format(day, "D j M" if day.year == today.year else "D j M Y")
