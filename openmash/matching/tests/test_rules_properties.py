"""The laws of comparing, whoever is compared."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision
from openmash.matching.rules import FIRST_WEIGHTS, compare
from openmash.matching.terms import Agreement, Band, Field
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonFacts
from openmash.people.terms import AddressUse, IdentifierScheme, Sex

WORDS = ["", "Ella", "Elle", "E", "Łukasz", "?ukasz", "Mohammed Adam", "Muhammad", "Khan", "Smith"]
MORE = ["Smith-Jones", "O'Connor", "王小明", "محمد", "Baby", "Liz", "Elizabeth Ann", "Ann", "Smyth"]

words = st.sampled_from(WORDS + MORE)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(1992, 12, 31))
births = st.one_of(
    st.none(),
    st.builds(PartialDate, days, st.sampled_from([p for p in Precision if p != "unknown"])),
    st.builds(PartialDate, st.just(date(1991, 1, 1))),
)
addresses = st.builds(
    AddressFact,
    line=st.sampled_from(["", "12 High St", "12 High Street", "Flat 2, 12 High St", "NFA"]),
    postcode=st.sampled_from(["", "ZX1 2AB", "ZX1 2AD", "ZX9 9ZZ", "ZX1"]),
    use=st.sampled_from(AddressUse),
)
identifiers = st.builds(
    IdentifierFact,
    scheme=st.sampled_from(
        [IdentifierScheme.NHS_NUMBER, IdentifierScheme.LA_ID, IdentifierScheme.INCIDENT_ID]
    ),
    value=st.sampled_from(["9991234578", "9991234586", "9991234570", "LCS1"]),
)
people = st.builds(
    PersonFacts,
    names=st.lists(st.builds(NameFact, given=words, family=words), max_size=2).map(tuple),
    born=births,
    sex=st.sampled_from(Sex),
    addresses=st.lists(addresses, max_size=2).map(tuple),
    phones=st.sampled_from([(), ("07700 900123",), ("07700 900124",)]),
    emails=st.sampled_from([(), ("a@home.example",), ("b@home.example",)]),
    identifiers=st.lists(identifiers, max_size=2).map(tuple),
)
PARTS: dict[Field, dict[str, Any]] = {
    Field.IDENTIFIER: {"identifiers": ()},
    Field.BORN: {"born": None, "expected_on": None},
    Field.ADDRESS: {"addresses": ()},
    Field.PHONE: {"phones": ()},
    Field.EMAIL: {"emails": ()},
    Field.SEX: {"sex": Sex.NOT_KNOWN},
}


@given(people, people)
@settings(max_examples=300)
def test_comparing_is_the_same_either_way_round(one, other):
    assert compare(one, other) == compare(other, one)


@given(people, people)
def test_nobody_is_more_like_somebody_than_like_themselves(one, other):
    assert compare(one, one).weight >= compare(one, other).weight


@given(people, people, st.sampled_from(list(PARTS)))
def test_what_is_unknown_counts_nothing(one, other, field):
    vague = compare(one, replace(other, **PARTS[field]))
    for each in vague.evidence:
        if each.field is field:
            assert (each.agreement, each.weight) == (Agreement.NOT_KNOWN, 0)


@given(people, people, st.sampled_from(list(PARTS)))
def test_forgetting_a_fact_takes_away_its_own_weight_and_no_other(one, other, field):
    whole, vague = compare(one, other), compare(one, replace(other, **PARTS[field]))
    own = sum(each.weight for each in whole.evidence if each.field is field)
    assert abs(whole.weight - own - vague.weight) < 1e-9


@given(people)
def test_nothing_known_is_no_evidence(one):
    found = compare(one, PersonFacts())
    assert (found.weight, found.band) == (0, Band.DIFFERENT)
    assert found.because() == [each.label for each in found.cautions]


@given(people, people, st.sampled_from(Sex), st.sampled_from(Sex))
def test_sex_never_moves_a_band(one, other, ours, theirs):
    found = compare(replace(one, sex=ours), replace(other, sex=theirs))
    assert (found.weight, found.band, found.cautions) == (
        compare(one, other).weight,
        compare(one, other).band,
        compare(one, other).cautions,
    )


@given(people, people)
def test_the_same_is_never_said_over_a_grave_caution_or_too_little_weight(one, other):
    found = compare(one, other)
    if found.band is Band.SAME:
        assert found.weight >= FIRST_WEIGHTS.same_at
        assert not any(each.forbids_same for each in found.cautions)


@given(people, people)
def test_every_reason_is_in_words(one, other):
    for each in compare(one, other).evidence:
        assert each.words
        assert each.label
