"""Ratings, levels of need, and the published threshold document (A5.1, A5.8, A5.12)."""

from datetime import date

from pydantic import Field

from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.rules.scope import AlwaysCheck
from openmash.governance.terms import AgencyKind, Colour, Shape, Track


class Level(Part):
    """One level of need, in the name the area's own continuum gives it."""

    level: int = Field(ge=1, le=9)
    name: Text
    meaning: Text


class Rating(Part):
    """One rating: colour, shape and word together, so that no one of them is needed alone.

    `order` is 1 for the most urgent. Only an information request is without a level of need.
    """

    code: Code
    colour: Colour
    shape: Shape
    word: Text
    meaning: Text
    order: int = Field(ge=1)
    level: int | None = None


class Indicator(Part):
    """One published sign, for the threshold helper (A2.5); only a child's has a level of need."""

    code: Code
    words: Text
    track: Track
    level: int | None = None


class ThresholdDocument(Part):
    """The threshold document a decision is made under; the decision keeps its version."""

    title: Text
    version: Text
    effective_from: date
    indicators: tuple[Indicator, ...]


class SiteThresholds(ThresholdDocument):
    """The threshold document of one site's authority, where several work side by side."""

    site: Code


class Grade(Part):
    """One step of an agency's own scale, and the hub rating it is read beside."""

    code: Code
    word: Text
    meaning: Text
    rating: Code


class AgencyScale(Part):
    """An agency's own scale of risk, described once; it never sets the hub's rating (A5.4)."""

    agency: AgencyKind
    name: Text
    grades: tuple[Grade, ...] = Field(min_length=1)


class DirectRoad(Part):
    """A road that does not wait for the hub: to whom, and whether they are told at once.

    `checks_first` is the older way, in which background checks came before passing on.
    """

    code: Code
    what: Text
    to: AgencyKind
    ratings: tuple[Code, ...] = ()
    tracks: tuple[Track, ...] = ()
    told_at_once: bool = False
    checks_first: bool = False


class CheckGate(Part):
    """May the threshold be decided from the contact and what is already known? (A5.2)

    `never_wait` ratings are asked about before agreement and basis are complete (A7.7). Where there
    is an `items_from_level`, what agencies hold enters the record only from that level of need.
    """

    question: Text
    straight_to_allocation: tuple[Code, ...] = ()
    checks_may_run_beside: bool = True
    never_wait: tuple[Code, ...] = ()
    always_check: tuple[AlwaysCheck, ...] = ()
    direct: tuple[DirectRoad, ...] = ()
    items_from_level: int | None = None
