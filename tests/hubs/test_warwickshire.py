"""Warwickshire: agencies are asked only where the threshold cannot be decided (S-WAR)."""

from datetime import timedelta

import pytest

from openmash.cases.services import move_case
from openmash.cases.terms import CaseStatus
from openmash.decisions.services import CannotDecideYet
from openmash.governance.models import Clock
from openmash.governance.selectors import tasks_on_case
from openmash.governance.terms import AgreementAnswer, ClockKind, NotSoughtReason, Track
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.selectors import ask_options
from openmash.information_requests.services import CannotAsk
from openmash.intake.terms import Channel, PresentingReason, SourceCode
from tests.cast import NOW
from tests.hubs.living import (
    ASKED,
    SENT,
    ask,
    clock,
    decide,
    discuss,
    handed_over,
    opened,
    share,
    told,
)


def test_a_clear_threshold_is_decided_and_no_agency_is_asked(found_hub):
    cast = found_hub("warwickshire")
    case = opened(cast, rating="amber", can_decide_now=True)
    assert case.status == "decision_pending"
    assert not Clock.objects.filter(about_id=case.id, kind=ClockKind.PRODUCT.value).exists()

    share(cast, case)
    with pytest.raises(CannotAsk, match="this hub asks only where it is not"):
        ask(cast, case, "police", "health")
    decision = decide(cast, case, "child_assessment")
    assert handed_over(cast, decision, "Initial Response Team").team.system_name == "Mosaic"
    assert not InformationRequest.objects.filter(case=case).exists()


def test_where_it_is_not_clear_the_agencies_are_asked_and_the_clock_runs(found_hub):
    cast = found_hub("warwickshire")
    case = opened(cast, rating="amber")
    share(cast, case)
    assert clock(case.id, ClockKind.PRODUCT).stopped_at is None
    usual = {
        each.kind for each in ask_options(cast.see_as("fay"), case, NOW).agencies if each.by_default
    }
    assert usual >= {"police", "health", "education", "camhs", "isva", "community_safety"}
    assert len(ask(cast, case, "police", "health")) == 2


def test_what_turns_out_not_to_be_clear_goes_to_checks_with_its_reason(found_hub):
    cast = found_hub("warwickshire")
    case = opened(cast, rating="amber", can_decide_now=True)
    share(cast, case)
    why = "The father's new address is in another town."
    move_case(by=cast.see_as("fay"), case_id=case.id, to=CaseStatus.CHECKS, why=why, at=ASKED)
    assert ask(cast, case, "police")


def test_three_working_days_are_its_own_measure_beside_the_laws_one(found_hub):
    cast = found_hub("warwickshire")
    contact = told(cast)  # on a Friday
    case = opened(cast, contact, can_decide_now=True)
    law, own = clock(contact.id, ClockKind.RECEIPT), clock(case.id, ClockKind.DECISION)
    assert (law.standing, own.standing) == ("statutory", "local")
    assert own.due_at - law.due_at == timedelta(days=2)  # Monday, and Wednesday

    decide(cast, case, "child_assessment")
    assert clock(contact.id, ClockKind.RECEIPT).stopped_at == NOW
    assert clock(case.id, ClockKind.DECISION).stopped_at == NOW


def test_a_strategy_discussion_that_was_called_for_is_never_missed_without_a_word(found_hub):
    cast = found_hub("warwickshire")
    case = opened(cast, rating="red", can_decide_now=True)
    decide(cast, case, "strategy_discussion")
    assert any("cannot close before" in each.words for each in tasks_on_case(case.id))
    assert clock(case.id, ClockKind.STRATEGY_DISCUSSION).stopped_at is None
    discuss(cast, case, "csc", "police", "health")
    assert clock(case.id, ClockKind.ICPC).rule == "T8"


def test_early_help_is_inside_so_nobody_is_bounced(found_hub):
    cast = found_hub("warwickshire")
    case = opened(cast, rating="green", can_decide_now=True)
    decision = decide(cast, case, "family_help")
    assert handed_over(cast, decision, "Early Help and Support Hub").state == "sent"


def test_without_the_familys_agreement_early_help_is_not_decided(found_hub):
    cast = found_hub("warwickshire")
    contact = told(
        cast, agreement=AgreementAnswer.REFUSED, agreement_reason="They want to be left alone."
    )
    case = opened(cast, contact, rating="green", can_decide_now=True)
    with pytest.raises(CannotDecideYet, match="needs a yes from the family"):
        decide(cast, case, "family_help")


def test_a_domestic_abuse_contact_is_read_by_police_social_care_and_the_service(found_hub):
    cast = found_hub("warwickshire")
    contact = told(
        cast,
        source=SourceCode.POLICE,
        channel=Channel.POLICE_IMPORT,
        reasons=(PresentingReason.DOMESTIC_ABUSE,),
        agreement=AgreementAnswer.NOT_SOUGHT,
        not_sought_reason=NotSoughtReason.INCREASES_RISK,
    )
    case = opened(cast, contact, Track.CHILD_EN, Track.DA)
    options = ask_options(cast.see_as("fay"), case, NOW)
    usual = {each.kind for each in options.agencies if each.by_default}
    assert usual >= {"police", "csc", "da_service"}
    assert contact.received_at == SENT
