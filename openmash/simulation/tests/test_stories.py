"""What happens to fictional families is told under the law of the hub it happens in."""

from random import Random

import pytest

from openmash.governance.rules import load_preset, outcomes_for
from openmash.governance.terms import Track
from openmash.simulation.rules.stories import choose_story, stories

WALES = {Track.CHILD_WAL, Track.ADULT_WAL}


@pytest.mark.parametrize("preset", ["wales-children", "wales-adults", "wales-mhub"])
def test_a_hub_in_wales_lives_nothing_under_english_law(preset):
    policy = load_preset(preset)
    lived = [choose_story(Random(seed), tracks=policy.tracks) for seed in range(200)]
    assert {track for each in lived for track in each.tracks} <= set(policy.tracks)
    assert any(each.code in OF_WALES for each in lived)


@pytest.mark.parametrize("preset", ["wales-children", "wales-adults", "wales-mhub"])
def test_a_story_of_wales_ends_in_an_outcome_of_welsh_law(preset):
    policy = load_preset(preset)
    for each in stories():
        if set(each.tracks) <= set(policy.tracks):
            offered = {o.code for track in each.tracks for o in outcomes_for(policy, track)}
            assert each.outcome in offered or each.outcome == "community_connector"


def test_a_hub_in_england_lives_nothing_under_welsh_law():
    tracks = load_preset("london").tracks
    lived = [each for each in stories() if set(each.tracks) <= set(tracks)]
    assert not any(set(each.tracks) & WALES for each in lived)
    assert len({each.code for each in lived}) == len(lived)


OF_WALES = {"ppn_after_a_death", "referral_form_neglect", "adult_at_risk_report", "lonely_farm"}
