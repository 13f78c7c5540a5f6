"""What a policy says when it is asked."""

from copy import deepcopy

import pytest
from pydantic import ValidationError

from openmash.core.refusals import Refusal
from openmash.governance.rules import (
    NotInPolicy,
    PolicyDocument,
    check_document,
    default_agencies,
    document_hash,
    is_raised,
    load_preset,
    outcome_named,
    outcomes_for,
    placeholders,
    prompts_for,
    rating_named,
    template_for,
)
from openmash.governance.terms import AgencyKind, Occasion, ReferrerClass, Track
from openmash.governance.tests.policies import small_policy


@pytest.fixture
def london():
    return load_preset("london")


def kinds(agencies):
    return {each.kind for each in agencies}


def test_a_policy_cannot_be_changed_once_read():
    policy = check_document(small_policy())
    with pytest.raises(ValidationError, match="frozen"):
        policy.title = "Another"  # type: ignore[misc]


def test_the_hash_is_the_same_for_the_same_words_however_they_were_laid_out():
    raw = small_policy()
    turned_round = dict(reversed(list(deepcopy(raw).items())))
    assert document_hash(check_document(raw)) == document_hash(check_document(turned_round))


def test_the_hash_changes_with_any_word():
    raw = small_policy()
    raw["outcomes"][0]["feedback_words"] += " Soon."
    assert document_hash(check_document(raw)) != document_hash(check_document(small_policy()))


def test_a_policy_kept_as_json_comes_back_the_same(london):
    kept = london.model_dump(mode="json")
    again = check_document(kept)
    assert again == london
    assert document_hash(again) == document_hash(london)
    assert PolicyDocument.model_validate_json(london.model_dump_json()) == london


def test_ratings_and_outcomes_are_found_by_code(london):
    assert rating_named(london, "amber").level == 3
    assert outcome_named(london, "strategy_discussion").needs_strategy_discussion


def test_a_word_the_policy_does_not_have_is_refused_in_words(london):
    with pytest.raises(NotInPolicy, match="no rating called “puce”"):
        rating_named(london, "puce")
    with pytest.raises(Refusal, match="no outcome called “lunch”"):
        outcome_named(london, "lunch")


def test_red_is_above_amber_is_above_green(london):
    assert is_raised(london, old="amber", new="red")
    assert not is_raised(london, old="red", new="green")
    assert not is_raised(london, old="red", new="red")


def test_a_decision_chooses_among_the_outcomes_of_its_track(london):
    codes = {each.code for each in outcomes_for(london, Track.ADULT_EN)}
    assert "adult_enquiry" in codes
    assert "strategy_discussion" not in codes


def test_only_the_agencies_that_matter_are_asked(london):
    red_child = kinds(default_agencies(london, "red", [Track.CHILD_EN]))
    green_child = kinds(default_agencies(london, "green", [Track.CHILD_EN]))
    assert {AgencyKind.POLICE, AgencyKind.HEALTH, AgencyKind.PROBATION} <= red_child
    assert AgencyKind.ASC not in red_child
    assert AgencyKind.PROBATION not in green_child
    assert AgencyKind.EARLY_HELP in green_child


def test_a_household_with_a_child_and_an_adult_asks_for_both(london):
    both = kinds(default_agencies(london, "red", [Track.CHILD_EN, Track.ADULT_EN]))
    assert {AgencyKind.ASC, AgencyKind.CSC} <= both


def test_nobody_is_asked_about_an_information_request(london):
    assert default_agencies(london, "blue", [Track.INFO_REQ]) == ()


def test_each_agency_has_its_own_prompts(london):
    assert any("Attendances" in prompt for prompt in prompts_for(london, AgencyKind.HEALTH))
    assert any("licence" in prompt for prompt in prompts_for(london, AgencyKind.PROBATION))
    assert prompts_for(london, AgencyKind.FIRE) == ()


def test_the_public_gets_a_receipt_and_no_outcome(london):
    receipt = template_for(london.feedback, ReferrerClass.PUBLIC, Occasion.ACKNOWLEDGEMENT)
    assert receipt is not None
    assert placeholders(receipt.words) == {"hub", "reference", "telephone"}
    assert template_for(london.feedback, ReferrerClass.PUBLIC, Occasion.OUTCOME) is None
