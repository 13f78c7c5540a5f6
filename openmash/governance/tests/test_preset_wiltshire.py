"""What makes `wiltshire` that hub (S-HO)."""

import pytest

from openmash.governance.rules import (
    ContactFacts,
    always_checked,
    default_agencies,
    load_preset,
    not_taken_on,
    outcome_named,
    site_of,
)
from openmash.governance.terms import AgencyKind, Edition, MeetingMode, Track
from openmash.governance.tests.presets import london

TODAY = london(2026, 5, 11).date()


def test_two_elements_and_a_neighbour_with_a_triage_of_its_own():
    policy = load_preset("wiltshire")
    assert [each.name for each in policy.stages] == ["Triage", "Joint decision", "Hub"]
    assert len({each.authority for each in policy.hub.sites}) == 2
    assert site_of(policy, ["ZX6 1AA"]) == "railbourne"
    assert site_of(policy, ["ZX1 1AA"]) == "downshire"


def test_the_neighbours_own_services_are_asked_about_its_own_people():
    policy = load_preset("wiltshire")
    at = {
        site: {
            each.name
            for each in default_agencies(policy, "amber", [Track.CHILD_EN], on=TODAY, site=site)
        }
        for site in ("railbourne", "downshire")
    }
    assert at["railbourne"] - at["downshire"] == {
        "Railbourne Children's Social Care",
        "Railbourne Health",
    }


@pytest.mark.parametrize("reason", ["missing", "child_sexual_exploitation"])
def test_every_missing_child_and_every_suspected_exploitation_is_checked(reason):
    facts = ContactFacts(received_on=TODAY, kind="concern", reasons=[reason])
    assert always_checked(load_preset("wiltshire"), facts)


def test_what_is_not_for_the_hub_is_filtered_out_and_says_who_answers():
    policy = load_preset("wiltshire")
    why = not_taken_on(policy, ContactFacts(received_on=TODAY, kind="advice"))
    assert why
    assert "contact point" in why
    assert not_taken_on(policy, ContactFacts(received_on=TODAY, kind="concern")) is None


@pytest.mark.parametrize("code", ["strategy_discussion", "child_assessment"])
def test_going_up_is_decided_by_the_police_social_care_and_health_together(code):
    joint = outcome_named(load_preset("wiltshire"), code).needs_views_of
    assert {*joint} == {AgencyKind.POLICE, AgencyKind.CSC, AgencyKind.HEALTH}


def test_every_domestic_abuse_referral_is_on_a_daily_call():
    (call,) = [each for each in load_preset("wiltshire").meetings if each.code == "abuse_call"]
    assert (call.tracks, call.every, call.modes) == ((Track.DA,), "day", (MeetingMode.PHONE,))


def test_other_agencies_were_encouraged_to_join_and_have():
    then, now = (
        {agency.kind for agency in load_preset("wiltshire", each).agencies}
        for each in (Edition.AS_DESCRIBED, Edition.TODAY)
    )
    assert {AgencyKind.PROBATION, AgencyKind.EDUCATION} <= now - then
