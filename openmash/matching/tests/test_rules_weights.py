"""The numbers of the first weights, and the shape a trained file must have."""

import json
from importlib.resources import files
from types import MappingProxyType

import pytest

from openmash.matching.rules import FIRST_WEIGHTS, LEVELS, compare, load_weights
from openmash.matching.terms import Agreement, Band, Caution, Field, Verdict
from openmash.people.rules import NameFact, PersonFacts


def test_every_level_has_a_weight_and_every_weight_a_level():
    for field, levels in LEVELS.items():
        known = {each for each, (how, _) in levels.items() if how is not Agreement.NOT_KNOWN}
        assert set(FIRST_WEIGHTS.bits[field]) == known


def test_agreeing_weighs_for_and_differing_never_does():
    for field, bits in FIRST_WEIGHTS.bits.items():
        for level, weight in bits.items():
            how = LEVELS[field][level][0]
            assert weight <= 0 if how is Agreement.DIFFERENT else weight >= 0


def test_the_same_weighs_most_of_its_field():
    for field, bits in FIRST_WEIGHTS.bits.items():
        assert max(bits.values()) == bits["same"], field


def test_a_common_name_weighs_less_and_still_more_than_a_likeness():
    for field, names in FIRST_WEIGHTS.common.items():
        close = [w for level, w in FIRST_WEIGHTS.bits[field].items() if level != "same"]
        assert (
            max(close)
            < min(names.values())
            <= max(names.values())
            < FIRST_WEIGHTS.bits[field]["same"]
        )


def test_the_file_says_where_its_numbers_come_from():
    text = files("openmash.matching").joinpath("weights/first.json").read_text("utf-8")
    assert len(json.loads(text)["notes"]) > 5


def test_a_trained_file_takes_the_place_of_the_first():
    trained = load_weights(
        json.dumps(
            {
                "name": "trained",
                "bits": {"surname": {"same": 30}},
                "common": {},
                "bands": {"same_at": 20, "look_at": 10, "lead": 3},
            }
        )
    )
    khan = PersonFacts(names=(NameFact("", "Khan"),))
    assert compare(khan, khan, trained).weight == 30
    assert compare(khan, khan).weight == FIRST_WEIGHTS.common[Field.SURNAME]["khan"]


def test_weights_cannot_be_changed_by_a_reader():
    for mapping in (FIRST_WEIGHTS.bits, FIRST_WEIGHTS.bits[Field.SEX], FIRST_WEIGHTS.common):
        assert isinstance(mapping, MappingProxyType)


@pytest.mark.parametrize("words", [Agreement, Band, Caution, Field, Verdict])
def test_every_word_has_a_label_of_its_own(words):
    labels = [each.label for each in words]
    assert all(labels)
    assert len(set(labels)) == len(labels)
