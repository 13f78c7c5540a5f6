"""What makes `wales-adults` that hub (S-WAL)."""

from openmash.governance.rules import clock_terms, load_preset, outcome_named
from openmash.governance.terms import AgencyKind, ClockKind, Force, Track
from openmash.governance.tests.presets import due, london

MONDAY = london(2026, 5, 11, 10)


def test_an_enquiry_has_seven_working_days_from_receipt():
    assert due("wales-adults", ClockKind.S126, MONDAY, track=Track.ADULT_WAL) == london(
        2026, 5, 20, 17
    )
    terms = clock_terms(load_preset("wales-adults"), ClockKind.S126, Track.ADULT_WAL)
    assert terms.force is Force.STATUTORY


def test_it_ends_in_one_of_three_determinations():
    labels = [each.label for each in load_preset("wales-adults").outcomes]
    for number in (1, 2, 3):
        assert any(each.startswith(f"Determination {number}") for each in labels)


def test_a_community_connector_is_offered_and_never_sent():
    outcome = outcome_named(load_preset("wales-adults"), "community_connector")
    assert outcome.needs_handover_to is AgencyKind.VCSE
    assert outcome.needs_agreement
    assert not outcome.becomes_referral


def test_it_is_for_adults_only():
    assert not any(each.is_child for each in load_preset("wales-adults").tracks)
