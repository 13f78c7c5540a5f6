"""Concerns about adults from care providers: a sheet with a title above its headings (A2, A15)."""

import re
from collections.abc import Sequence
from datetime import date

from openmash.core.partial_dates import age_on
from openmash.intake.rules.births import read_birth
from openmash.intake.rules.headings import Headings
from openmash.intake.rules.moments import ToldMoment, day_in_london, read_moment
from openmash.intake.rules.people_told import (
    LONGEST_NAME,
    doubts_about_names,
    told_line,
)
from openmash.intake.rules.rows import (
    cell,
    doubts_about_rows,
    reference_problems,
    shape_problems,
    told_in,
    whole_text,
)
from openmash.intake.rules.told import (
    ToldAdultConcern,
    ToldContact,
    ToldPerson,
    ToldReferrer,
)
from openmash.intake.rules.units import Problem, RawRow
from openmash.intake.terms import (
    AbuseLocation,
    AbuseType,
    AdultSource,
    Channel,
    Part,
    SourceCode,
    SuggestedTrack,
    WishesAsked,
)

HEADINGS = Headings(
    columns=(
        "Ref",
        "Date reported",
        "Adult surname",
        "Adult first name",
        "D.O.B.",
        "Where abuse occurred",
        "Type(s) of abuse",
        "What happened",
        "Adult's wishes",
        "Reported by",
    ),
    needed=frozenset(
        {"Ref", "Date reported", "Adult surname", "Adult first name", "What happened"}
    ),
    aliases={"reference": "Ref", "dateofbirth": "D.O.B."},
)

_SHARED = ("Date reported", "Where abuse occurred", "Type(s) of abuse", "Reported by")
_ABUSE = {each.label.casefold(): each for each in AbuseType} | {
    each.value.replace("_", " "): each for each in AbuseType
}
# "Care home" and "Hospital" do not say which of the return's kinds; a person has to (5.10).
_PLACES = {each.label.casefold(): each for each in AbuseLocation} | {
    "community": AbuseLocation.COMMUNITY,
    "home": AbuseLocation.OWN_HOME,
}
_NURSE = re.compile(r"\bnurse\b", re.IGNORECASE)
_HOME_CARE = re.compile(r"\bhome ?care\b", re.IGNORECASE)
_CAPACITY = re.compile(r"\bcapacity\b", re.IGNORECASE)
_BETWEEN_TYPES = re.compile(r"[;,/\n]")
_NOT_ASKED = "not asked"


def unit_of(row: RawRow) -> tuple[str, ...]:
    """Rows that share a reference are one concern, of several adults perhaps."""
    if reference := cell(row, "Ref"):
        return (reference.upper(),)
    return ("", *(cell(row, column) for column in HEADINGS.columns))


def reference_of(rows: Sequence[RawRow]) -> str:
    return next(iter(told_in(rows, "Ref")), "")


def received_at(rows: Sequence[RawRow]) -> ToldMoment | None:
    """Return the earliest moment any row says it was reported."""
    told = [moment for each in told_in(rows, "Date reported") if (moment := read_moment(each))]
    return min(told, key=lambda moment: moment.at, default=None)


def read_notification(rows: Sequence[RawRow]) -> ToldContact | tuple[Problem, ...]:
    """Return what one concern tells, or every reason it cannot be loaded yet."""
    received = received_at(rows)
    found = _problems(rows, received)
    if found or received is None:
        return tuple(found)
    on = day_in_london(received.at)
    people = tuple(_person(row, on=on) for row in rows)
    return ToldContact(
        sender_reference=reference_of(rows),
        channel=Channel.PROVIDER_IMPORT,
        received_at=received.at,
        people=people,
        referrer=_referrer(rows),
        place=told_line("; ".join(told_in(rows, "Where abuse occurred"))),
        tracks=_tracks(people),
        narrative=whole_text(rows, "What happened"),
        adult_concern=_adult_concern(rows),
        raw=tuple(rows),
        doubts=received.doubts + doubts_about_rows(rows, _SHARED) + _doubts(rows),
    )


def _problems(rows: Sequence[RawRow], received: ToldMoment | None) -> list[Problem]:
    found = reference_problems(reference_of(rows), "Ref", "provider's")
    if received is None:
        told = ", ".join(told_in(rows, "Date reported"))[:60]
        words = f"“{told}” is no date that ever was." if told else "It is blank."
        found.append(Problem("Date reported", f"{words} Write it as dd/mm/yyyy or dd.mm.yy."))
    found += shape_problems(rows, HEADINGS)
    said = ("What happened", "Adult surname", "Adult first name")
    if not any(told_in(rows, each) for each in said):
        words = "Nothing says what happened or to whom. Ask the provider."
        found.append(Problem("What happened", words))
    return found


def _person(row: RawRow, *, on: date) -> ToldPerson:
    birth = read_birth(cell(row, "D.O.B."), on=on)
    given_names = told_line(cell(row, "Adult first name"), LONGEST_NAME)
    family_name = told_line(cell(row, "Adult surname"), LONGEST_NAME)
    born = birth.born.day if birth.born else None
    is_child = born is not None and 0 <= age_on(born, on) < 18
    young = ("Told as an adult, yet under 18 by the date of birth.",) if is_child else ()
    return ToldPerson(
        part=Part.CHILD_OF_CONCERN if is_child else Part.ADULT_OF_CONCERN,
        given_names=given_names,
        family_name=family_name,
        born=birth.born,
        expected_on=birth.expected_on,
        born_as_told=told_line(cell(row, "D.O.B."), 60),
        doubts=birth.doubts + doubts_about_names(given_names, family_name) + young,
    )


def _tracks(people: Sequence[ToldPerson]) -> frozenset[SuggestedTrack]:
    """A concern from a provider opens the adult track, and the child's where one is under 18."""
    children = any(each.part is Part.CHILD_OF_CONCERN for each in people)
    return frozenset({SuggestedTrack.ADULT} | ({SuggestedTrack.CHILD} if children else set()))


def _referrer(rows: Sequence[RawRow]) -> ToldReferrer:
    """`Manager, Rose Lea` is a role and where it is held; either may be missing."""
    told = told_line("; ".join(told_in(rows, "Reported by")))
    role, _, organisation = (each.strip() for each in told.partition(","))
    source_code, adult_source = _source(role)
    return ToldReferrer(
        role=role, organisation=organisation, source_code=source_code, adult_source=adult_source
    )


def _source(role: str) -> tuple[SourceCode, AdultSource | None]:
    """A manager may be of a home or of home care: that is left for a person to say (5.11)."""
    if _NURSE.search(role):
        return SourceCode.PRIMARY_HEALTH, AdultSource.COMMUNITY_HEALTH
    return SourceCode.OTHER, AdultSource.DOMICILIARY if _HOME_CARE.search(role) else None


def _adult_concern(rows: Sequence[RawRow]) -> ToldAdultConcern:
    wishes = whole_text(rows, "Adult's wishes")
    not_asked = wishes.casefold() == _NOT_ASKED
    capacity = wishes if _CAPACITY.search(wishes) else ""
    place = told_line("; ".join(told_in(rows, "Where abuse occurred")))
    return ToldAdultConcern(
        abuse_types=tuple(code for each in _types_told(rows) if (code := _ABUSE.get(each))),
        abuse_types_as_told=told_line("; ".join(told_in(rows, "Type(s) of abuse"))),
        location=_PLACES.get(place.casefold()),
        location_as_told=place,
        wishes="" if not_asked else wishes,
        wishes_asked=_asked(wishes, not_asked=not_asked, capacity=bool(capacity)),
        capacity_as_told=capacity,
    )


def _types_told(rows: Sequence[RawRow]) -> tuple[str, ...]:
    told = [
        each.strip().casefold()
        for text in told_in(rows, "Type(s) of abuse")
        for each in _BETWEEN_TYPES.split(text)
    ]
    return tuple(dict.fromkeys(each for each in told if each))


def _asked(wishes: str, *, not_asked: bool, capacity: bool) -> WishesAsked:
    """Words about capacity in place of wishes leave open whether the adult was asked."""
    if not_asked:
        return WishesAsked.NO
    return WishesAsked.YES if wishes and not capacity else WishesAsked.NOT_STATED


def _doubts(rows: Sequence[RawRow]) -> tuple[str, ...]:
    unknown = [each for each in _types_told(rows) if each not in _ABUSE]
    found = [f"Type of abuse “{each[:60]}” is not one we know." for each in unknown]
    if not told_in(rows, "What happened"):
        found.append("Nothing says what happened.")
    return tuple(found)
