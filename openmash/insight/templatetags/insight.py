"""Words for what comes next, filled in the reader's language and time."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django import template
from django.utils.dateformat import format as in_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from openmash.core.working_time import LONDON
from openmash.insight.rules import Forecast, NextStep, Now, Repeat

register = template.Library()
NAMED_AT_MOST = 2


@register.simple_tag
def next_words(step: NextStep, now: datetime) -> SafeString:
    """Show what comes next, with when the agencies were asked: the hour today, or the day."""
    return _fill(step.words, step, _when(step.asked_at, now) if step.asked_at else "")


@register.simple_tag
def next_why(step: NextStep) -> SafeString:
    """Show why that comes next."""
    return _fill(step.why, step, "")


@register.filter
def as_list(words: Sequence[str]) -> str:
    """Show `a`, `a and b`, or `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    first = ", ".join(words[:-1])
    return _("%(first)s and %(last)s") % {"first": first, "last": words[-1]}


@register.simple_tag
def repeat_words(repeat: Repeat | None) -> str:
    """Show "4th contact in 8 weeks"."""
    if repeat is None:
        return ""
    return ngettext(
        "%(nth)s contact in %(n)s week", "%(nth)s contact in %(n)s weeks", repeat.weeks
    ) % {"nth": ordinal(repeat.nth), "n": repeat.weeks}


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 4th and so on."""
    if 10 <= number % 100 <= 20:
        return _("%(n)sth") % {"n": number}
    endings = {1: _("%(n)sst"), 2: _("%(n)snd"), 3: _("%(n)srd")}
    return endings.get(number % 10, _("%(n)sth")) % {"n": number}


@register.simple_tag
def now_words(now: Now, rating: str) -> str:
    """Show the board's first sentence: what is most urgent, and what it waits for."""
    sentences = [
        ngettext("%(n)s %(rating)s open.", "%(n)s %(rating)ss open.", now.open)
        % {"n": now.open, "rating": rating}
        if now.open
        else _("No %(rating)s open.") % {"rating": rating}
    ]
    if now.late:
        sentences.append(
            ngettext("%(n)s is past its time.", "%(n)s are past their time.", now.late)
            % {"n": now.late}
        )
    if now.soon and now.by:
        sentences.append(_soon(now))
    return " ".join(sentences)


def _soon(now: Now) -> str:
    assert now.by is not None
    late = [_lower(each) for each in now.agencies]
    return ngettext(
        "%(n)s will pass its time by %(by)s unless %(agencies)s answers.",
        "%(n)s will pass their time by %(by)s unless %(agencies)s answer.",
        now.soon,
    ) % {
        "n": now.soon,
        "by": f"{now.by.astimezone(LONDON):%H:%M}",
        "agencies": as_list(late) if len(late) <= NAMED_AT_MOST else _many(late),
    }


@register.simple_tag
def due_words(forecast: Forecast) -> str:
    """Show how many time limits have passed, and how many will by when."""
    if not forecast.late and not forecast.coming:
        return _("Nothing will pass its time by %(by)s.") % {"by": _by(forecast.by)}
    sentences = []
    if forecast.late:
        sentences.append(
            ngettext(
                "%(n)s time limit has passed.", "%(n)s time limits have passed.", forecast.late
            )
            % {"n": forecast.late}
        )
    if forecast.coming:
        sentences.append(
            ngettext(
                "%(n)s will pass by %(by)s unless something happens.",
                "%(n)s will pass by %(by)s unless something happens.",
                forecast.coming,
            )
            % {"n": forecast.coming, "by": _by(forecast.by)}
        )
    return " ".join(sentences)


def _by(moment: datetime) -> str:
    """Return the hour where there is one, or the last day before a midnight."""
    here = moment.astimezone(LONDON)
    if (here.hour, here.minute) == (0, 0):
        return in_format(here - timedelta(days=1), "l j F")
    return f"{here:%H:%M}"


@register.simple_tag
def lower_first(label: str) -> str:
    """Show a label in the middle of a sentence, in the reader's language."""
    return _lower(_(label))


@register.filter
def in_hours(length: timedelta | None) -> str:
    """Show "19 h" or "3 days": whole, and no more exact than a median deserves."""
    if length is None:
        return ""
    hours = round(length.total_seconds() / 3600)
    if hours >= 72:
        return _("%(n)s days") % {"n": round(hours / 24)}
    return _("%(n)s h") % {"n": hours} if hours else _("under an hour")


def _fill(words: str, step: NextStep, when: str) -> SafeString:
    places = {
        "agencies": conditional_escape(_agencies(step)),
        "when": conditional_escape(when),
        "team": conditional_escape(step.team),
    }
    return format_html("{}", SafeString(conditional_escape(_(words)) % places))


def _agencies(step: NextStep) -> str:
    if len(step.agencies) > NAMED_AT_MOST:
        return _many(step.agencies)
    return as_list(step.agencies)


def _many(agencies: Sequence[str]) -> str:
    return _("%(n)s agencies") % {"n": len(agencies)}


def _when(at: datetime, now: datetime) -> str:
    here, today = at.astimezone(LONDON), now.astimezone(LONDON).date()
    return f"{here:%H:%M}" if here.date() == today else in_format(here, "D j M H:i")


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
