"""People in a school's referral: the children it is about, and those around them."""

import re
from collections.abc import Iterator
from datetime import date

from openmash.intake.rules.births import read_birth
from openmash.intake.rules.moments import read_day
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
from openmash.people.terms import IdentifierScheme, Sex

_ANSWER = re.compile(r"(subjects|others)\[(\d{1,4})\]\.(.+)", re.ASCII)
_UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]", re.ASCII)
_PARTS = {
    "parent": Part.PARENT_CARER,
    "mother": Part.PARENT_CARER,
    "father": Part.PARENT_CARER,
    "step-parent": Part.PARENT_CARER,
    "carer": Part.PARENT_CARER,
    "guardian": Part.PARENT_CARER,
    "sibling": Part.SIBLING,
    "brother": Part.SIBLING,
    "sister": Part.SIBLING,
    "household": Part.HOUSEHOLD,
    "grandparent": Part.HOUSEHOLD,
    "alleged harm": Part.ALLEGED_HARM,
    "professional": Part.PROFESSIONAL,
}
_RESPONSIBLE = {"true": True, "yes": True, "false": False, "no": False}


def read_people(row: RawRow, *, on: date) -> tuple[ToldPerson, ...]:
    """Return the children first, then the others, each in the order they were told."""
    everybody = sorted(_told_by_person(row).items(), key=lambda each: _order(each[0]))
    return tuple(_person(who, answers, on=on) for (who, _), answers in everybody)


def _order(key: tuple[str, int]) -> tuple[bool, int]:
    return (key[0] == "others", key[1])


def _told_by_person(row: RawRow) -> dict[tuple[str, int], RawRow]:
    found: dict[tuple[str, int], RawRow] = {}
    for who, place, question, told in _answers(row):
        found.setdefault((who, place), {})[question] = told
    return {key: each for key, each in found.items() if any(told.strip() for told in each.values())}


def _answers(row: RawRow) -> Iterator[tuple[str, int, str, str]]:
    for name, told in row.items():
        if found := _ANSWER.fullmatch(name):
            yield found[1], int(found[2]), found[3], told


def _person(who: str, row: RawRow, *, on: date) -> ToldPerson:
    relationship = told_line(cell(row, "relationship"), 120)
    birth = read_birth(cell(row, "date_of_birth"), on=on)
    expected_on = birth.expected_on or read_day(cell(row, "expected_on"))
    address = told_or_blank(cell(row, "address"))
    homeless = is_no_fixed_abode(address)
    given_names = told_line(cell(row, "given_name"), LONGEST_NAME)
    family_name = told_line(cell(row, "surname"), LONGEST_NAME)
    postcode = read_postcode(cell(row, "postcode"))
    upn = told_line(cell(row, "upn"), 40).upper()
    return ToldPerson(
        part=_part(who, relationship),
        given_names=given_names,
        family_name=family_name,
        born=birth.born,
        expected_on=expected_on,
        born_as_told=told_line(cell(row, "date_of_birth"), 60),
        sex=Sex.UNBORN if expected_on else read_sex(cell(row, "sex")),
        ethnicity=told_line(cell(row, "ethnicity"), 60),
        address="" if homeless else address,
        postcode=postcode,
        no_fixed_abode=homeless,
        phone=told_or_blank(cell(row, "phone"), LONGEST_PHONE),
        school=told_or_blank(cell(row, "school")),
        relationship=relationship,
        parental_responsibility=_RESPONSIBLE.get(cell(row, "parental_responsibility").casefold()),
        identifiers=((IdentifierScheme.UPN, upn),) if upn else (),
        doubts=birth.doubts
        + doubts_about_names(given_names, family_name)
        + doubts_about_postcode(postcode)
        + _doubts_about_upn(upn),
    )


def _part(who: str, relationship: str) -> Part:
    if who == "subjects":
        return Part.CHILD_OF_CONCERN
    return _PARTS.get(relationship.casefold(), Part.OTHER)


def _doubts_about_upn(upn: str) -> tuple[str, ...]:
    if upn and not _UPN.fullmatch(upn):
        return (f"“{upn}” does not look like a unique pupil number.",)
    return ()
