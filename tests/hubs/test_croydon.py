"""Croydon: a duty social worker at the desk; one point of contact for children's mental health."""

import pytest

from openmash.governance.terms import ClockKind
from openmash.intake.terms import Channel, PresentingReason, SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import ASKED, decide, handed_over, opened, screened, told
from tests.hubs.reading import clock_on, usually_asked


@pytest.fixture
def cast(found_hub):
    return found_hub("croydon")


def test_a_young_person_walks_in_and_a_duty_social_worker_sees_them(cast):
    contact = told(
        cast,
        channel=Channel.WALK_IN,
        source=SourceCode.SELF,
        reasons=(PresentingReason.HOMELESSNESS,),
        narrative="Seventeen, and nowhere to sleep since Friday.",
        by="fay",
        at=ASKED,
    )
    screened(cast, contact, rating="amber", by="fay")
    assert clock_on(contact, ClockKind.SCREENING).stopped_at == ASKED
    assert contact.channel == Channel.WALK_IN


def test_every_referral_for_emotional_well_being_goes_to_one_point_of_contact(cast):
    contact = told(cast, reasons=(PresentingReason.CHILD_MENTAL_HEALTH,))
    case = opened(cast, contact, rating="green", can_decide_now=True)
    decision = decide(cast, case, "emotional_wellbeing")
    handover = handed_over(cast, decision, "Crosswell Single Point of Contact")
    accepted = accept_handover(by=cast.see_as("cara"), handover_id=handover.id, at=NOW)
    assert accepted.team.agency.name == "Crosswell Emotional Well-being and Mental Health"


def test_mental_health_and_early_help_are_asked_in_the_room(cast):
    asked = usually_asked(cast, opened(cast, rating="green"))
    assert {"Crosswell Emotional Well-being and Mental Health", "Crosswell Early Help"} <= asked
