"""Blackburn: nothing is finalised without an answer on agreement, and no panel holds it (S-BWD)."""

from datetime import timedelta

import pytest

from openmash.decisions.services import CannotDecideYet
from openmash.governance.models import Task
from openmash.governance.terms import AgreementAnswer, ClockKind, NotSoughtReason, Track
from openmash.intake.terms import Channel, PresentingReason, SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import (
    answer,
    ask,
    clock,
    decide,
    handed_over,
    opened,
    read_by,
    share,
    told,
    view,
)

FRIDAY_PANEL = NOW + timedelta(days=7)
BLANK = {
    "source": SourceCode.POLICE,
    "channel": Channel.POLICE_IMPORT,
    "agreement": AgreementAnswer.NOT_STATED,
    "reasons": (PresentingReason.DOMESTIC_ABUSE,),
}


def test_a_record_without_an_answer_on_agreement_is_let_in_and_not_finalised(found_hub):
    cast = found_hub("blackburn")
    contact = told(cast, **BLANK)
    task = Task.objects.get(about_id=contact.id, kind="agreement_blank")
    assert task.words == "Ask the sender what was said about agreement."

    case = opened(cast, contact, can_decide_now=True, rating="green")
    with pytest.raises(CannotDecideYet, match="Record what was said about agreement"):
        decide(cast, case, "no_further_action")
    share(cast, case, agreement="not_sought")  # with its reason: a full answer
    assert decide(cast, case, "no_further_action")


@pytest.mark.parametrize(
    ("agreement", "reason"),
    [
        (AgreementAnswer.GIVEN, None),
        (AgreementAnswer.REFUSED, None),
        (AgreementAnswer.NOT_SOUGHT, NotSoughtReason.PREJUDICES_CRIME),
    ],
)
def test_any_answer_will_do_a_refusal_as_well_as_a_yes(found_hub, agreement, reason):
    cast = found_hub("blackburn")
    contact = told(cast, agreement=agreement, not_sought_reason=reason)
    case = opened(cast, contact, can_decide_now=True, rating="green")
    assert decide(cast, case, "no_further_action")


def test_urgent_harm_does_not_wait_for_it_and_it_is_asked_for_afterwards(found_hub):
    cast = found_hub("blackburn")
    case = opened(cast, told(cast, **BLANK), can_decide_now=True, rating="red")
    assert decide(cast, case, "strategy_discussion")


def test_the_friday_panel_takes_it_on_later_and_the_decision_is_made_now(found_hub):
    cast = found_hub("blackburn")
    contact = told(cast)
    case = opened(cast, contact, can_decide_now=True, rating="green")
    decision = decide(cast, case, "early_years_panel")
    handover = handed_over(cast, decision, "Early Years Panel")

    assert clock(contact.id, ClockKind.RECEIPT).stopped_at == NOW
    case.refresh_from_db()
    assert (case.status, handover.state) == ("onward", "sent")

    accept_handover(
        by=cast.see_as("dee"), handover_id=handover.id, system_reference="EY-14", at=FRIDAY_PANEL
    )
    handover.refresh_from_db()
    assert handover.answered_at == FRIDAY_PANEL
    assert decision.decided_at == NOW


def test_step_down_to_the_domestic_abuse_service_is_by_agreement(found_hub):
    cast = found_hub("blackburn")
    case = opened(
        cast, told(cast, reasons=(PresentingReason.DOMESTIC_ABUSE,)), Track.CHILD_EN, Track.DA
    )
    share(cast, case)
    outcomes = {Track.CHILD_EN: "signposted", Track.DA: "da_support"}
    handover = handed_over(cast, decide(cast, case, outcomes), "Larkrise Centre")
    assert handover.team.name == "Larkrise Centre"


def test_health_education_and_the_domestic_abuse_service_weigh_the_risk_too(found_hub):
    cast = found_hub("blackburn")
    case = opened(cast, told(cast), Track.CHILD_EN, Track.DA)
    share(cast, case)
    ask(cast, case, "police", "health", "da_service")
    for who in ("tom", "lena", "ines"):
        view(cast, case, who)
    assert case.views.count() == 3


def test_what_is_shared_can_be_said_in_words_that_keep_something_back(found_hub):
    cast = found_hub("blackburn")
    case = opened(cast)
    share(cast, case)
    police, _ = ask(cast, case, "police", "health")
    answer(
        cast,
        police,
        "pia",
        "A neighbour, named, is the source.",
        code="H3",
        form_of_words="Somebody nearby heard shouting at night.",
        form_of_words_code="H2",
    )
    assert read_by(cast, "amira", case) == set()
    assert read_by(cast, "priya", case) == {"A neighbour, named, is the source."}
