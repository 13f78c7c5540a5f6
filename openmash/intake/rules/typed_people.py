"""People as somebody typed them on a form: nothing typed is refused, doubts travel with it (A3.3).

A household is entered once: everybody lives at its address unless they are said to live elsewhere.
"""

from dataclasses import dataclass
from datetime import date

from openmash.core.partial_dates import PartialDate, Precision
from openmash.intake.rules.births import ToldBirth, read_birth
from openmash.intake.rules.characters import doubts_about_text
from openmash.intake.rules.people_told import (
    LONGEST_NAME,
    LONGEST_PHONE,
    doubts_about_postcode,
    is_no_fixed_abode,
    read_postcode,
    told_line,
)
from openmash.intake.rules.told import ToldPerson
from openmash.intake.terms import WhoTold
from openmash.people.rules import Expected, birth_doubt, identifier_problem, parse_birth
from openmash.people.terms import IdentifierScheme, Sex

_SEX_OF = {WhoTold.MOTHER: Sex.FEMALE, WhoTold.FATHER: Sex.MALE, WhoTold.UNBORN: Sex.UNBORN}
_NO_NAME = "No name was told."


@dataclass(frozen=True)
class PersonTyped:
    """One person's answers on a form."""

    who: WhoTold
    given_names: str = ""
    family_name: str = ""
    born: str = ""
    sex: Sex = Sex.NOT_KNOWN
    relationship: str = ""
    elsewhere: bool = False
    address: str = ""
    postcode: str = ""
    phone: str = ""
    school: str = ""
    parental_responsibility: bool | None = None
    nhs_number: str = ""
    upn: str = ""
    first_language: str = ""
    needs_interpreter: bool = False
    communication_needs: str = ""

    @property
    def is_blank(self) -> bool:
        """Say whether nothing at all was typed of this person."""
        said = (self.given_names, self.family_name, self.born, self.relationship, self.address)
        return not any(each.strip() for each in (*said, self.nhs_number, self.upn, self.school))


@dataclass(frozen=True)
class Household:
    """Where the people of a form live, entered once, and whether that must be kept from others."""

    address: str = ""
    postcode: str = ""
    address_protected: bool = False
    contact_unsafe: bool = False


def person_typed(typed: PersonTyped, household: Household, *, on: date) -> ToldPerson:
    """Return somebody on a form as told; what cannot be read is kept, with a doubt."""
    birth = birth_typed(typed.born, is_unborn=typed.who is WhoTold.UNBORN, on=on)
    lives_there = not typed.elsewhere and typed.who is not WhoTold.PROFESSIONAL
    address = told_line(household.address if lives_there else typed.address)
    postcode = read_postcode(household.postcode if lives_there else typed.postcode)
    homeless = is_no_fixed_abode(address)
    given_names = told_line(typed.given_names, LONGEST_NAME)
    family_name = told_line(typed.family_name, LONGEST_NAME)
    identifiers = _identifiers(typed)
    return ToldPerson(
        part=typed.who.part,
        given_names=given_names,
        family_name=family_name,
        born=birth.born,
        expected_on=birth.expected_on,
        born_as_told=told_line(typed.born, 60),
        sex=Sex.UNBORN if birth.expected_on else _sex(typed),
        address="" if homeless else address,
        postcode=postcode,
        no_fixed_abode=homeless,
        phone=told_line(typed.phone, LONGEST_PHONE),
        school=told_line(typed.school),
        relationship=told_line(typed.relationship or typed.who.relationship, 120),
        parental_responsibility=typed.parental_responsibility,
        identifiers=identifiers,
        first_language=told_line(typed.first_language, 60),
        needs_interpreter=typed.needs_interpreter,
        communication_needs=told_line(typed.communication_needs, 300),
        address_protected=household.address_protected and lives_there,
        contact_unsafe=household.contact_unsafe and lives_there,
        doubts=birth.doubts
        + _doubts_about_name(typed, given_names, family_name)
        + doubts_about_text(f"{given_names} {family_name}")
        + doubts_about_postcode(postcode)
        + _doubts_about_numbers(identifiers),
    )


def birth_typed(text: str, *, on: date, is_unborn: bool = False) -> ToldBirth:
    """Return what was typed for a date of birth: a day, a part of one, an age, a date expected."""
    due = is_unborn and text.strip() and not text.strip().casefold().startswith(("edd", "due"))
    read = parse_birth(f"EDD {text}" if due else text, on=on)
    if isinstance(read, Expected):
        return ToldBirth(expected_on=read.on)
    if isinstance(read, PartialDate):
        return ToldBirth(read if read.day else None, doubts=_doubts_about_birth(read))
    return read_birth(text, on=on)


def _doubts_about_birth(born: PartialDate) -> tuple[str, ...]:
    if doubt := birth_doubt(born):
        return (doubt,)
    return ("The age is an estimate.",) if born.precision is Precision.ABOUT else ()


def _sex(typed: PersonTyped) -> Sex:
    """Return the answer given; a mother or a father need not answer twice."""
    return typed.sex or _SEX_OF.get(typed.who, Sex.NOT_KNOWN)


def _identifiers(typed: PersonTyped) -> tuple[tuple[IdentifierScheme, str], ...]:
    given = (
        (IdentifierScheme.NHS_NUMBER, told_line(typed.nhs_number, 40)),
        (IdentifierScheme.UPN, told_line(typed.upn, 40).upper()),
    )
    return tuple((scheme, value) for scheme, value in given if value)


def _doubts_about_name(typed: PersonTyped, given: str, family: str) -> tuple[str, ...]:
    """Nobody expects a baby not yet born to have a name."""
    return () if given or family or typed.who is WhoTold.UNBORN else (_NO_NAME,)


def _doubts_about_numbers(
    identifiers: tuple[tuple[IdentifierScheme, str], ...],
) -> tuple[str, ...]:
    problems = (identifier_problem(scheme, value) for scheme, value in identifiers)
    return tuple(str(each) for each in problems if each)
