"""Kent: one county, children and adults, day and night; some see in part, and one only sees."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from openmash.cases.selectors import case_by_id
from openmash.cases.services import CannotRate, rate_case
from openmash.core.refusals import NotHere
from openmash.decisions.terms import DiscussionMode
from openmash.governance.terms import ClockKind, Track
from openmash.intake.terms import Channel, ContactKind, SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import (
    ANSWERED,
    EMLYN,
    MAYA,
    answer,
    ask,
    decide,
    discuss,
    handed_over,
    opened,
    read_by,
    screened,
    share,
    told,
)
from tests.hubs.reading import clock_on, offered, usually_asked

SUNDAY_NIGHT = datetime(2026, 11, 15, 3, 0, tzinfo=UTC)
SEEN_TWICE = "Called to the address twice this month."
LICENCE = "On licence, with a condition about children."
AFRAID = "Afraid of him since the spring."


@pytest.fixture
def cast(found_hub):
    return found_hub("kent")


@pytest.fixture
def case(cast):
    case = opened(cast)
    share(cast, case)
    return case


def test_at_night_it_is_the_same_service_and_its_clocks_run(cast):
    contact = told(cast, channel=Channel.OUT_OF_HOURS, at=SUNDAY_NIGHT)
    assert clock_on(contact, ClockKind.SCREENING).due_at == SUNDAY_NIGHT + timedelta(hours=4)
    case = opened(cast, contact, rating="red", can_decide_now=True, by="abel", at=SUNDAY_NIGHT)
    assert clock_on(case, ClockKind.PRODUCT).due_at == SUNDAY_NIGHT + timedelta(hours=4)


def test_a_child_and_an_adult_of_one_household_are_worked_side_by_side(cast):
    contact = told(cast, MAYA, replace(EMLYN, address=MAYA.address, postcode=MAYA.postcode))
    case = opened(cast, contact)
    assert set(case.tracks) == {"CHILD_EN", "ADULT_EN"}
    assert {"Saxonshire Adult Services", "Saxonshire Early Help"} <= usually_asked(cast, case)


def test_every_consultation_comes_here_too(cast):
    contact = told(cast, kind=ContactKind.ADVICE, narrative="May I talk something through?")
    assert screened(cast, contact, rating="green", can_decide_now=True)


def test_an_allegation_goes_to_the_designated_officer_in_the_room(cast):
    case = opened(cast, rating="red", can_decide_now=True)
    assert "Saxonshire Designated Officer" in usually_asked(cast, case)
    handover = handed_over(cast, decide(cast, case, "designated_officer"), "Designated Officer")
    assert accept_handover(by=cast.see_as("otto"), handover_id=handover.id, at=NOW)


def test_the_court_adviser_sees_a_childs_case_and_is_never_asked(cast, case):
    (police,) = ask(cast, case, "police")
    answer(cast, police, "pia", SEEN_TWICE)
    assert read_by(cast, "cass", case) == {SEEN_TWICE}
    assert "Saxonshire Family Court Adviser" not in offered(cast, case)


def test_the_court_adviser_does_not_see_an_adults_case(cast):
    case = opened(cast, told(cast, EMLYN, source=SourceCode.OTHER), Track.ADULT_EN, by="fern")
    with pytest.raises(NotHere):
        case_by_id(cast.see_as("cass"), case.id)


def test_the_domestic_abuse_adviser_and_probation_see_only_in_part(cast, case):
    police, probation, haven = ask(cast, case, "police", "probation", "da_service")
    answer(cast, police, "pia", SEEN_TWICE)
    answer(cast, probation, "joe", LICENCE)
    answer(cast, haven, "ines", AFRAID)
    assert read_by(cast, "joe", case) == {LICENCE}
    assert read_by(cast, "ines", case) == {AFRAID}
    assert (
        read_by(cast, "pia", case)
        == read_by(cast, "fay", case)
        == {
            SEEN_TWICE,
            LICENCE,
            AFRAID,
        }
    )


@pytest.mark.parametrize("mode", [DiscussionMode.PHONE, DiscussionMode.VIDEO])
def test_a_strategy_discussion_is_held_by_telephone_or_video(cast, case, mode):
    held = discuss(cast, case, "csc", "police", "health", mode=mode)
    assert held.mode == mode
    assert decide(cast, case, "strategy_discussion")


def test_a_dispute_over_rating_climbs_a_ladder(cast, case):
    ask(cast, case, "police")

    def rate(who, rating, at, *, as_hub=True):
        by = cast.see_as(who)
        rate_case(by=by, case_id=case.id, rating=rating, why="Heard them.", as_hub=as_hub, at=at)

    rate("tom", "red", ANSWERED, as_hub=False)
    with pytest.raises(CannotRate, match="Seen differently"):
        rate("fay", "green", ANSWERED)
    rate("priya", "green", ANSWERED)
    rate("maya", "amber", NOW)
    with pytest.raises(CannotRate, match="higher step"):
        rate("priya", "green", NOW)
