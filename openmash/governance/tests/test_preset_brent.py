"""What makes `brent` that hub (S-LON)."""

from datetime import date

from openmash.governance.rules import ContactFacts, load_preset, not_taken_on, review_due
from openmash.governance.terms import Edition, Visibility, Zone

CLOSED = date(2026, 5, 6)


def test_the_hub_is_closed_in_both_editions():
    assert {load_preset("brent", each).visibility for each in Edition} == {Visibility.CLOSED}


def test_the_working_record_is_for_six_months():
    for edition in Edition:
        assert review_due(load_preset("brent", edition), Zone.HUB, CLOSED) == date(2026, 11, 6)


def test_key_features_then_open_to_other_staff_and_the_rest_is_sealed_where_it_was_deleted():
    today, described = (
        next(each for each in load_preset("brent", edition).retention_zones if each.zone == "hub")
        for edition in (Edition.TODAY, Edition.AS_DESCRIBED)
    )
    assert "Key features" in today.then
    assert "sealed" in today.then
    assert "deleted" in described.then
    assert "deleted" not in today.then


def test_deleting_and_consent_are_labelled_as_not_current_law():
    told = [each.what for each in load_preset("brent", Edition.AS_DESCRIBED).not_current_law]
    assert any("consent" in each and "section 47" in each for each in told)
    assert any("deleted" in each for each in told)


def test_locality_teams_see_walk_ins():
    facts = ContactFacts(CLOSED, source="1C", channel="walk_in")
    assert "locality team" in (not_taken_on(load_preset("brent"), facts) or "")
