"""Keys: one person, told of twice, shares one whatever single thing went wrong."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision
from openmash.people.rules import (
    AddressFact,
    IdentifierFact,
    NameFact,
    PersonFacts,
    match_keys,
    probe_keys,
    search_keys,
)
from openmash.people.terms import IdentifierScheme, NameUse

COLUMN = 120
ELLA = PersonFacts(
    names=(NameFact("Ella Marie", "Kowalska"),),
    born=PartialDate(date(2011, 10, 4)),
    addresses=(AddressFact("12 High Street", "ZX1 2AB"),),
    phones=("07700 900123",),
    emails=("ella@home.example",),
    identifiers=(IdentifierFact(IdentifierScheme.NHS_NUMBER, "999 123 4578"),),
)
BARE = replace(ELLA, phones=(), emails=(), identifiers=())

names = st.sampled_from(
    ["Ella", "Łukasz", "Nguyễn", "Mohammed", "O'Connor", "Wójcik", "Smith-Jones", "王小明", "محمد"]
)
days = st.dates(min_value=date(1950, 1, 1), max_value=date(2026, 11, 1)).filter(
    lambda day: (day.month, day.day) != (1, 1)
)
people = st.builds(
    PersonFacts,
    names=st.tuples(st.builds(NameFact, given=names, family=names)),
    born=st.builds(PartialDate, days),
    addresses=st.tuples(
        st.builds(AddressFact, line=st.just("1 Mill Lane"), postcode=st.just("ZX9 9ZZ"))
    ),
)


def meet(one: PersonFacts, other: PersonFacts) -> bool:
    there = not probe_keys(one).isdisjoint(match_keys(other))
    back = not probe_keys(other).isdisjoint(match_keys(one))
    return there and back


def named(given_: str, family: str, of: PersonFacts = BARE) -> PersonFacts:
    return replace(of, names=(NameFact(given_, family),))


def born(day: date | None, precision: Precision = Precision.DAY) -> PersonFacts:
    return replace(BARE, born=PartialDate(day, precision))


ONE_THING_WRONG = {
    "forename misspelt": named("Elal", "Kowalska"),
    "forename another": named("Sophie", "Kowalska"),
    "forename missing": named("", "Kowalska"),
    "surname misspelt": named("Ella", "Kowalksa"),
    "surname changed": named("Ella", "Smith"),
    "surname missing": named("Ella", ""),
    "surname doubled": named("Ella", "Kowalska-Smith"),
    "names swapped": named("Kowalska", "Ella"),
    "all in one box": named("", "Ella Kowalska"),
    "day wrong": born(date(2011, 10, 5)),
    "year wrong": born(date(2013, 10, 4)),
    "day and month swapped": born(date(2011, 4, 10)),
    "month only": born(date(2011, 10, 1), Precision.MONTH),
    "year only": born(date(2011, 1, 1), Precision.YEAR),
    "year guessed": born(date(2012, 1, 1), Precision.ABOUT),
    "filler": born(date(2011, 1, 1)),
    "birth unknown": born(None, Precision.UNKNOWN),
    "moved": replace(BARE, addresses=(AddressFact("9 Park Avenue", "ZX7 7ZZ"),)),
    "no address": replace(BARE, addresses=()),
}


@pytest.mark.parametrize("told", ONE_THING_WRONG.values(), ids=list(ONE_THING_WRONG))
def test_one_thing_wrong_and_they_still_meet(told):
    assert meet(BARE, told)


NEEDS_AN_ADDRESS = {"forename another", "forename missing", "birth unknown"}


@pytest.mark.parametrize("wrong", sorted(ONE_THING_WRONG.keys() - NEEDS_AN_ADDRESS))
def test_most_single_mistakes_need_no_address_to_help(wrong):
    told = replace(ONE_THING_WRONG[wrong], addresses=())
    assert meet(replace(BARE, addresses=()), told)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Łukasz", "Wójcik"), ("?ukasz", "W?jcik")),
        (("Liz", "O'Connor"), ("Elizabeth", "Ó Connor")),
        (("Mohammed", "Hussain"), ("Muhammad", "Hossein")),
        (("Rhys", "ap Dafydd"), ("Rhys", "Dafydd")),
        (("Minh", "Nguyễn"), ("Nguyen", "Minh")),
        (("Siân", "MacDonald"), ("Sian", "Mc Donald")),
        (("小明", "王"), ("小明", "王")),
    ],
)
def test_two_spellings_meet_by_name_and_birth_alone(one, other):
    there = replace(BARE, addresses=())
    (given_, family), (its_given, its_family) = one, other
    assert meet(named(given_, family, of=there), named(its_given, its_family, of=there))


def test_a_number_a_telephone_or_an_email_is_enough_to_meet():
    for field in ("identifiers", "phones", "emails"):
        known = PersonFacts(**{field: getattr(ELLA, field)})
        assert meet(ELLA, known)


def test_an_incidents_number_brings_nobody_together():
    incident = (IdentifierFact(IdentifierScheme.INCIDENT_ID, "I-1"),)
    assert match_keys(PersonFacts(identifiers=incident)) == frozenset()
    assert "i:I1" in search_keys(PersonFacts(identifiers=incident))


def test_a_baby_is_met_again_once_born():
    unborn = PersonFacts(names=(NameFact("Unborn", "Kowalska"),), expected_on=date(2011, 10, 20))
    assert meet(unborn, replace(BARE, addresses=()))


def test_a_mononym_meets_itself_in_either_box():
    one = named("Madonna", "", of=replace(BARE, addresses=()))
    assert meet(one, named("", "Madonna", of=replace(BARE, addresses=())))


def test_an_alias_has_keys_of_its_own():
    alias = NameFact("Ela", "Nowak", NameUse.ALIAS)
    both = replace(BARE, names=(*BARE.names, alias))
    assert match_keys(BARE) < match_keys(both)
    assert meet(both, named("Ela", "Nowak"))


def test_a_stand_in_for_a_name_makes_no_keys():
    baby = PersonFacts(names=(NameFact("Baby", "Unknown"),))
    assert match_keys(baby) == frozenset()


def test_nobody_known_has_no_keys():
    assert match_keys(PersonFacts()) == probe_keys(PersonFacts()) == frozenset()


def test_a_plain_person_has_about_a_dozen_match_keys():
    assert 8 <= len(match_keys(BARE)) <= 16


def test_strangers_do_not_meet():
    other = PersonFacts(names=(NameFact("Tomos", "Pryce"),), born=PartialDate(date(1980, 2, 3)))
    assert not meet(ELLA, other)


def test_a_name_alone_asks_only_for_records_without_a_birth_date():
    namesake = replace(BARE, addresses=(), born=PartialDate(date(1950, 5, 6)))
    undated = replace(BARE, addresses=(), born=None)
    assert not meet(replace(BARE, addresses=()), namesake)
    assert meet(replace(BARE, addresses=()), undated)


@given(people)
def test_a_persons_keys_survive_capitals_and_lost_accents(person):
    name = person.names[0]
    shouted = replace(person, names=(NameFact(name.given.upper(), name.family.upper()),))
    assert match_keys(person) == match_keys(shouted)
    assert search_keys(person) == search_keys(shouted)


@given(people)
def test_keys_fit_their_column(person):
    for key in (*match_keys(person), *search_keys(person), *probe_keys(person)):
        assert len(key) <= COLUMN


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_keys_fit_their_column_whatever_is_sent(given_, family, other):
    person = PersonFacts(
        names=(NameFact(given_, family),),
        born=PartialDate(date(2011, 10, 4)),
        addresses=(AddressFact(other, other),),
        phones=(other,),
        emails=(other,),
        identifiers=(IdentifierFact(IdentifierScheme.LA_ADULT_ID, other),),
    )
    assert all(len(key) <= COLUMN for key in (*match_keys(person), *search_keys(person)))


@given(people, people)
def test_meeting_is_the_same_from_either_side(one, other):
    there = not probe_keys(one).isdisjoint(match_keys(other))
    assert there == (not probe_keys(other).isdisjoint(match_keys(one)))


@given(people, st.sampled_from(["born", "addresses", "given", "family"]))
def test_with_any_one_fact_missing_they_still_meet(person, fact):
    name = person.names[0]
    missing = {
        "born": replace(person, born=None),
        "addresses": replace(person, addresses=()),
        "given": replace(person, names=(NameFact("", name.family),)),
        "family": replace(person, names=(NameFact(name.given, ""),)),
    }[fact]
    assert meet(person, missing)
