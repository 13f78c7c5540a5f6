"""What makes `camden` that hub (S-HO, S-PAN)."""

from datetime import date

import pytest

from openmash.governance.rules import ContactFacts, load_preset, not_taken_on
from openmash.governance.terms import ClockKind, Edition
from openmash.governance.tests.presets import due, london

FIRST_MONTHS, LATER = date(2013, 2, 4), date(2014, 2, 3)
POLICE = {"source": "6", "channel": "police_import"}
FORM = {"source": "2A", "channel": "portal"}
COURT = {"source": "7", "channel": "court_request", "kind": "information"}
NIGHT = {"source": "5A", "channel": "out_of_hours"}
BY_TELEPHONE = {"source": "3A", "channel": "phone"}


def taken_on(on, **facts):
    policy = load_preset("camden", Edition.AS_DESCRIBED)
    return not_taken_on(policy, ContactFacts(on, **facts)) is None


def test_it_went_live_with_police_reports_alone():
    assert taken_on(FIRST_MONTHS, **POLICE)
    assert not any(taken_on(FIRST_MONTHS, **each) for each in (FORM, COURT, NIGHT))


@pytest.mark.parametrize("facts", [POLICE, FORM, COURT, NIGHT])
def test_four_streams_came_to_the_hub_in_2014(facts):
    assert taken_on(LATER, **facts)


def test_telephone_referrals_were_only_planned_and_are_taken_today():
    assert not taken_on(LATER, **BY_TELEPHONE)
    described = load_preset("camden", Edition.AS_DESCRIBED)
    assert any("telephone" in each for each in described.planned)
    today = ContactFacts(date(2026, 5, 6), **BY_TELEPHONE)
    assert not_taken_on(load_preset("camden"), today) is None


def test_a_red_is_to_be_done_in_four_hours():
    assert due("camden", ClockKind.PRODUCT, rating="red") == london(2026, 5, 1, 20, 50)


def test_a_map_of_missing_children_was_only_planned():
    described = load_preset("camden", Edition.AS_DESCRIBED)
    assert any("hotspots of missing children" in each for each in described.planned)
