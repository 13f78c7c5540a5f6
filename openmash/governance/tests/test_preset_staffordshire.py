"""What makes `staffordshire` that hub (S-HO)."""

from openmash.accounts.terms import POWERS, Power, Role
from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind


def test_agencies_rate_first_and_the_hub_rates_with_the_whole_picture():
    stages = [each.name for each in load_preset("staffordshire").stages]
    assert stages == ["Single-agency rating", "Hub work", "Hub rating"]


def test_what_agencies_rate_by_is_described_beside_the_hubs_ratings():
    scales = {each.agency for each in load_preset("staffordshire").scales}
    assert scales == {AgencyKind.POLICE, AgencyKind.DA_SERVICE}


def test_an_agency_may_rate_for_itself():
    assert Power.RATE in POWERS[Role.AGENCY_DECISION_MAKER]
    assert Power.RATE in POWERS[Role.AGENCY_LEAD]


def test_nothing_is_passed_on_before_the_others_may_have_changed_the_rating():
    assert load_preset("staffordshire").gate.straight_to_allocation == ()
