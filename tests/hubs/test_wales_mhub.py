"""The lateral-check pattern: entered, told, researched, and read by all on it (S-WAL)."""

from datetime import timedelta

from openmash.cases.services import record_conversation
from openmash.cases.terms import ConversationKind
from openmash.chronology.selectors import entries_of_case
from openmash.governance.terms import ClockKind
from openmash.information_requests.selectors import ask_options, requests_for_desk
from tests.cast import NOW
from tests.hubs.living import (
    ASKED,
    EMLYN,
    MAYA,
    SENT,
    answer,
    ask,
    clock,
    decide,
    opened,
    read_by,
    share,
    told,
)

HISTORY = "Open to the team in 2024; closed when the father moved out."


def test_the_reason_and_the_history_are_entered_before_anybody_is_asked(found_hub):
    cast = found_hub("wales-mhub")
    case = opened(cast)
    record_conversation(
        by=cast.see_as("fay"),
        case_id=case.id,
        kind=ConversationKind.NOTE,
        said=HISTORY,
        happened_at=SENT,
        at=ASKED,
    )
    assert case.concern == "Injury"
    assert case.conversations.get().said == HISTORY
    assert not case.information_requests.exists()


def test_partners_are_told_at_once_research_and_enter_what_they_hold(found_hub):
    cast = found_hub("wales-mhub")
    case = opened(cast)
    share(cast, case)
    assert not _desk(cast, "amira")
    police, health = ask(cast, case, "police", "health")
    assert _desk(cast, "pia") == {police.id}
    assert _desk(cast, "amira") == {health.id}

    answer(cast, police, "pia", "Two calls to the address.")
    answer(cast, health, "amira", "Not brought to her last two appointments.")
    assert not _desk(cast, "amira")


def test_everybody_on_it_reads_the_whole_and_the_story_is_one(found_hub):
    cast = found_hub("wales-mhub")
    case = opened(cast)
    share(cast, case)
    police, health, _ = ask(cast, case, "police", "health", "education")
    answer(cast, police, "pia", "Two calls to the address.")
    answer(cast, health, "amira", "Not brought to her last two appointments.")
    both = {"Two calls to the address.", "Not brought to her last two appointments."}
    for who in ("priya", "pia", "amira", "eve"):
        assert read_by(cast, who, case) == both
    story = entries_of_case(cast.see_as("priya"), case.id, at=NOW).entries
    assert both <= {each.words for each in story}


def test_what_an_agency_must_keep_back_it_keeps_back_here_too(found_hub):
    cast = found_hub("wales-mhub")
    case = opened(cast)
    share(cast, case)
    police, _ = ask(cast, case, "police", "health")
    answer(cast, police, "pia", "A live matter.", code="H3")
    assert read_by(cast, "amira", case) == set()
    assert read_by(cast, "priya", case) == {"A live matter."}


def test_a_check_comes_back_in_time_for_the_days_decision(found_hub):
    cast = found_hub("wales-mhub")
    contact = told(cast)
    case = opened(cast, contact, rating="red")
    share(cast, case, agreement="not_sought")
    (request,) = ask(cast, case, "police")
    assert request.due_at == ASKED + timedelta(hours=2)
    assert request.due_at < clock(contact.id, ClockKind.CHILD_WAL).due_at


def test_a_child_and_an_adult_of_one_household_are_one_case_under_both_laws(found_hub):
    cast = found_hub("wales-mhub")
    contact = told(cast, MAYA, EMLYN)
    case = opened(cast, contact)
    assert case.tracks == ["ADULT_WAL", "CHILD_WAL"]
    usual = {e.kind for e in ask_options(cast.see_as("fay"), case, NOW).agencies if e.by_default}
    assert usual >= {"csc", "asc", "police", "health"}
    for kind in (ClockKind.CHILD_WAL, ClockKind.S126):
        assert clock(contact.id, kind).stopped_at is None


def test_it_is_decided_with_the_whole_in_one_place(found_hub):
    cast = found_hub("wales-mhub")
    case = opened(cast)
    share(cast, case)
    (police,) = ask(cast, case, "police")
    answer(cast, police, "pia", "Two calls to the address.")
    decision = decide(cast, case, "care_and_support")
    assert decision.picture_hash


def _desk(cast, who):
    """Return the requests that wait on somebody's desk."""
    desk = requests_for_desk(cast.see_as(who), cast.hub.id, at=NOW)
    return {each.request.id for each in desk.lines if not each.is_answered}
