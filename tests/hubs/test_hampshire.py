"""Hampshire: children and adults in one room, each agency on its own system."""

from dataclasses import replace

import pytest

from openmash.governance.terms import Track
from openmash.intake.terms import SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import (
    EMLYN,
    MAYA,
    answer,
    ask,
    decide,
    handed_over,
    opened,
    read_by,
    share,
    told,
)
from tests.hubs.reading import usually_asked


@pytest.fixture
def cast(found_hub):
    return found_hub("hampshire")


def test_a_child_and_an_adult_are_decided_each_under_their_own_law(cast):
    elder = replace(EMLYN, address=MAYA.address, postcode=MAYA.postcode)
    case = opened(cast, told(cast, MAYA, elder))
    assert set(case.tracks) == {Track.CHILD_EN, Track.ADULT_EN}


def test_an_adults_case_is_decided_by_adult_services_and_taken_in_their_system(cast):
    contact = told(cast, EMLYN, source=SourceCode.OTHER)
    case = opened(cast, contact, by="fern", can_decide_now=True)
    decision = decide(cast, case, "adult_enquiry", by="owen")
    handover = handed_over(cast, decision, "Wychshire Adult Safeguarding", by="fern")
    accepted = accept_handover(
        by=cast.see_as("fern"), handover_id=handover.id, system_reference="A-203", at=NOW
    )
    assert (accepted.system_name, accepted.system_reference) == ("Swift", "A-203")


def test_a_childs_case_is_taken_in_childrens_services_own_system(cast):
    case = opened(cast, can_decide_now=True)
    decision = decide(cast, case, "child_assessment")
    handover = handed_over(cast, decision, "Wychshire Children's Assessment")
    accepted = accept_handover(
        by=cast.see_as("rosa"), handover_id=handover.id, system_reference="L-88", at=NOW
    )
    assert accepted.system_name == "Liquidlogic"


def test_the_out_of_hours_team_in_the_room_is_asked(cast):
    assert "Wychshire Out of Hours" in usually_asked(cast, opened(cast))


def test_fire_and_rescue_answers_from_afar(cast):
    case = opened(cast, told(cast, EMLYN, source=SourceCode.OTHER), by="fern")
    share(cast, case, by="owen")
    (fire,) = ask(cast, case, "fire", by="fern")
    answer(cast, fire, "flo", "Newspapers to the ceiling; one way out.")
    assert read_by(cast, "owen", case) == {"Newspapers to the ceiling; one way out."}
