"""What makes `blackburn` that hub (S-BWD, S-HO)."""

from openmash.governance.rules import load_preset, outcome_named
from openmash.governance.terms import AgencyKind, Disposal, Edition, Membership, Track


def test_what_the_audit_recommended_is_labelled_so_in_the_edition_of_its_year():
    policy = load_preset("blackburn", Edition.AS_DESCRIBED)
    assert any(
        "cannot be finalised without an answer on consent" in each for each in policy.planned
    )
    assert any("one referral form" in each for each in policy.planned)
    assert any("Clear thresholds" in each for each in policy.planned)
    assert any("4 hours, one day and three days" in each for each in policy.planned)


def test_a_record_finalised_blank_is_told_as_no_longer_lawful():
    policy = load_preset("blackburn", Edition.AS_DESCRIBED)
    (blank,) = [each for each in policy.not_current_law if "nothing recorded" in each.what]
    assert "answered on every contact" in blank.instead


def test_then_it_was_two_agencies_and_now_it_is_seven():
    then, now = (
        _core(load_preset("blackburn", each)) for each in (Edition.AS_DESCRIBED, Edition.TODAY)
    )
    assert then == {AgencyKind.CSC, AgencyKind.POLICE, AgencyKind.HEALTH}
    assert now - then == {
        AgencyKind.ASC,
        AgencyKind.EDUCATION,
        AgencyKind.DA_SERVICE,
        AgencyKind.EARLY_HELP,
    }


def test_step_down_leads_to_the_domestic_abuse_service_and_to_the_early_years_panel():
    policy = load_preset("blackburn")
    assert outcome_named(policy, "da_support").needs_handover_to is AgencyKind.DA_SERVICE
    panel = outcome_named(policy, "early_years_panel")
    assert panel.needs_handover_to is AgencyKind.EARLY_HELP
    assert panel.pan_london is Disposal.ACROSS


def test_the_friday_panel_decides_nothing_the_hub_waits_for():
    (panel,) = [
        each for each in load_preset("blackburn").meetings if each.code == "early_years_panel"
    ]
    assert panel.every == "Friday morning"
    assert not panel.decides


def test_children_and_adults_come_by_one_front_door():
    assert {Track.CHILD_EN, Track.ADULT_EN, Track.DA} <= set(load_preset("blackburn").tracks)


def test_its_thresholds_say_what_is_not_for_the_hub():
    signs = {each.code: each.level for each in load_preset("blackburn").thresholds.indicators}
    assert signs["c1_other_means"] == 1
    assert signs["c2_verbal_argument"] == signs["c2_money_asked_for"] == 2


def test_it_is_the_third_site_of_the_county_around_it():
    (site,) = load_preset("blackburn").hub.sites
    assert site.authority in {each.authority for each in load_preset("lancashire").hub.sites}


def _core(policy):
    return {each.kind for each in policy.agencies if each.membership is Membership.CORE}
