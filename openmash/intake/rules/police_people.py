"""People in a police notification: the part each plays, and who they were told to be."""

from collections.abc import Sequence
from datetime import date

from openmash.core.partial_dates import age_on
from openmash.intake.rules.births import ToldBirth, read_birth
from openmash.intake.rules.people_told import (
    LONGEST_NAME,
    LONGEST_PHONE,
    doubts_about_names,
    doubts_about_postcode,
    is_no_fixed_abode,
    read_postcode,
    read_sex,
    told_line,
    told_or_blank,
)
from openmash.intake.rules.rows import cell
from openmash.intake.rules.told import ToldPerson
from openmash.intake.rules.units import RawRow
from openmash.intake.terms import Part
from openmash.people.terms import Sex

_PARTS = {
    "child": Part.CHILD_OF_CONCERN,
    "suspect": Part.ALLEGED_HARM,
    "perpetrator": Part.ALLEGED_HARM,
    "parent/carer": Part.PARENT_CARER,
    "parent": Part.PARENT_CARER,
    "carer": Part.PARENT_CARER,
    "sibling": Part.SIBLING,
    "household": Part.HOUSEHOLD,
    "professional": Part.PROFESSIONAL,
    "witness": Part.OTHER,
    "informant": Part.OTHER,
    "other": Part.OTHER,
}
_BY_AGE = ("subject", "victim", "missing person")
_ADULT_KINDS = ("VA", "DA")


def read_people(rows: Sequence[RawRow], *, kind: str, on: date) -> tuple[ToldPerson, ...]:
    """Return everybody the rows tell about; a row that describes nobody adds nobody."""
    return tuple(_person(row, kind=kind, on=on) for row in rows if _describes_somebody(row))


def _describes_somebody(row: RawRow) -> bool:
    described = ("Person Role", "Surname", "Forename(s)", "DOB", "Address", "Phone")
    return any(cell(row, column) for column in described)


def _person(row: RawRow, *, kind: str, on: date) -> ToldPerson:
    birth = read_birth(cell(row, "DOB"), on=on)
    age = _age(birth, on)
    part = _part(cell(row, "Person Role"), kind=kind, age=age)
    address = told_or_blank(cell(row, "Address"))
    homeless = is_no_fixed_abode(address)
    given_names = told_line(cell(row, "Forename(s)"), LONGEST_NAME)
    family_name = told_line(cell(row, "Surname"), LONGEST_NAME)
    school = told_or_blank(cell(row, "School"))
    postcode = read_postcode(cell(row, "Postcode"))
    return ToldPerson(
        part=part,
        given_names=given_names,
        family_name=family_name,
        born=birth.born,
        expected_on=birth.expected_on,
        born_as_told=told_line(cell(row, "DOB"), 60),
        sex=Sex.UNBORN if birth.expected_on else read_sex(cell(row, "Sex")),
        ethnicity_perceived=told_line(cell(row, "Officer-defined ethnicity"), 40),
        address="" if homeless else address,
        postcode=postcode,
        no_fixed_abode=homeless,
        phone=told_or_blank(cell(row, "Phone"), LONGEST_PHONE),
        school="" if school.upper() == "EHE" else school,
        home_educated=school.upper() == "EHE",
        relationship=told_line(cell(row, "Person Role"), 120),
        doubts=birth.doubts
        + doubts_about_names(given_names, family_name)
        + doubts_about_postcode(postcode)
        + _doubts_about_part(row, part=part, kind=kind, age=age),
    )


def _age(birth: ToldBirth, on: date) -> int | None:
    """An unborn child, and one told as born afterwards, are both of no age."""
    if birth.expected_on:
        return 0
    if birth.born is None or birth.born.day is None:
        return None
    return max(0, age_on(birth.born.day, on))


def _part(role: str, *, kind: str, age: int | None) -> Part:
    """Subjects and victims are children or adults by age; without one, by the kind of form."""
    plain = role.casefold()
    if plain not in _BY_AGE:
        return _PARTS.get(plain, Part.OTHER)
    if kind == "CYP" or (age is not None and age < 18):
        return Part.CHILD_OF_CONCERN
    if age is None and kind not in _ADULT_KINDS:
        return Part.CHILD_OF_CONCERN
    return Part.ADULT_OF_CONCERN


def _doubts_about_part(row: RawRow, *, part: Part, kind: str, age: int | None) -> tuple[str, ...]:
    role = cell(row, "Person Role")
    if role.casefold() not in _PARTS and role.casefold() not in _BY_AGE:
        told = f"“{role[:60]}”" if role else "blank"
        return (f"The part this person plays is told as {told}.",)
    if part is Part.CHILD_OF_CONCERN and age is not None and age >= 18:
        return ("Told as a child, yet 18 or older by the date of birth.",)
    if part is Part.CHILD_OF_CONCERN and kind == "VA":
        return ("Told as a vulnerable adult, yet under 18 by the date of birth.",)
    if part is Part.ALLEGED_HARM and age is not None and age < 18:
        return ("Told as having caused harm, and is a child too.",)
    if part.is_concern and kind == "MISPER" and age is None:
        return ("No age is known; taken to be a child until it is.",)
    return ()
