"""Adults in Wales: section 126 in seven working days, and what the person wants (S-WAL)."""

import pytest

from openmash.core.working_time import LONDON
from openmash.decisions.services import CannotDecideYet
from openmash.governance.terms import ClockKind, Track
from openmash.intake.models import AdultTest
from openmash.intake.selectors import subjects_of
from openmash.intake.services.adults import AdultTestIncomplete
from openmash.intake.terms import AdultAnswer, Channel, SourceCode, WishesAsked
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import (
    ASKED,
    EMLYN,
    SENT,
    adult_answers,
    ask,
    clock,
    decide,
    handed_over,
    opened,
    share,
    told,
)


def report(cast):
    return told(cast, EMLYN, source=SourceCode.OTHER, channel=Channel.EMAIL)


def opened_on(cast, contact=None, rating="amber", **changed):
    contact = contact or report(cast)
    (emlyn,) = [each for each in subjects_of([contact.id])[contact.id] if each.is_concern]
    return opened(
        cast,
        contact,
        Track.ADULT_WAL,
        rating=rating,
        by="fern",
        adults={emlyn.id: adult_answers(**changed)},
    )


def test_a_report_is_enquired_into_within_seven_working_days_of_receipt(found_hub):
    cast = found_hub("wales-adults")
    contact = report(cast)  # on a Friday
    opened_on(cast, contact)
    enquiry = clock(contact.id, ClockKind.S126)
    assert (enquiry.rule, enquiry.standing) == ("T15", "statutory")
    assert enquiry.started_at == SENT
    due = enquiry.due_at.astimezone(LONDON)
    assert (due.month, due.day, due.hour) == (12, 1, 17)


def test_the_first_port_of_call_is_the_person_and_their_words_are_kept(found_hub):
    cast = found_hub("wales-adults")
    case = opened_on(cast)
    kept = AdultTest.objects.get(subject__person_id=case.people.get(is_concern=True).person_id)
    assert (kept.wants, kept.law) == ("Dw i eisiau gweld fy chwaer.", "s126")


def test_nobody_having_asked_is_said_and_why(found_hub):
    cast = found_hub("wales-adults")
    with pytest.raises(AdultTestIncomplete, match="what they want"):
        opened_on(cast, was_asked=WishesAsked.NOT_STATED, wants="")
    with pytest.raises(AdultTestIncomplete, match="why the adult has not been asked"):
        opened_on(cast, was_asked=WishesAsked.NO, wants="")


@pytest.mark.parametrize(
    ("outcome", "is_referral"),
    [
        ("adult_care_and_support", False),
        ("adult_at_risk", True),
        ("adult_no_further_action", False),
    ],
)
def test_the_enquiry_ends_in_a_determination_and_its_clock_stops(found_hub, outcome, is_referral):
    cast = found_hub("wales-adults")
    contact = report(cast)
    case = opened_on(cast, contact, cannot_protect=AdultAnswer.YES)
    share(cast, case, by="owen")
    decision = decide(cast, case, outcome, by="owen")
    assert decision.outcomes.get().becomes_referral is is_referral
    assert clock(contact.id, ClockKind.S126).stopped_at == NOW


def test_an_adult_in_danger_now_is_protected_now(found_hub):
    cast = found_hub("wales-adults")
    case = opened_on(cast, rating="red", safe_tonight=AdultAnswer.NO, safe_tonight_words="At A&E.")
    decision = decide(cast, case, "adult_protect_now", by="fern")
    assert decision.outcomes.get().label.startswith("Determination 1")


def test_a_request_names_the_duty_it_is_made_under_and_the_time_it_is_wanted_by(found_hub):
    cast = found_hub("wales-adults")
    case = opened_on(cast)
    share(cast, case, by="owen")
    (request,) = ask(cast, case, "health", by="fern")
    assert "sections 128 and 164" in request.power_relied_on
    assert request.due_at > ASKED


def test_a_community_connector_comes_if_the_person_would_like_one(found_hub):
    cast = found_hub("wales-adults")
    case = opened_on(cast, rating="green", is_at_risk=AdultAnswer.NO)
    share(cast, case, by="owen")
    decision = decide(cast, case, "community_connector", by="fern")
    handover = handed_over(cast, decision, "Community Connectors", by="fern")
    accept_handover(by=cast.see_as("vera"), handover_id=handover.id, at=NOW)
    handover.refresh_from_db()
    assert handover.state == "accepted"


def test_a_connector_is_not_sent_to_somebody_who_said_no(found_hub):
    cast = found_hub("wales-adults")
    case = opened_on(cast, rating="green", is_at_risk=AdultAnswer.NO)
    share(cast, case, by="owen", agreement="refused")
    with pytest.raises(CannotDecideYet, match="needs a yes"):
        decide(cast, case, "community_connector", by="fern")
