"""Westminster: a gangs unit inside the hub, and work given to whichever of them is best placed."""

import pytest

from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import answer, ask, decide, handed_over, opened, read_by, share
from tests.hubs.reading import usually_asked


@pytest.fixture
def cast(found_hub):
    return found_hub("westminster-gangs")


def test_all_of_the_unit_is_asked_and_reads_what_the_others_know(cast):
    case = opened(cast)
    assert {
        "Stonegate Police Gangs Team",
        "Stonegate Mentors",
        "Stonegate Girls and Gangs Adviser",
        "Stonegate Children's Mental Health",
        "Probation Service, Stonegate",
        "Stonegate Community Protection",
    } <= usually_asked(cast, case)
    share(cast, case)
    police, mentors = ask(cast, case, "police", "vcse")
    answer(cast, police, "pia", "Named in a stairwell robbery.")
    answer(cast, mentors, "vera", "Wants out; afraid for her brother.")
    assert len(read_by(cast, "vera", case)) == len(read_by(cast, "pia", case)) == 2


@pytest.mark.parametrize(
    ("outcome", "team", "who"),
    [
        ("mentor", "Stonegate Mentors", "vera"),
        ("girls_adviser", "Stonegate Girls and Gangs Adviser", "ivy"),
        ("unit_mental_health", "Stonegate Children's Mental Health", "cara"),
        ("community_protection", "Stonegate Community Protection", "colm"),
        ("child_assessment", "Assessment Team", "rosa"),
    ],
)
def test_work_is_given_to_whichever_agency_is_best_placed(cast, outcome, team, who):
    case = opened(cast, can_decide_now=True)
    handover = handed_over(cast, decide(cast, case, outcome), team)
    assert accept_handover(by=cast.see_as(who), handover_id=handover.id, at=NOW)
