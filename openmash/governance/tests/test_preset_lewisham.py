"""What makes `lewisham` that hub (S-LON)."""

from datetime import date

import pytest

from openmash.governance.rules import ContactFacts, always_checked, load_preset
from openmash.governance.terms import AgencyKind, Edition, Membership, Track, Visibility

TODAY = date(2026, 5, 6)
every_edition = pytest.mark.parametrize("edition", list(Edition))


@every_edition
def test_there_is_no_threshold_document_and_the_policy_says_so(edition):
    policy = load_preset("lewisham", edition)
    assert policy.thresholds is None
    assert "no threshold document" in policy.no_thresholds_because
    assert policy.levels


@every_edition
@pytest.mark.parametrize(
    "facts",
    [
        ContactFacts(TODAY, organisation="NSPCC helpline"),
        ContactFacts(TODAY, source="9"),
        ContactFacts(TODAY, reasons=["missing"]),
        ContactFacts(TODAY, is_repeat=True),
    ],
)
def test_four_kinds_of_contact_are_always_checked(edition, facts):
    assert always_checked(load_preset("lewisham", edition), facts)


@every_edition
def test_another_contact_is_checked_only_where_it_helps(edition):
    facts = ContactFacts(TODAY, source="2A", reasons=["neglect"], organisation="Witton Park School")
    assert always_checked(load_preset("lewisham", edition), facts) == ()


def test_records_are_not_printed_and_the_hub_is_closed():
    policy = load_preset("lewisham")
    assert not policy.records_may_be_printed
    assert policy.visibility is Visibility.CLOSED


def test_the_duty_manager_settles_what_agencies_disagree_about():
    steps = load_preset("lewisham").authority.disputes
    assert [each.settled_by for each in steps] == [("decision_maker",), ("hub_manager",)]
    assert steps[0].of is AgencyKind.CSC


def test_what_it_finds_of_domestic_abuse_feeds_the_marac():
    policy = load_preset("lewisham")
    assert Track.DA in policy.tracks
    marac = next(each for each in policy.outcomes if each.code == "marac")
    assert marac.needs_handover_to is AgencyKind.DA_SERVICE


def test_health_is_not_on_site_and_another_hub_may_be_asked():
    members = {each.kind: each.membership for each in load_preset("lewisham").agencies}
    assert members[AgencyKind.HEALTH] is Membership.VIRTUAL
    assert members[AgencyKind.PROBATION] is Membership.CORE
    assert AgencyKind.OTHER_HUB in members


def test_as_described_mapping_from_hub_to_hub_was_only_planned():
    described = load_preset("lewisham", Edition.AS_DESCRIBED)
    assert any("hub to hub" in each for each in described.planned)
    assert any("threshold document" in each.what for each in described.not_current_law)
