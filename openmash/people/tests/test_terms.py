"""The words of the room hold together."""

import pytest

from openmash.people.terms import (
    AddressUse,
    ContactKind,
    Ethnicity,
    IdentifierAbsence,
    IdentifierScheme,
    KeyKind,
    NameUse,
    RelationshipKind,
    Sex,
)


@pytest.mark.parametrize(
    "words",
    [
        AddressUse,
        ContactKind,
        Ethnicity,
        IdentifierAbsence,
        IdentifierScheme,
        NameUse,
        RelationshipKind,
        Sex,
    ],
)
def test_every_word_has_a_label_of_its_own(words):
    labels = [each.label for each in words]
    assert all(labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("kind", RelationshipKind)
def test_the_inverse_of_the_inverse_is_the_tie_itself(kind):
    assert kind.inverse.inverse is kind
    assert kind.is_symmetrical == (kind.inverse is kind)


def test_a_parents_inverse_is_a_child_and_siblings_are_each_others():
    assert RelationshipKind.PARENT.inverse is RelationshipKind.CHILD
    assert RelationshipKind.HALF_SIBLING.is_symmetrical


def test_alleged_harm_is_not_family_and_knows_its_direction():
    assert not RelationshipKind.ALLEGED_HARM.is_family
    assert RelationshipKind.ALLEGED_HARM.inverse is RelationshipKind.ALLEGED_HARMED
    assert RelationshipKind.GRANDPARENT.is_family


def test_the_census_takes_three_codes_of_sex():
    assert {each.census_code for each in Sex} == {"M", "F", "U"}


def test_there_are_the_twenty_ethnicity_codes_of_the_census():
    assert len(Ethnicity) == 20
    assert "CHNE" in set(Ethnicity)


def test_a_refuge_says_little_of_who_lives_there():
    assert AddressUse.REFUGE.is_shared_by_strangers
    assert not AddressUse.HOME.is_shared_by_strangers


def test_keys_are_for_search_or_for_matching():
    assert set(KeyKind) == {"search", "match"}
