"""The components: one tag for each thing that must look and read the same on every page."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from openmash.core.partial_dates import PartialDate
from openmash.web import marks, times
from openmash.web.form_errors import ErrorLink, error_links
from openmash.web.house import House

register = template.Library()


@register.inclusion_tag("web/components/rating.html", takes_context=True)
def rating(context: Context, value: Any) -> dict[str, object]:
    """Show a rating: shape, word and colour, as the hub's policy has them."""
    own = _house(context).ratings if isinstance(value, str) else {}
    return {"mark": marks.rating_mark(own.get(str(value), value))}


@register.simple_tag(takes_context=True)
def hub_word(context: Context, name: str) -> str:
    """Show what this hub calls a contact, a referral, a check, a product or a discussion."""
    return _(_house(context).word(name))


def _house(context: Context) -> House:
    return getattr(context.get("shell"), "house", None) or House()


@register.inclusion_tag("web/components/clock.html", takes_context=True)
def clock(context: Context, due: Any, now: datetime | None = None) -> dict[str, object]:
    """Show a clock as a sentence; `due` is a moment, or a thing with `due_at` and `stopped_at`."""
    now = now or _now(context)
    due_at = due if isinstance(due, datetime) else marks.part(due, "due_at", None)
    if due_at is None:
        return {}
    met_at = None if isinstance(due, datetime) else marks.part(due, "stopped_at", None)
    return {
        "due_at": due_at,
        "full": times.full_moment(due_at),
        "words": times.clock_words(due_at, now=now, met_at=met_at),
        "is_late": (met_at or now) > due_at,
        "is_soon": met_at is None and now <= due_at and due_at - now < times.SOON,
    }


@register.simple_tag(takes_context=True)
def moment(context: Context, at: datetime | None) -> SafeString | str:
    """Show a moment in words, London time, with all of it in the title."""
    if at is None:
        return ""
    return format_html(
        '<time datetime="{}" title="{}">{}</time>',
        at.isoformat(),
        times.full_moment(at),
        times.moment_words(at, now=_now(context)),
    )


@register.filter
def duration(length: timedelta | None) -> str:
    """Show a length of time: "52 min", "3 h"."""
    return times.length_words(length) if length is not None else ""


@register.simple_tag(takes_context=True)
def day(context: Context, value: date | None) -> SafeString | str:
    """Show a day in words."""
    if value is None:
        return ""
    words = times.day_words(value, today=times.london(_now(context)).date())
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words)


@register.simple_tag
def partial_date(told: PartialDate | None) -> str:
    """Show a date no more exactly than it was told."""
    return times.partial_date_words(told) if told else ""


@register.simple_tag(takes_context=True)
def age(context: Context, born: PartialDate | date | None) -> str:
    """Show an age in words, or when a baby is expected."""
    return times.age_words(born, on=times.london(_now(context)).date())


@register.inclusion_tag("web/components/person_name.html", takes_context=True)
def person_name(
    context: Context, name: Any, born: PartialDate | date | None = None, lang: str = ""
) -> dict[str, object]:
    """Show a name in its own script and direction, with the age after it when known."""
    known = born or marks.part(name, "born", None) or marks.part(name, "expected_on", None)
    return {
        "name": marks.part(name, "name") or name,
        "age": age(context, known),
        "lang": lang,
    }


@register.inclusion_tag("web/components/handling.html")
def handling(code: str) -> dict[str, str]:
    """Show a handling code with its meaning (A8.2)."""
    return {"code": str(code), "meaning": marks.handling_meaning(code) if code else ""}


@register.inclusion_tag("web/components/source.html", takes_context=True)
def source(
    context: Context, agency: Any, when: Any = None, nature: str = "", code: str = ""
) -> dict[str, object]:
    """Show where a fact comes from: agency, date, fact or opinion, handling code."""
    is_moment = isinstance(when, datetime)
    shown = moment(context, when) if is_moment else day(context, when)
    return {"agency": agency, "when": shown, "nature": nature, "code": code}


@register.inclusion_tag("web/components/agencies_state.html")
def agencies_state(states: Iterable[Any]) -> dict[str, object]:
    """Show who has answered: `P●` answered, `○` waiting, `–` nil, `✕` refused."""
    return {"marks": marks.agency_marks(states)}


@register.inclusion_tag("web/components/empty.html")
def empty(words: str) -> dict[str, str]:
    """Say kindly that there is nothing here."""
    return {"words": words}


@register.inclusion_tag("web/components/summary_list.html")
def summary_list(rows: Mapping[str, Any] | Iterable[tuple[Any, ...]]) -> dict[str, object]:
    """Show keys and values; a row may carry a third part, the address of a change link."""
    pairs = rows.items() if isinstance(rows, Mapping) else rows
    return {"rows": [_summary_row(*each) for each in pairs]}


@register.inclusion_tag("web/components/obstacles.html")
def obstacles(reasons: Iterable[str], title: str = "") -> dict[str, object]:
    """Show what stops a verb, as a check list before anybody presses its button."""
    return {"reasons": list(reasons), "title": title}


@register.inclusion_tag("web/components/pagination.html", takes_context=True)
def pagination(context: Context, page: "Page[Any]") -> dict[str, object]:
    """Show the pages of a list; filters in the address are kept."""
    return {"page": page, "request": context.get("request")}


@register.inclusion_tag("web/components/form_errors.html")
def form_errors(*forms: BaseForm, keeps_still: bool = False) -> dict[str, object]:
    """Show the error summary: every problem, each a link to where it is mended.

    It takes the focus when the page opens, so that it is heard first, unless it `keeps_still`.
    """
    links: list[ErrorLink] = [link for form in forms for link in error_links(form)]
    return {"errors": links, "keeps_still": keeps_still}


@register.inclusion_tag("web/components/status.html")
def status(words: str, tone: str = "plain") -> dict[str, str]:
    """Show a state word set apart; `tone` is plain, quiet, good or wrong."""
    return {"words": words, "tone": tone}


def _summary_row(key: Any, value: Any, change: str = "") -> dict[str, object]:
    return {"key": key, "value": value, "change": change}


def _now(context: Context) -> datetime:
    now: datetime = context.get("now") or timezone.now()
    return now
