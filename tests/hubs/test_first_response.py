"""First response: the contrast. Triaged, and passed on; nobody is asked and nothing is managed."""

import pytest

from openmash.governance.terms import ClockKind
from openmash.intake.terms import Channel, SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import decide, handed_over, opened, told
from tests.hubs.reading import clock_on, offered, usually_asked

DOORS = [
    (Channel.PORTAL, SourceCode.SCHOOL),
    (Channel.POLICE_IMPORT, SourceCode.POLICE),
    (Channel.PUBLIC_FORM, SourceCode.ACQUAINTANCE),
]


@pytest.fixture
def cast(found_hub):
    return found_hub("first-response")


@pytest.mark.parametrize(("channel", "source"), DOORS)
def test_every_referral_comes_through_it_and_is_triaged_and_passed_on(cast, channel, source):
    contact = told(cast, channel=channel, source=source)
    case = opened(cast, contact, can_decide_now=True)
    assert clock_on(contact, ClockKind.SCREENING).stopped_at
    handover = handed_over(cast, decide(cast, case, "child_assessment"), "Fernhill Assessment Team")
    assert accept_handover(by=cast.see_as("rosa"), handover_id=handover.id, at=NOW)


def test_nobody_else_is_asked_and_no_research_is_timed(cast):
    case = opened(cast, rating="red", can_decide_now=True)
    assert usually_asked(cast, case) == set()
    assert offered(cast, case) == {"Fernhill Children's Services"}
    assert clock_on(case, ClockKind.PRODUCT) is None


def test_there_is_nobody_of_another_agency_in_it(cast):
    kinds = {s.agency_kind for viewer in cast.viewers.values() for s in viewer.standings}
    assert kinds == {"csc", "school"}
