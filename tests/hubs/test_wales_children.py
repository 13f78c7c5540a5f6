"""Children in Wales: a front door apart from the safeguarding team, up and down (S-WAL)."""

from datetime import timedelta

import pytest

from openmash.core.working_time import LONDON
from openmash.decisions.services import CannotDecideYet
from openmash.governance.services import TimedMatter, meet_clock, start_told_clock
from openmash.governance.terms import AgreementAnswer, ClockKind, NotSoughtReason, Track
from openmash.information_requests.selectors import ask_options
from openmash.intake.terms import Channel, PresentingReason, SourceCode
from openmash.pathways.services import return_handover
from tests.cast import NOW
from tests.hubs.living import SENT, clock, decide, discuss, handed_over, opened, share, told

NOTIFICATION = {
    "source": SourceCode.POLICE,
    "channel": Channel.POLICE_IMPORT,
    "agreement": AgreementAnswer.NOT_SOUGHT,
    "not_sought_reason": NotSoughtReason.INCREASES_RISK,
}
FORM = {"channel": Channel.FORM_UPLOAD}


@pytest.mark.parametrize("how", [NOTIFICATION, FORM])
def test_a_police_notification_and_a_referral_form_take_the_same_road(found_hub, how):
    cast = found_hub("wales-children")
    contact = told(cast, **how)  # on a Friday
    case = opened(cast, contact)
    assert case.tracks == ["CHILD_WAL"]
    actions = clock(contact.id, ClockKind.CHILD_WAL)
    assert (actions.rule, actions.standing, actions.started_at) == ("T16", "statutory", SENT)
    due = actions.due_at.astimezone(LONDON)
    assert (due.month, due.day, due.hour) == (11, 23, 17)


def test_the_decision_is_recorded_and_its_day_stops(found_hub):
    cast = found_hub("wales-children")
    contact = told(cast, **FORM)
    decide(cast, opened(cast, contact, can_decide_now=True), "care_and_support")
    assert clock(contact.id, ClockKind.CHILD_WAL).stopped_at == NOW


def test_information_advice_and_assistance_is_an_end_in_itself(found_hub):
    cast = found_hub("wales-children")
    contact = told(cast, **FORM)
    case = opened(cast, contact, rating="green", can_decide_now=True)
    decision = decide(cast, case, "information_and_advice", words="Dad's group, on Tuesdays.")
    contact.refresh_from_db()
    assert contact.state == "closed_at_triage"
    assert decision.outcomes.get().words == "Dad's group, on Tuesdays."


def test_it_steps_up_to_the_safeguarding_team_which_is_another_team(found_hub):
    cast = found_hub("wales-children")
    case = opened(cast, rating="red")
    discuss(cast, case, "csc", "police", "health")
    decision = decide(cast, case, "strategy_discussion")
    handover = handed_over(cast, decision, "Safeguarding Team")
    assert handover.team.system_name == "CareDirector"
    assert clock(case.id, ClockKind.ICPC).standing == "local"


def test_it_steps_down_to_an_early_help_hub_and_comes_back_up_with_its_history(found_hub):
    cast = found_hub("wales-children")
    case = opened(cast, rating="green", can_decide_now=True)
    down = handed_over(cast, decide(cast, case, "early_help"), "Early Help Hub, north")
    return_handover(
        by=cast.see_as("dee"),
        handover_id=down.id,
        because="She told us she is afraid of going home.",
        at=NOW + timedelta(days=3),
    )
    case.refresh_from_db()
    assert case.status == "decision_pending"  # no new form: the same case, with all it has
    up = decide(cast, case, "care_and_support", at=NOW + timedelta(days=3, hours=1))
    assert up.replaces_id is not None
    assert handed_over(cast, up, "Care and Support Team", at=NOW + timedelta(days=3, hours=2))


def test_early_help_is_for_a_family_that_said_yes(found_hub):
    cast = found_hub("wales-children")
    case = opened(cast, told(cast, **NOTIFICATION), rating="green", can_decide_now=True)
    with pytest.raises(CannotDecideYet, match="needs a yes"):
        decide(cast, case, "early_help")


@pytest.mark.parametrize("rating", ["red", "amber", "green"])
def test_the_domestic_abuse_coordinator_reads_every_notification(found_hub, rating):
    cast = found_hub("wales-children")
    contact = told(cast, **NOTIFICATION, reasons=(PresentingReason.DOMESTIC_ABUSE,))
    case = opened(cast, contact, Track.CHILD_WAL, Track.DA, rating=rating)
    usual = {e.kind for e in ask_options(cast.see_as("fay"), case, NOW).agencies if e.by_default}
    assert "da_service" in usual


def test_agencies_are_asked_with_permission_or_with_the_reason_there_is_none(found_hub):
    cast = found_hub("wales-children")
    case = opened(cast, told(cast, **NOTIFICATION))
    options = ask_options(cast.see_as("fay"), case, NOW)
    assert not options.picture.sharing_is_decided
    share(cast, case, agreement="not_sought")
    assert ask_options(cast.see_as("fay"), case, NOW).picture.may_share


def test_a_report_by_telephone_is_confirmed_in_writing_within_a_day(found_hub):
    cast = found_hub("wales-children")
    contact = told(cast, channel=Channel.PHONE)
    by = cast.see_as("sam")
    written = start_told_clock(
        by=by,
        matter=TimedMatter(
            hub_id=cast.hub.id,
            about_kind="contact",
            about_id=contact.id,
            track=Track.CHILD_WAL,
        ),
        kind=ClockKind.WRITTEN_REPORT,
        began_at=SENT,
        at=NOW,
    )
    assert written.due_at == SENT + timedelta(hours=24)
    meet_clock(by=by, clock=written, done_at=NOW, at=NOW)
    assert clock(contact.id, ClockKind.WRITTEN_REPORT).stopped_at == NOW
