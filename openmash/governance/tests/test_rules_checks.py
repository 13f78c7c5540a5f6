"""A policy that cannot be used is refused with every reason at once, each with where and how."""

import pytest

from openmash.governance.rules import PolicyUnusable, check_document
from openmash.governance.tests.policies import small_policy, welsh_policy


def flaws_of(policy):
    with pytest.raises(PolicyUnusable) as refused:
        check_document(policy)
    return refused.value.flaws


def paths(policy):
    return [flaw.path for flaw in flaws_of(policy)]


def test_a_whole_policy_is_usable():
    assert check_document(small_policy()).name == "small"


def test_every_flaw_is_told_at_once_with_where_it_is_and_how_to_mend_it():
    policy = small_policy()
    del policy["title"]
    policy["clocks"][0]["calendar"] = "police"
    policy["clocks"].append({**policy["clocks"][1], "kind": "lunch"})
    policy["ratings"][0]["level"] = None
    policy["outcomes"][0]["decided_by"] = []
    policy["agencies"][0]["membership"] = "honorary"
    policy["colour_scheme"] = "teal"
    flaws = flaws_of(policy)
    assert {flaw.path for flaw in flaws} == {
        "title",
        "clocks[0].calendar",
        "clocks[2].kind",
        "ratings[0].level",
        "outcomes[0].decided_by",
        "agencies[0].membership",
        "colour_scheme",
    }
    assert all(flaw.wrong and flaw.mend for flaw in flaws)


def test_a_refusal_is_in_words():
    policy = small_policy()
    policy["outcomes"][0]["decided_by"] = []
    with pytest.raises(PolicyUnusable) as refused:
        check_document(policy)
    (reason,) = refused.value.reasons
    assert reason.startswith("outcomes[0].decided_by: Nobody may choose “Strategy discussion”.")
    assert reason.endswith("Name at least one role.")


def test_an_unknown_word_is_told_with_the_words_that_are_known():
    policy = small_policy()
    policy["visibility"] = "ajar"
    (flaw,) = flaws_of(policy)
    assert flaw.wrong == "“ajar” is not known."
    assert "'closed'" in flaw.mend
    assert "'open'" in flaw.mend


def test_a_clock_in_working_time_needs_its_calendar():
    policy = small_policy()
    policy["calendars"][0]["name"] = "office"
    assert set(paths(policy)) == {
        "clocks[0].calendar",
        "clocks[1].calendar",
        "agencies[0].calendar",
    }


def test_a_clock_in_elapsed_hours_needs_none():
    policy = small_policy()
    policy["clocks"].append(
        {
            "kind": "product",
            "rule": "T2",
            "label": "Product",
            "start": "checks_started",
            "allowance": {"amount": 4, "unit": "elapsed_hours"},
            "force": "local",
            "calendar": "unheard_of",
        }
    )
    assert check_document(policy)


def test_one_flaw_does_not_hide_another_in_the_same_list():
    policy = small_policy()
    policy["clocks"].append({**policy["clocks"][0], "kind": "lunch"})
    policy["clocks"].append({**policy["clocks"][0], "kind": "screening", "rating": "puce"})
    assert set(paths(policy)) == {"clocks[2].kind", "clocks[3].rating"}


def test_a_flawed_rating_is_still_a_rating_others_may_name():
    policy = small_policy()
    policy["ratings"][0]["shape"] = "hexagon"
    assert paths(policy) == ["ratings[0].shape"]


def test_two_clocks_may_not_have_the_same_aim():
    policy = small_policy()
    policy["clocks"].append(policy["clocks"][0])
    (flaw,) = flaws_of(policy)
    assert flaw.path == "clocks[2]"
    assert "clocks[0]" in flaw.wrong


def test_a_code_is_said_once():
    policy = small_policy()
    policy["outcomes"].append(policy["outcomes"][0])
    policy["ratings"].append(policy["ratings"][0])
    assert set(paths(policy)) == {"outcomes", "ratings"}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"allowance": {"amount": 2, "unit": "working_days"}}, "clocks[0].allowance"),
        ({"allowance": {"amount": 24, "unit": "elapsed_hours"}}, "clocks[0].allowance"),
        ({"start": "checks_started"}, "clocks[0].start"),
        ({"force": "local"}, "clocks[0].force"),
    ],
)
def test_no_hub_may_give_itself_longer_than_the_law(change, path):
    policy = small_policy()
    policy["clocks"][0] |= change
    assert paths(policy) == [path]


def test_no_hub_may_leave_out_a_clock_the_law_sets():
    policy = small_policy()
    del policy["clocks"][1]
    (flaw,) = flaws_of(policy)
    assert flaw.path == "clocks"
    assert "Initial child protection conference" in flaw.wrong
    assert "15 working days (T8)" in flaw.mend


def test_a_preset_as_its_source_described_it_may_differ_from_todays_law():
    policy = small_policy()
    policy["edition"] = "as_described"
    policy["clocks"][0]["allowance"]["amount"] = 3
    assert check_document(policy)


def test_the_welsh_clocks_bind_in_wales():
    policy = welsh_policy()
    assert check_document(policy)
    policy["clocks"][1]["allowance"]["amount"] = 8
    assert paths(policy) == ["clocks[1].allowance"]


def test_a_track_needs_its_nation():
    policy = welsh_policy()
    policy["nations"] = ["ENG"]
    assert paths(policy) == ["tracks", "tracks"]


def test_a_track_that_is_offered_needs_an_outcome():
    policy = small_policy()
    policy["tracks"].append("DA")
    (flaw,) = flaws_of(policy)
    assert flaw.path == "outcomes"
    assert "Domestic abuse" in flaw.wrong


def test_a_childs_outcome_is_decided_only_by_a_role_that_decides():
    policy = small_policy()
    policy["outcomes"][0]["decided_by"] = ["decision_maker", "contact_officer"]
    (flaw,) = flaws_of(policy)
    assert flaw.path == "outcomes[0].decided_by"
    assert "contact officer" in flaw.wrong


def test_a_childs_outcome_is_counted_nationally():
    policy = small_policy()
    policy["outcomes"][0]["ssd"] = None
    assert paths(policy) == ["outcomes[0].ssd"]


def test_urgent_harm_never_waits_for_agreement():
    policy = small_policy()
    policy["outcomes"][0]["needs_agreement"] = True
    assert paths(policy) == ["outcomes[0]"]


def test_an_outcome_is_handed_to_an_agency_the_hub_has():
    policy = small_policy()
    policy["outcomes"][0]["needs_handover_to"] = "fire"
    assert paths(policy) == ["outcomes[0].needs_handover_to"]


def test_words_that_name_nothing_are_found_wherever_they_are():
    policy = small_policy()
    policy["gate"]["never_wait"] = ["puce"]
    policy["closing"]["check_nfa_started"] = ["puce"]
    policy["agencies"][0]["ask_by_default"] = [{"ratings": ["puce"], "tracks": ["ADULT_EN"]}]
    policy["presenting_reasons"][0]["tracks"] = ["DA"]
    policy["outcomes"][0]["level"] = 3
    policy["scales"] = [
        {
            "agency": "police",
            "name": "Grades",
            "grades": [{"code": "high", "word": "High", "meaning": "High.", "rating": "puce"}],
        }
    ]
    policy["thresholds"] = {
        "title": "Thresholds",
        "version": "1",
        "effective_from": "2026-04-01",
        "indicators": [
            {"code": "a", "level": 9, "words": "A sign.", "track": "CHILD_EN"},
            {"code": "b", "words": "Another.", "track": "CHILD_EN"},
        ],
    }
    assert set(paths(policy)) == {
        "gate.never_wait",
        "closing.check_nfa_started",
        "agencies[0].ask_by_default[0].ratings",
        "agencies[0].ask_by_default[0].tracks",
        "presenting_reasons[0].tracks",
        "outcomes[0].level",
        "scales[0].agency",
        "scales[0].grades[0].rating",
        "thresholds.indicators[0].level",
        "thresholds.indicators[1].level",
    }


def test_only_blue_is_without_a_level_of_need():
    policy = small_policy()
    policy["ratings"].append(
        {**policy["ratings"][0], "code": "blue", "colour": "blue", "order": 2, "level": None}
    )
    assert check_document(policy)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(["17:00-09:00"], "cannot close"), (["01:30-09:00"], "clocks change"), (["9-5"], "match")],
)
def test_hours_that_cannot_be_kept_are_refused(hours, words):
    policy = small_policy()
    policy["calendars"][0]["monday"] = hours
    (flaw,) = flaws_of(policy)
    assert flaw.path.startswith("calendars[0]")
    assert words in flaw.wrong


def test_a_calendar_that_never_opens_is_refused():
    policy = small_policy()
    policy["calendars"] = [{"name": "hub", "nation": "ENG"}]
    (flaw,) = flaws_of(policy)
    assert "never open" in flaw.wrong


def test_an_allowance_that_cannot_be_counted_is_refused():
    policy = small_policy()
    policy["clocks"][0]["allowance"] = {"amount": -1, "unit": "working_days"}
    (flaw,) = flaws_of(policy)
    assert flaw.path == "clocks[0].allowance"
    assert "nought or more" in flaw.wrong


@pytest.mark.parametrize("word", ["reason", "decision", "favourite_colour"])
def test_the_public_is_told_no_more_than_a_receipt(word):
    policy = small_policy()
    policy["feedback"][0]["words"] = f"We decided this: {{{word}}}"
    (flaw,) = flaws_of(policy)
    assert flaw.path == "feedback[0]"
    assert word in flaw.wrong


def test_something_that_is_no_policy_at_all_is_refused_in_words():
    assert "title" in paths({})
    assert "clocks" in paths({"clocks": "soon"})
    assert "clocks[0]" in paths({"clocks": ["soon"]})
