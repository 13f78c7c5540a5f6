"""Two records side by side: the families and mishaps the field warns of."""

from dataclasses import replace
from datetime import date

import pytest

from openmash.core.partial_dates import PartialDate, Precision
from openmash.matching.rules import Suggestion, compare, look_alike_warning
from openmash.matching.rules.comparing import LOOK_ALIKE
from openmash.matching.terms import Agreement, Band, Caution, Field
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonFacts
from openmash.people.terms import AddressUse, IdentifierScheme, NameUse, Sex

HOME = AddressFact("12 High Street", "ZX1 2AB")
NUMBER, OTHER_NUMBER = "999 123 4578", "999 123 4586"


def person(
    given: str,
    family: str,
    born: str = "",
    *,
    at: AddressFact | None = HOME,
    nhs: str = "",
    precision: Precision = Precision.DAY,
) -> PersonFacts:
    return PersonFacts(
        names=(NameFact(given, family),),
        born=PartialDate(date.fromisoformat(born), precision) if born else None,
        addresses=(at,) if at else (),
        identifiers=(IdentifierFact(IdentifierScheme.NHS_NUMBER, nhs),) if nhs else (),
    )


def level(found: Suggestion, field: Field) -> str:
    return next(each.level for each in found.evidence if each.field is field)


ELLA = person("Ella", "Kowalska", "2011-10-04")


@pytest.mark.parametrize(
    "told",
    [
        person("Ella", "Kowalska", "2011-10-04", at=None),
        person("Ela", "Kowalska", "2011-10-04"),
        person("Ella", "Kowalski", "2011-10-04"),
        person("ELLA", "KOWALSKA", "2011-10-04"),
        person("Kowalska", "Ella", "2011-10-04"),
        person("Ella", "Kowalska", "2011-04-10"),
        person("Ella", "Kowalska", "2011-10-05"),
        person("Ella", "Kowalska-Smith", "2011-10-04"),
        person("Ella", "Smith", "2011-10-04"),
        person("Ella", "Kowalska", "2011-10-01", precision=Precision.MONTH),
        person("Ella", "Kowalska", "2011-01-01", precision=Precision.YEAR),
    ],
)
def test_one_person_told_of_again_looks_the_same(told):
    assert compare(ELLA, told).band is Band.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Łukasz", "Wójcik"), ("?ukasz", "W?jcik")),
        (("Siobhán", "O'Connor"), ("Siobhan", "O Connor")),
        (("Liz", "Ó Briain"), ("Elizabeth", "O'Briain")),
        (("Minh Khai", "Nguyễn"), ("Minh", "Nguyen")),
        (("Rhys", "ap Dafydd"), ("Rhys", "Dafydd")),
        (("Fatima", "Al-Hassan"), ("Fatimah", "Hassan")),
        (("Ann-Marie", "Smith-Jones"), ("Annmarie", "Smith Jones")),
        (("小明", "王"), ("小明", "王")),
        (("Gosia", "Nowak"), ("Małgorzata", "Nowak")),
    ],
)
def test_names_spelled_as_the_field_spells_them_agree(one, other):
    left = person(one[0], one[1], "2011-10-04", at=None)
    right = person(other[0], other[1], "2011-10-04", at=None)
    assert compare(left, right).band is Band.SAME


def test_a_common_name_spelled_two_ways_wants_a_second_fact_beside_the_birth():
    left = person("Mohammed", "Hussain", "2011-10-04")
    right = person("Muhammad", "Hussein", "2011-10-04")
    assert compare(left, right).band is Band.SAME
    assert compare(replace(left, addresses=()), right).band is Band.LOOK


def test_twins_are_for_a_person_to_look_at():
    found = compare(ELLA, person("Jack", "Kowalska", "2011-10-04"))
    assert found.band is Band.LOOK
    assert found.cautions[0] is Caution.TWINS
    assert "May be twins or siblings" in found.because()[0]


def test_brothers_known_by_their_second_names_are_not_one():
    left = person("Mohammed Adam", "Khan", "2011-10-04")
    found = compare(left, person("Muhammad Yusuf", "Khan", "2011-10-04"))
    assert level(found, Field.FORENAME) == "first_only"
    assert (found.band, found.cautions[0]) == (Band.LOOK, Caution.TWINS)


def test_twins_of_nearly_one_name_carry_a_caution():
    left = person("Jayden", "Smith", "2011-10-04")
    assert Caution.NEARLY_TWINS in compare(left, person("Jaydon", "Smith", "2011-10-04")).cautions


def test_a_twin_given_the_others_number_is_for_a_person_to_look_at():
    left = person("Ella", "Kowalska", "2011-10-04", nhs=NUMBER)
    found = compare(left, person("Jack", "Kowalska", "2011-10-04", nhs=NUMBER))
    assert (found.band, found.cautions[0]) == (Band.LOOK, Caution.TWINS)


def test_parent_and_child_of_one_name_are_told_apart_in_words():
    found = compare(person("John", "Evans", "1980-03-02"), person("John", "Evans", "2011-10-04"))
    assert found.band is not Band.SAME
    assert Caution.GENERATIONS in found.cautions
    assert Caution.NAMESAKES not in found.cautions


def test_cousins_of_one_name_on_one_site_are_not_one():
    site = AddressFact("Plot 3", "ZX1 2AB", AddressUse.SITE)
    left = person("John", "Ward", "2010-03-02", at=site)
    found = compare(left, person("John", "Ward", "2011-11-24", at=site))
    assert found.band is Band.DIFFERENT
    assert {Caution.NAMESAKES, Caution.SHARED_PLACE} <= set(found.cautions)


def test_siblings_are_different_people():
    assert compare(ELLA, person("Jack", "Kowalska", "2014-02-17")).band is Band.DIFFERENT


def test_a_filler_date_is_little_evidence():
    left = person("Amina", "Ali", "2001-01-01", at=None)
    found = compare(left, left)
    assert (found.band, level(found, Field.BORN)) == (Band.LOOK, "year")
    assert Caution.FILLER_BIRTH in found.cautions


def test_a_name_at_an_address_without_a_birth_is_for_a_person_to_look_at():
    found = compare(person("Amina", "Ali"), person("Amina", "Ali", "2001-05-09"))
    assert (found.band, found.cautions) == (Band.LOOK, (Caution.NO_BIRTH,))


def test_a_refuge_says_little():
    refuge = AddressFact("", "ZX1 2AB", AddressUse.REFUGE)
    left, right = person("Sara", "Lee", at=refuge), person("Nia", "Parry", at=refuge)
    found = compare(left, right)
    assert level(found, Field.ADDRESS) == "shared"
    assert found.band is Band.DIFFERENT


def test_no_fixed_abode_is_not_an_address_two_people_share():
    street = AddressFact("NFA")
    found = compare(person("Sara", "Lee", at=street), person("Nia", "Parry", at=street))
    assert level(found, Field.ADDRESS) == "not_known"


def test_different_numbers_hold_two_records_apart():
    left = person("Ella", "Kowalska", "2011-10-04", nhs=NUMBER)
    found = compare(left, person("Ella", "Kowalska", "2011-10-04", nhs=OTHER_NUMBER))
    assert found.band is Band.LOOK
    assert Caution.NUMBERS_DIFFER in found.cautions


def test_a_number_mistyped_does_not_disagree():
    left = person("Ella", "Kowalska", "2011-10-04", nhs=NUMBER)
    found = compare(left, person("Ella", "Kowalska", "2011-10-04", nhs="999 123 4570"))
    assert level(found, Field.IDENTIFIER) == "nearly"
    assert found.band is Band.SAME


def test_one_number_on_two_unlike_people_is_always_looked_at():
    left = person("Ella", "Kowalska", "2011-10-04", nhs=NUMBER)
    found = compare(left, person("Tomos", "Pryce", "1980-02-03", at=None, nhs=NUMBER))
    assert (found.band, found.cautions) == (Band.LOOK, (Caution.NUMBER_ALONE,))


def test_a_councils_numbers_may_be_several():
    ids = [IdentifierFact(IdentifierScheme.LA_ID, each) for each in ("LCS1", "LCS2")]
    left, right = (replace(ELLA, identifiers=(each,)) for each in ids)
    found = compare(left, right)
    assert level(found, Field.IDENTIFIER) == "another"
    assert found.weight == compare(ELLA, ELLA).weight


def test_an_incidents_number_is_no_evidence():
    incident = (IdentifierFact(IdentifierScheme.INCIDENT_ID, "I-1"),)
    both = replace(ELLA, identifiers=incident)
    assert level(compare(both, both), Field.IDENTIFIER) == "not_known"


def test_a_baby_without_a_name_is_looked_at():
    found = compare(person("Baby", "Lee", "2026-11-02"), person("Ava", "Lee", "2026-11-02"))
    assert (found.band, found.cautions) == (Band.LOOK, (Caution.NO_FORENAME,))


def test_an_unborn_baby_is_offered_once_born():
    unborn = replace(person("Unborn", "Lee"), expected_on=date(2026, 11, 20))
    found = compare(unborn, person("Ava", "Lee", "2026-11-02"))
    assert (found.band, level(found, Field.BORN)) == (Band.LOOK, "near_due")
    assert level(compare(unborn, unborn), Field.BORN) == "due"
    later = person("Ava", "Lee", "2025-06-02")
    assert level(compare(unborn, later), Field.BORN) == "different"


def test_names_in_two_scripts_are_left_to_the_eye():
    left = person("محمد", "علي", "2011-10-04")
    found = compare(left, person("Mohammed", "Ali", "2011-10-04"))
    assert Caution.OTHER_SCRIPT in found.cautions
    assert found.band is Band.LOOK


def test_an_alias_is_enough():
    known = replace(ELLA, names=(*ELLA.names, NameFact("Lena", "Nowak", NameUse.ALIAS)))
    assert compare(known, person("Lena", "Nowak", "2011-10-04")).band is Band.SAME


def test_an_old_address_counts():
    moved = replace(
        ELLA, addresses=(AddressFact("9 Mill Lane", "ZX9 9ZZ"), replace(HOME, use=AddressUse.OLD))
    )
    assert level(compare(ELLA, moved), Field.ADDRESS) == "same"


@pytest.mark.parametrize(
    ("there", "found"),
    [
        (AddressFact("12 High St", "zx12ab"), "same"),
        (AddressFact("Flat 2, 12 High Street", "ZX1 2AB"), "same"),
        (AddressFact("14 High Street", "ZX1 2AB"), "postcode"),
        (AddressFact("", "ZX1 2AB"), "postcode"),
        (AddressFact("12 High Street", "ZX1 2AD"), "nearly"),
        (AddressFact("12 High St."), "line"),
        (AddressFact("7 Mill Lane", "ZX1 5QQ"), "area"),
        (AddressFact("7 Mill Lane", "ZX9 5QQ"), "different"),
        (AddressFact("7 Mill Lane"), "different"),
    ],
)
def test_addresses_agree_by_building_not_by_spelling(there, found):
    left, right = person("A", "B", at=HOME), person("A", "B", at=there)
    assert level(compare(left, right), Field.ADDRESS) == found


def test_two_flats_of_one_building_are_two_homes():
    one = AddressFact("Flat 1, 12 High Street", "ZX1 2AB")
    other = AddressFact("Flat 2, 12 High Street", "ZX1 2AB")
    found = compare(person("A", "B", at=one), person("C", "D", at=other))
    assert level(found, Field.ADDRESS) == "postcode"


def test_sex_is_shown_and_never_decides():
    left, right = replace(ELLA, sex=Sex.FEMALE), replace(ELLA, sex=Sex.MALE)
    found = compare(left, right)
    (sex,) = (each for each in found.evidence if each.field is Field.SEX)
    assert (sex.agreement, sex.weight) == (Agreement.DIFFERENT, 0)
    assert (found.weight, found.band) == (compare(left, left).weight, Band.SAME)


def test_a_shared_telephone_is_little():
    left = replace(person("Sara", "Lee", at=None), phones=("07700 900123",))
    right = replace(person("Nia", "Parry", at=None), phones=("+44 7700 900123",))
    found = compare(left, right)
    assert level(found, Field.PHONE) == "same"
    assert found.band is Band.DIFFERENT


def test_a_rare_name_weighs_more_than_a_common_one():
    rare, common = person("Ella", "Gathercole", at=None), person("Ella", "Smith", at=None)
    assert compare(rare, rare).weight > compare(common, common).weight


def test_reasons_come_cautions_first_then_weightiest():
    reasons = compare(ELLA, person("Jack", "Kowalska", "2011-10-04")).because()
    assert reasons[1] == "Date of birth: the same day"
    assert "Forename: different" in reasons
    assert not any("not known" in each for each in reasons)


def test_evidence_is_kept_as_plain_values():
    plain = [each.plain() for each in compare(ELLA, ELLA).evidence]
    born = next(each for each in plain if each["field"] == "born")
    assert born == {
        "field": "born",
        "level": "same",
        "label": "Date of birth",
        "agreement": "same",
        "words": "the same day",
        "weight": 13.0,
    }


def test_writing_on_one_of_two_look_alikes_is_warned_of():
    assert look_alike_warning(ELLA, person("Jack", "Kowalska", "2011-10-04")) == Caution.TWINS.label
    assert look_alike_warning(ELLA, ELLA) == LOOK_ALIKE
    assert look_alike_warning(ELLA, person("Tomos", "Pryce", "1980-02-03", at=None)) is None
