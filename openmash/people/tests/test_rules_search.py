"""The one search box."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.references import new_reference
from openmash.people.rules import (
    AddressFact,
    IdentifierFact,
    KeyGroup,
    NameFact,
    PersonFacts,
    SearchTerms,
    search_keys,
    search_terms,
)
from openmash.people.terms import IdentifierScheme

TODAY = date(2026, 11, 21)
LUKASZ = PersonFacts(
    names=(NameFact("Łukasz Jan", "Kowalski"),),
    born=PartialDate(date(2011, 10, 4)),
    addresses=(AddressFact("12 High Street", "ZX1 2AB"),),
    phones=("07700 900123",),
    emails=("luk@home.example",),
    identifiers=(
        IdentifierFact(IdentifierScheme.NHS_NUMBER, "999 123 4578"),
        IdentifierFact(IdentifierScheme.LA_ID, "LCS 445566"),
    ),
)


def finds(groups: tuple[KeyGroup, ...], person: PersonFacts) -> bool:
    keys = search_keys(person)
    return all(any(r.holds(key) for r in group for key in keys) for group in groups)


def found(query: str, person: PersonFacts = LUKASZ) -> bool:
    groups = search_terms(query, on=TODAY).groups()
    return bool(groups) and finds(groups, person)


@pytest.mark.parametrize(
    "query",
    [
        "kowalski",
        "KOWALSKI",
        "Kow",
        "kowalsky",
        "kovalski",
        "kowlaski",
        "lukasz kowalski",
        "kowalski łukasz",
        "Lucas Kowalski",
        "jan kowalski",
        "kowalski 2011",
        "kowalski oct 2011",
        "kowalski 04/10/2011",
        "kowalski 10/4/2011",
        "2011-10-04",
        "kowalski aged 15",
        "zx1 2ab",
        "ZX1 kowalski",
        "07700 900123",
        "+44 7700 900123",
        "999 123 4578",
        "NHS 9991234578",
        "luk@home.example",
        "lcs445566",
        "445566",
        "445566 kowalski",
    ],
)
def test_a_person_is_found_by_what_is_remembered(query):
    assert found(query)


@pytest.mark.parametrize("query", ["LCS 445566", "Kowalski's 2011 file", "kowalski lukasz 1980"])
def test_a_word_too_many_is_forgiven_when_asked_again(query):
    terms = search_terms(query, on=TODAY)
    assert not finds(terms.groups(), LUKASZ)
    assert any(finds(groups, LUKASZ) for groups in terms.relaxed())


@pytest.mark.parametrize(
    "query", ["smith", "kowalski 1980", "kowalski zx9", "07700 900999", "lukasz smith"]
)
def test_another_person_is_not_found(query):
    assert not found(query)


def test_a_reference_is_taken_for_itself():
    reference = new_reference("C")
    terms = search_terms(f" {reference.lower()} ", on=TODAY)
    assert terms == SearchTerms(reference=reference)
    assert not terms.is_empty


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "smith 2011",
            SearchTerms(names=("smith",), born=PartialDate(date(2011, 1, 1), Precision.YEAR)),
        ),
        ("O'Connor 3/4/2012", SearchTerms(names=("oconnor",), born=PartialDate(date(2012, 4, 3)))),
        ("ZX1 2AB smith", SearchTerms(names=("smith",), postcode="ZX12AB")),
        ("999 123 4578", SearchTerms(nhs_number="9991234578")),
        ("01632 960123", SearchTerms(phone="01632960123")),
        ("rhys ap dafydd", SearchTerms(names=("rhys", "dafydd"))),
        ("A801123456789", SearchTerms(identifiers=("A801123456789",))),
        ("王小明", SearchTerms(names=("王小明",))),
    ],
)
def test_a_query_is_taken_apart(query, expected):
    assert search_terms(query, on=TODAY) == expected


@pytest.mark.parametrize("query", ["", "   ", "-", "'"])
def test_nothing_typed_asks_for_nothing(query):
    assert search_terms(query, on=TODAY).is_empty


def test_a_record_with_the_year_only_is_found_by_the_whole_date():
    vague = replace(LUKASZ, born=PartialDate(date(2011, 1, 1), Precision.YEAR))
    assert found("kowalski 4/10/2011", vague)
    assert found("kowalski oct 2011", vague)


def test_a_name_with_a_letter_lost_is_found():
    lost = replace(LUKASZ, names=(NameFact("?ukasz", "Kowalski"),))
    assert found("lukasz", lost)


def test_an_unborn_baby_is_found_by_its_due_date():
    unborn = PersonFacts(names=(NameFact("", "Kowalska"),), expected_on=date(2027, 2, 14))
    assert "x:2027-02-14" in search_keys(unborn)


def test_a_single_word_badly_misspelt_is_asked_again_by_its_beginning():
    terms = search_terms("kowaxxyz", on=TODAY)
    assert not finds(terms.groups(), LUKASZ)
    assert any(finds(groups, LUKASZ) for groups in terms.relaxed())


@given(st.text(max_size=60))
def test_anything_typed_is_taken_apart_without_complaint(query):
    terms = search_terms(query, on=TODAY)
    assert all(each.low for group in terms.groups() for each in group)


@given(
    st.sampled_from(["Zoë", "Nguyễn", "O'Brien", "Ó Conaill", "Gruffydd ap Rhys", "Smith-Jones"])
)
def test_a_name_typed_as_it_is_written_finds_its_bearer(name):
    person = PersonFacts(names=(NameFact("", name),))
    assert found(name, person)
