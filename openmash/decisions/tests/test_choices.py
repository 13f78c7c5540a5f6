"""What a hub settles about deciding is honoured: jointly, and by its own site's thresholds."""

from datetime import timedelta

import pytest

from openmash.decisions.selectors import read_case, what_is_seen
from openmash.decisions.services import (
    CannotDecideYet,
    OutcomeChosen,
    give_view,
    record_decision,
)
from openmash.decisions.terms import ViewPosition
from openmash.decisions.tests.factories import (
    NOW,
    answered,
    asked,
    case_of_maya,
    people_of_concern,
    share,
    sought,
)
from openmash.governance.selectors import policy_for, tasks_on_case
from openmash.governance.terms import Track
from tests.settling import settle

BEFORE = NOW - timedelta(days=1)
EAST = {"code": "east", "name": "East", "authority": "East", "postcodes": ["ZX9"]}
WEST = {"code": "west", "name": "West", "authority": "West", "postcodes": ["ZX2"]}


def decide(cast, case, **changed):
    return record_decision(by=cast.priya, case_id=case.id, sought=sought(case, **changed), at=NOW)


class TestJointly:
    @pytest.fixture
    def case(self, cast):
        joint = {"code": "child_assessment", "needs_views_of": ["police", "health"]}
        settle(cast, at=BEFORE, outcomes=[joint])
        case = case_of_maya(cast)
        share(cast, case)
        return case

    def say(self, cast, case, who, kind):
        answered(cast, asked(cast, case, kind), who)
        viewer = cast.see_as(who)
        give_view(by=viewer, case_id=case.id, position=ViewPosition.AGREE, words="Yes.", at=NOW)

    def test_it_is_decided_once_every_one_of_them_has_spoken(self, cast, case):
        self.say(cast, case, "tom", "police")
        with pytest.raises(CannotDecideYet, match="and Health gave no view"):
            decide(cast, case)
        self.say(cast, case, "lena", "health")
        assert decide(cast, case)

    def test_it_waits_for_each_agencys_view(self, cast, case):
        with pytest.raises(CannotDecideYet, match="Police, Health gave no view"):
            decide(cast, case)

    def test_words_beside_the_outcome_say_why_it_does_not_wait(self, cast, case):
        (maya,) = people_of_concern(case)
        why = OutcomeChosen(
            maya, Track.CHILD_EN, "child_assessment", "Health could not be reached."
        )
        assert decide(cast, case, outcomes=[why])

    def test_urgent_harm_waits_for_nobody_and_leaves_a_task(self, cast, case):
        joint = {"code": "strategy_discussion", "needs_views_of": ["police"]}
        settle(cast, at=BEFORE + timedelta(hours=1), outcomes=[joint])
        decide(cast, case, outcome="strategy_discussion")
        left = [each.words for each in tasks_on_case(case.id)]
        assert any("Police gave no view" in each for each in left)


class TestThresholds:
    OWN = {"title": "West's own", "version": "2", "effective_from": "2026-01-01", "indicators": []}

    @pytest.mark.parametrize(
        ("site", "version"), [("east", "West's own, 2"), ("west", "Rivermead continuum of need, 4")]
    )
    def test_a_decision_keeps_the_threshold_document_of_its_own_site(self, cast, site, version):
        sites = [EAST, WEST]
        own = self.OWN | {"site": site}  # Maya lives in ZX9
        settle(cast, at=BEFORE, hub={"sites": sites}, site_thresholds=[own])
        case = case_of_maya(cast)
        share(cast, case)
        assert decide(cast, case).threshold_version == version

    def test_a_hub_without_a_threshold_document_says_so_openly(self, cast):
        settle(cast, at=BEFORE, thresholds=None, no_thresholds_because="None was agreed.")
        case = case_of_maya(cast)
        policy = policy_for(cast.priya, case.hub_id, NOW)
        assert what_is_seen(read_case(cast.priya, case, policy, NOW)).thresholds == (
            "None was agreed."
        )
