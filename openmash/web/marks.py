"""Marks that stand beside a word and never instead of it: ratings, agencies' answers, codes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from openmash.core.handling import HandlingCode

RATING_SHAPES = {"red": "■", "amber": "▲", "green": "●", "blue": "◆"}
SHAPES = {"square": "■", "triangle": "▲", "circle": "●", "diamond": "◆"}
RATING_WORDS = {
    "red": gettext_lazy("Red"),
    "amber": gettext_lazy("Amber"),
    "green": gettext_lazy("Green"),
    "blue": gettext_lazy("Blue"),
}
ANSWER_SHAPES = {"answered": "●", "waiting": "○", "late": "◔", "nil": "–", "refused": "✕"}
ANSWER_WORDS = {
    "answered": gettext_lazy("answered"),
    "waiting": gettext_lazy("waiting"),
    "late": gettext_lazy("waiting, past its time"),
    "nil": gettext_lazy("nothing known"),
    "refused": gettext_lazy("refused, with a reason"),
    "not_asked": gettext_lazy("not asked"),
}


@dataclass(frozen=True)
class RatingMark:
    """A rating as shown: a shape, a word and a colour, so that no one of them is needed."""

    colour: str
    shape: str
    word: str


@dataclass(frozen=True)
class AgencyMark:
    """One agency's answer in a row of marks: a letter and a shape, with the whole in words."""

    letters: str
    shape: str
    words: str
    state: str


def part(thing: Any, name: str, default: Any = "") -> Any:
    """Return a named part of a mapping or an object."""
    if isinstance(thing, Mapping):
        return thing.get(name, default)
    return getattr(thing, name, default)


def rating_mark(value: Any) -> RatingMark:
    """Return the mark for a code, or for anything with a `colour`, perhaps a `word` and a `shape`.

    A hub's own rating has all three from its policy.
    """
    colour = str(part(value, "colour") or value or "").lower()
    shape = SHAPES.get(str(part(value, "shape")), RATING_SHAPES.get(colour, "○"))
    own = str(part(value, "word"))
    word = _(own) if own else RATING_WORDS.get(colour) or _("Not rated")
    return RatingMark(colour if colour in RATING_SHAPES else "none", shape, str(word))


def agency_marks(states: Iterable[Any]) -> list[AgencyMark]:
    """Return marks for things with a `name`, a `state` and perhaps `letters`."""
    return [_agency_mark(each) for each in states]


def handling_meaning(code: str) -> str:
    """Return what a handling code allows, in words (A8.2)."""
    return _(HandlingCode(code).meaning)


def _agency_mark(each: Any) -> AgencyMark:
    name, state = str(part(each, "name")), str(part(each, "state"))
    words = f"{name}: {ANSWER_WORDS.get(state, state)}"
    return AgencyMark(
        letters=part(each, "letters") or name[:1].upper(),
        shape=ANSWER_SHAPES.get(state, "·"),
        words=words,
        state=state,
    )
