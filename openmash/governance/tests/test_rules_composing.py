"""A policy made of parts, in editions; and flaws told by file, by path and by mend."""

import pytest

from openmash.governance.rules import PolicyUnusable
from openmash.governance.rules.composing import composed_policy
from openmash.governance.rules.reading import read_yaml
from openmash.governance.terms import Edition, Track
from openmash.governance.tests.policies import small_policy

RECEIPT_WALES = {
    "kind": "child_wal",
    "rule": "T16",
    "label": "Decide",
    "track": "CHILD_WAL",
    "start": "receipt",
    "allowance": {"amount": 1, "unit": "working_days"},
    "force": "statutory",
}
DATED = ("version", "edition", "effective_from")


def hub(**own):
    """A hub's file made of one part that says all the small policy does."""
    editions = {"today": {"version": "2", "effective_from": "2026-04-01"}}
    return {"made_of": ["base"], "editions": editions, **own}


def base(**more):
    return {name: said for name, said in small_policy().items() if name not in DATED} | more


def compose(raw, edition=Edition.TODAY, **parts):
    return composed_policy("mere.yaml", raw, edition, ({"base": base()} | parts).get)


def flaws(raw, **parts):
    with pytest.raises(PolicyUnusable) as refused:
        compose(raw, **parts)
    return [str(each) for each in refused.value.flaws]


def test_parts_come_first_then_the_hubs_own_words_then_the_edition():
    raw = hub(title="Mere", hub={"name": "Mere MASH"})
    raw["editions"]["today"]["title"] = "Mere today"
    policy = compose(raw)
    assert policy.title == "Mere today"
    assert policy.hub.name == "Mere MASH"
    assert policy.hub.area == "Little Mere"
    assert policy.edition is Edition.TODAY


def test_an_edition_may_be_made_of_other_parts():
    raw = hub()
    described = {"version": "1", "effective_from": "2013-01-01", "made_of": ["base", "older"]}
    raw["editions"]["as_described"] = described
    older = {"hub": {"name": "The Bridge"}}
    assert compose(raw, Edition.AS_DESCRIBED, older=older).hub.name == "The Bridge"
    assert compose(raw, older=older).hub.name == "Little Mere MASH"


def test_a_part_may_be_made_of_parts():
    raw = hub(made_of=["whole"])
    assert compose(raw, whole={"made_of": ["base"], "title": "Whole"}).title == "Whole"


def test_what_a_part_says_of_a_track_the_hub_has_not_is_left_out():
    part = base()
    part["clocks"].append(RECEIPT_WALES)
    part["presenting_reasons"][0]["tracks"] = ["CHILD_WAL", "CHILD_EN"]
    part["agencies"][0]["ask_by_default"].append({"tracks": ["CHILD_WAL"]})
    policy = compose(hub(), base=part)
    assert {clock.track for clock in policy.clocks} == {Track.CHILD_EN}
    assert policy.presenting_reasons[0].tracks == (Track.CHILD_EN,)
    assert len(policy.agencies[0].ask_by_default) == 1


def test_what_a_part_says_of_a_rating_the_hub_has_not_is_left_out():
    part = base()
    part["agencies"][0]["ask_by_default"] = [{"ratings": ["red", "amber"]}, {"ratings": ["amber"]}]
    policy = compose(hub(), base=part)
    assert [ask.ratings for ask in policy.agencies[0].ask_by_default] == [("red",)]


def test_a_hubs_own_words_are_never_left_out_but_told():
    [flaw] = flaws(hub(clocks=[RECEIPT_WALES]))
    assert flaw == (
        "mere.yaml, clocks[child_wal CHILD_WAL].track: This hub does not offer Child, Wales. "
        "Add CHILD_WAL to tracks, or take it out here."
    )


def test_a_flaw_in_a_part_names_the_part_and_the_piece():
    part = base()
    part["outcomes"][0]["decided_by"] = []
    [flaw] = flaws(hub(), base=part)
    assert flaw.startswith("parts/base.yaml, outcomes[strategy_discussion].decided_by: Nobody")


def test_a_flaw_in_an_edition_names_the_edition():
    raw = hub()
    raw["editions"]["today"]["effective_from"] = "the spring"
    assert flaws(raw)[0].startswith("mere.yaml (today), effective_from: ")


def test_taking_out_is_of_what_lies_beneath():
    extra = {"code": "signs", "label": "S", "meaning": "S", "tracks": ["CHILD_EN"]}
    part = base()
    part["presenting_reasons"].append(extra)
    policy = compose(hub(without={"presenting_reasons": ["signs"]}), base=part)
    assert [each.code for each in policy.presenting_reasons] == ["neglect"]


def test_several_flaws_of_composing_are_told_at_once():
    told = flaws(hub(made_of=["base", "moon"], offers={}, outcomes=[{"label": "No code"}]))
    assert [each.split(":")[0] for each in told] == [
        "mere.yaml, made_of",
        "mere.yaml, outcomes[0]",
        "mere.yaml, offers",
    ]


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"without": {"outcomes": ["moon"]}}, "without.outcomes: “moon” is not there"),
        ({"without": ["outcomes"]}, "without: This is not a mapping"),
        ({"outcomes": [{"code": "strategy_discussion", "after": "moon"}]}, "stand after"),
        ({"made_of": ["round"]}, "“round” is made of itself"),
        ({"editions": {}}, "There is no edition “today”"),
        ({"editions": {"today": {}}}, "version: This is missing"),
    ],
)
def test_each_flaw_of_composing_says_where_and_how_to_mend_it(own, words):
    told = flaws(hub(**own), round={"made_of": ["round"]})
    assert any("mere.yaml" in each or "round" in each for each in told)
    assert any(words in each for each in told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name: a\nname: b\n", "line 2: This cannot be read: “name” is said twice."),
        ("hub:\n  words: {a: 1, a: 2}\n", "“a” is said twice"),
        ("hub: [\n", "line 2"),
        ("- one\n", "This is not a mapping"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_by_its_line(text, words):
    with pytest.raises(PolicyUnusable, match=r"mere\.yaml") as refused:
        read_yaml("mere.yaml", text)
    assert words in str(refused.value)
