"""How layers are laid: merge rules, on paper and over generated policies (ADR 21)."""

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.merging import (
    KEYS,
    Laying,
    key_of,
    layer_flaws,
    taken_out,
    without_flaws,
)

words = st.text("abc", min_size=1, max_size=3)
plain = st.one_of(words, st.integers(0, 9), st.booleans(), st.none(), st.lists(words, max_size=3))
rest = st.dictionaries(st.sampled_from(["label", "rule", "force", "notes"]), plain, max_size=3)


def pieces(path):
    key = st.fixed_dictionaries(
        {KEYS[path][0]: words},
        optional={name: st.one_of(st.none(), words) for name in KEYS[path][1:]},
    )
    piece = st.builds(lambda named, said: {**said, **named}, key, rest)
    return st.lists(piece, max_size=4, unique_by=lambda each: key_of(each, path))


layers = st.fixed_dictionaries(
    {},
    optional={
        "clocks": pieces("clocks"),
        "outcomes": pieces("outcomes"),
        "hub": st.fixed_dictionaries({}, optional={"name": words, "sites": pieces("hub.sites")}),
        "tracks": st.lists(words, max_size=3),
        "retention": plain,
    },
)


def lay(*several):
    whole: dict[str, object] = {}
    for each in several:
        whole = Laying().laid_on(whole, each)
    return whole


@given(layers)
def test_a_layer_laid_on_nothing_is_itself(layer):
    assert lay(layer) == layer


@given(layers)
def test_a_layer_laid_twice_is_laid_once(layer):
    assert lay(layer, layer) == lay(layer)


@given(layers, layers, layers)
def test_it_does_not_matter_which_two_are_put_together_first(low, middle, high):
    assert lay(low, lay(middle, high)) == lay(low, middle, high)


@given(layers, layers)
def test_what_the_upper_layer_says_is_so(low, high):
    whole = lay(low, high)
    for path in ("clocks", "outcomes"):
        found = {key_of(each, path): each for each in whole.get(path, ())}
        for piece in high.get(path, ()):
            assert found[key_of(piece, path)] | piece == found[key_of(piece, path)]
    for name in ("tracks", "retention"):
        if name in high:
            assert whole[name] == high[name]


@given(layers, layers)
def test_what_the_upper_layer_does_not_mention_stays_in_its_order(low, high):
    whole = lay(low, high)
    for path in ("clocks", "outcomes"):
        before = [key_of(each, path) for each in low.get(path, ())]
        after = [key_of(each, path) for each in whole.get(path, ())]
        assert after[: len(before)] == before
        assert len(after) == len(set(after))


@given(layers, layers)
def test_laying_changes_neither_layer(low, high):
    kept = deepcopy((low, high))
    lay(low, high)
    assert (low, high) == kept


@given(layers)
def test_what_is_taken_out_is_gone_and_the_rest_is_as_it_was(layer):
    listed = layer.get("clocks", [])
    gone, left = listed[::2], listed[1::2]
    without = {"clocks": [{name: each.get(name) for name in KEYS["clocks"]} for each in gone]}
    assert taken_out(layer, without).get("clocks", []) == left
    assert list(without_flaws(layer, without)) == []


class TestRules:
    def test_mappings_merge(self):
        low = {"hub": {"name": "A", "words": {"contact": "contact", "check": "check"}}}
        high = {"hub": {"words": {"contact": "enquiry"}}}
        assert lay(low, high)["hub"] == {
            "name": "A",
            "words": {"contact": "enquiry", "check": "check"},
        }

    def test_plain_lists_replace(self):
        assert lay({"tracks": ["CHILD_EN"]}, {"tracks": ["ADULT_EN"]}) == {"tracks": ["ADULT_EN"]}

    def test_clocks_are_told_apart_by_kind_track_and_rating(self):
        low = {"clocks": [{"kind": "product", "rating": "red", "label": "four hours"}]}
        high = {
            "clocks": [
                {"kind": "product", "rating": "red", "rule": "T2s"},
                {"kind": "product", "rating": "amber"},
            ]
        }
        assert lay(low, high)["clocks"] == [
            {"kind": "product", "rating": "red", "label": "four hours", "rule": "T2s"},
            {"kind": "product", "rating": "amber"},
        ]

    def test_named_pieces_within_a_piece_merge_too(self):
        scale = {"agency": "police", "name": "Grading"}
        low = {"scales": [{**scale, "grades": [{"code": "high", "word": "High"}]}]}
        high = {"scales": [{**scale, "grades": [{"code": "high", "meaning": "Serious"}]}]}
        assert lay(low, high)["scales"][0]["grades"] == [
            {"code": "high", "word": "High", "meaning": "Serious"}
        ]

    def test_nothing_on_the_shelf_is_there_until_it_is_named(self):
        shelf = {"agencies": [{"kind": "police", "prompts": ["Calls"]}, {"kind": "fire"}]}
        whole = Laying(shelf).laid_on({}, {"agencies": [{"kind": "police", "name": "P"}]})
        assert whole["agencies"] == [{"kind": "police", "name": "P", "prompts": ["Calls"]}]

    def test_one_of_several_agencies_of_a_kind_takes_what_the_kind_has(self):
        shelf = {"agencies": [{"kind": "csc", "prompts": ["Known?"]}]}
        named = [{"kind": "csc", "code": "east"}, {"kind": "csc", "code": "west"}]
        whole = Laying(shelf).laid_on({}, {"agencies": named})
        assert [(each["code"], each["prompts"]) for each in whole["agencies"]] == [
            ("east", ["Known?"]),
            ("west", ["Known?"]),
        ]

    def test_a_piece_may_stand_after_another(self):
        low = {"outcomes": [{"code": "a"}, {"code": "b"}]}
        whole = lay(low, {"outcomes": [{"code": "c", "after": "a"}]})
        assert whole["outcomes"] == [{"code": "a"}, {"code": "c"}, {"code": "b"}]

    def test_none_replaces_a_mapping(self):
        assert lay({"thresholds": {"title": "T"}}, {"thresholds": None}) == {"thresholds": None}


class TestFlaws:
    def test_a_piece_without_its_key_is_told(self):
        [flaw] = layer_flaws({"outcomes": [{"label": "Signposted"}]})
        assert (flaw.path, flaw.mend) == ("outcomes[0]", "Give it its code.")

    def test_a_piece_said_twice_is_told_and_not_put_together(self):
        [flaw] = layer_flaws({"clocks": [{"kind": "icpc"}, {"kind": "icpc", "rule": "T8"}]})
        assert flaw.path == "clocks[1]"
        assert "icpc" in flaw.wrong

    def test_a_list_that_is_not_one_is_told(self):
        assert [each.path for each in layer_flaws({"outcomes": {"code": "a"}})] == ["outcomes[0]"]

    def test_taking_out_what_is_not_there_is_told_with_what_is(self):
        [flaw] = without_flaws({"outcomes": [{"code": "a"}]}, {"outcomes": ["b"]})
        assert (flaw.path, flaw.mend) == ("without.outcomes", "Name one that is: a.")


def test_every_list_of_pieces_has_a_key_or_is_replaced_on_purpose():
    assert set(_lists_of_parts(PolicyDocument)) == set(KEYS) | REPLACED


REPLACED = {
    "stages",
    "ladder",
    "calendars.terms",
    "agencies.ask_by_default",
    "authority.disputes",
    "not_current_law",
}


def _lists_of_parts(part, path=""):
    for name, field in part.model_fields.items():
        for kind, listed in _kinds(field.annotation):
            where = f"{path}.{name}".removeprefix(".")
            if listed:
                yield where
            yield from _lists_of_parts(kind, where)


def _kinds(annotation, listed=False):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation, listed
    for each in getattr(annotation, "__args__", ()):
        yield from _kinds(each, listed or getattr(annotation, "__origin__", None) is tuple)
