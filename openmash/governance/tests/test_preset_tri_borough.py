"""What makes `tri-borough` that hub (S-LON)."""

from datetime import date

from openmash.governance.rules import (
    ContactFacts,
    default_agencies,
    load_preset,
    not_taken_on,
    site_of,
    thresholds_at,
)
from openmash.governance.terms import AgencyKind, Edition, Membership, Track

TODAY = date(2026, 5, 6)
SEPTEMBER, OCTOBER = date(2013, 9, 10), date(2013, 10, 8)
BOROUGHS = ("northgate", "eastgate", "westgate")


def police_report(on, postcode):
    return ContactFacts(on, source="6", channel="police_import", postcodes=[postcode])


def test_three_authorities_are_told_apart_by_where_the_family_lives():
    policy = load_preset("tri-borough")
    assert [site_of(policy, [each]) for each in ("ZX32 1AA", "ZX41 1AA", "ZX52 9ZZ")] == [*BOROUGHS]
    assert len({each.authority for each in policy.hub.sites}) == 3


def test_three_social_care_systems():
    policy = load_preset("tri-borough")
    care = [each for each in policy.agencies if each.kind is AgencyKind.CSC]
    assert [each.code for each in care] == list(BOROUGHS)
    assert len({each.system for each in policy.teams if each.agency is AgencyKind.CSC}) == 3


def test_threshold_documents_that_differ_stand_side_by_side():
    policy = load_preset("tri-borough")
    published = [thresholds_at(policy, each) for each in BOROUGHS]
    assert len({each.title for each in published}) == 3
    gangs = {sign.level for each in published for sign in each.indicators if "gang" in sign.code}
    assert gangs == {3, 4}


def test_it_has_no_contact_with_the_public():
    policy = load_preset("tri-borough")
    for channel in ("public_form", "walk_in"):
        why = not_taken_on(policy, ContactFacts(TODAY, source="1B", channel=channel))
        assert "locality team" in (why or "")
    assert not_taken_on(policy, ContactFacts(TODAY, source="5A", channel="email")) is None


def test_police_reports_were_taken_for_one_authority_first_and_the_others_later():
    policy = load_preset("tri-borough", Edition.AS_DESCRIBED)
    assert not_taken_on(policy, police_report(SEPTEMBER, "ZX31 1AA")) is None
    for elsewhere in ("ZX41 1AA", "ZX51 1AA"):
        why = not_taken_on(policy, police_report(SEPTEMBER, elsewhere))
        assert "police staff" in (why or "")
        assert not_taken_on(policy, police_report(OCTOBER, elsewhere)) is None
    assert not_taken_on(load_preset("tri-borough"), police_report(TODAY, "ZX41 1AA")) is None


def test_each_police_desk_is_asked_from_the_day_it_came():
    policy = load_preset("tri-borough", Edition.AS_DESCRIBED)

    def desks(on, site):
        found = default_agencies(policy, "amber", [Track.CHILD_EN], on=on, site=site)
        return [each.code for each in found if each.kind is AgencyKind.POLICE]

    assert desks(SEPTEMBER, "northgate") == ["first_desk"]
    assert desks(SEPTEMBER, "eastgate") == []
    assert desks(OCTOBER, "eastgate") == ["second_desk"]


def test_education_serves_one_borough_and_only_one_housing_service_signed_up():
    policy = load_preset("tri-borough")
    sites = {each.kind: each.sites for each in policy.agencies}
    assert sites[AgencyKind.EDUCATION] == sites[AgencyKind.HOUSING] == ("northgate",)
    members = {each.kind: each.membership for each in policy.agencies}
    assert members[AgencyKind.HOUSING] is Membership.VIRTUAL


def test_as_described_the_analyst_was_only_hoped_for():
    described = load_preset("tri-borough", Edition.AS_DESCRIBED)
    assert any("analyst" in each for each in described.planned)
