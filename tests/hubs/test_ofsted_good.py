"""What inspectors praise: mental health inside, health at every strategy discussion."""

import pytest

from openmash.decisions.services import CannotRecordDiscussion
from openmash.governance.terms import Track
from openmash.intake.terms import PresentingReason
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import decide, discuss, handed_over, opened, told
from tests.hubs.reading import usually_asked


@pytest.fixture
def cast(found_hub):
    return found_hub("ofsted-good")


def test_a_worry_about_mental_health_comes_through_the_same_door_and_stays_inside(cast):
    contact = told(cast, reasons=(PresentingReason.CHILD_MENTAL_HEALTH,))
    case = opened(cast, contact, rating="green", can_decide_now=True)
    decision = decide(cast, case, "mental_health_support")
    handover = handed_over(cast, decision, "Oakhaven Mental Health Access")
    assert accept_handover(by=cast.see_as("cara"), handover_id=handover.id, at=NOW)


def test_a_strategy_discussion_without_health_is_not_recorded_as_if_it_were_whole(cast):
    case = opened(cast, rating="red")
    with pytest.raises(CannotRecordDiscussion, match=r"[Hh]ealth"):
        discuss(cast, case, "csc", "police")
    assert discuss(cast, case, "csc", "police", "health")


@pytest.mark.parametrize("rating", ["red", "amber", "green"])
def test_health_is_asked_about_every_child(cast, rating):
    assert "Oakhaven Health" in usually_asked(cast, opened(cast, rating=rating))


def test_education_hears_of_domestic_abuse_when_it_is_asked(cast):
    contact = told(cast, reasons=(PresentingReason.DOMESTIC_ABUSE,))
    case = opened(cast, contact, Track.DA, rating="green")
    assert "Oakhaven Education Safeguarding" in usually_asked(cast, case)


def test_the_form_asks_for_the_childs_own_words(cast, client):
    page = cast.sign_in(client, "lee").get("/contacts/refer/").content.decode()
    assert "Write it so that the child could read it one day" in page
