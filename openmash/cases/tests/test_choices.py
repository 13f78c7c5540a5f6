"""What a hub settles about direct roads and disputes is honoured when a case opens or is rated."""

from datetime import timedelta

import pytest

from openmash.cases.models import Rating
from openmash.cases.services import CannotRate, add_agency_to_case, rate_case
from openmash.cases.tests.factories import IWAN, NOW, opened
from openmash.governance.selectors import tasks_on_case
from tests.settling import settle

ROAD = {
    "code": "significant_harm",
    "what": "Significant harm goes directly to children's social care",
    "ratings": ["red"],
    "tracks": ["CHILD_EN"],
    "to": "csc",
}


def told(case):
    return [each.words for each in tasks_on_case(case.id) if each.kind == "tell_csc"]


class TestDirectRoads:
    def test_a_red_about_a_child_is_told_at_once(self, cast):
        case = opened(cast.see_as("fay"), cast.hub.id)
        (words,) = told(case)
        assert words == (
            "Tell Children's social care now. "
            "Significant harm goes directly to children's social care."
        )

    def test_a_red_about_an_adult_takes_another_road(self, cast):
        assert told(opened(cast.see_as("fay"), cast.hub.id, IWAN)) == []

    def test_a_case_raised_to_red_takes_the_road_then_and_once(self, cast):
        case = opened(cast.see_as("fay"), cast.hub.id, rating="amber")
        assert told(case) == []
        for minutes, rating in enumerate(("red", "amber", "red")):
            rate_case(
                by=cast.priya,
                case_id=case.id,
                rating=rating,
                why="As told.",
                as_hub=True,
                at=NOW + timedelta(minutes=minutes),
            )
        assert len(told(case)) == 1

    def test_a_hub_without_direct_roads_tells_nobody(self, lancashire_cast):
        fay = lancashire_cast.see_as("fay")
        assert told(opened(fay, lancashire_cast.hub.id)) == []

    @pytest.mark.parametrize(
        ("checks_first", "begins"), [(True, "checks"), (False, "decision_pending")]
    )
    def test_where_checks_come_before_passing_on_a_case_begins_with_them(
        self, cast, checks_first, begins
    ):
        settle(
            cast,
            at=NOW - timedelta(days=1),
            gate={"direct": [ROAD | {"checks_first": checks_first}]},
        )
        case = opened(cast.see_as("fay"), cast.hub.id, can_decide_now=True)
        assert case.status == begins


class TestDisputes:
    LADDER = [
        {"settled_by": ["social_worker", "decision_maker"], "of": "csc"},
        {"settled_by": ["hub_manager"]},
    ]

    @pytest.fixture
    def case(self, cast):
        settle(cast, at=NOW - timedelta(days=1), authority={"disputes": self.LADDER})
        case = opened(cast.see_as("fay"), cast.hub.id, rating="amber")
        add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
        self.rate(cast, case, "tom", "red", as_hub=False)
        return case

    def rate(self, cast, case, who, rating, minutes=1, *, as_hub=True):
        at = NOW + timedelta(minutes=minutes)
        by = cast.see_as(who)
        rate_case(by=by, case_id=case.id, rating=rating, why="As seen.", as_hub=as_hub, at=at)

    def test_social_care_settles_first_and_the_step_is_kept(self, cast, case):
        self.rate(cast, case, "fay", "green")
        settled = Rating.objects.get(case=case, rating="green")
        assert settled.settled_step == 1

    def test_what_the_manager_settled_is_not_unsettled_below(self, cast, case):
        self.rate(cast, case, "fay", "green")
        self.rate(cast, case, "maya", "amber", 2)
        with pytest.raises(CannotRate, match="settled already at a higher step"):
            self.rate(cast, case, "fay", "green", 3)
        self.rate(cast, case, "maya", "green", 4)

    def test_agreeing_with_the_agencies_is_no_dispute(self, cast, case):
        self.rate(cast, case, "maya", "amber")
        self.rate(cast, case, "fay", "red", 2)
        assert Rating.objects.get(case=case, is_hub=True, rating="red").settled_step is None
