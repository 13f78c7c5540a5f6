"""What makes `salford` that hub (S-NW)."""

import pytest

from openmash.governance.rules import ContactFacts, load_preset, not_taken_on
from openmash.governance.terms import Edition
from openmash.governance.tests.presets import london

HUB_OF_2012, BRIDGE = london(2013, 6, 3).date(), london(2014, 6, 2).date()


def why_not(reason, on):
    facts = ContactFacts(received_on=on, kind="concern", reasons=[reason])
    return not_taken_on(load_preset("salford", Edition.AS_DESCRIBED), facts)


@pytest.mark.parametrize("reason", ["neglect", "organised_crime"])
@pytest.mark.parametrize("on", [HUB_OF_2012, BRIDGE])
def test_two_themes_from_the_first(reason, on):
    assert why_not(reason, on) is None


@pytest.mark.parametrize("reason", ["child_sexual_exploitation", "missing", "domestic_abuse"])
def test_new_themes_with_the_bridge(reason):
    assert why_not(reason, HUB_OF_2012) == (
        "This hub takes: Triage of child safeguarding concerns; Organised crime."
    )
    assert why_not(reason, BRIDGE) is None


def test_today_it_takes_whatever_comes():
    today = ContactFacts(
        received_on=london(2026, 6, 1).date(), kind="concern", reasons=["homelessness"]
    )
    assert not_taken_on(load_preset("salford"), today) is None


def test_the_bridge_has_a_cycle_of_quality_assurance_and_a_strategic_board():
    meetings = {each.code for each in load_preset("salford", Edition.AS_DESCRIBED).meetings}
    assert meetings == {"quality_cycle", "strategic_board"}


def test_what_was_proposed_is_labelled_so_and_how_it_works_today():
    then = load_preset("salford", Edition.AS_DESCRIBED)
    assert {"A Bridge manager.", "Daily meetings."} <= set(then.planned)
    assert any("performance indicators" in each for each in then.planned)
    assert "daily_meeting" in {each.code for each in load_preset("salford").meetings}
