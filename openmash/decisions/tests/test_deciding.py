"""Deciding: the row, the move, the clocks, the footprint; a refusal leaves nothing behind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction

from openmash.cases.selectors import case_by_id
from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.decisions.facts import DecisionRecorded, DecisionReopened
from openmash.decisions.models import Decision, Outcome
from openmash.decisions.selectors import decision_of, decisions_of
from openmash.decisions.services import (
    CannotDecideYet,
    CannotReopen,
    OutcomeChosen,
    record_decision,
    record_discussion,
    reopen_decision,
)
from openmash.decisions.terms import Matter
from openmash.decisions.tests.factories import (
    GORDON,
    NOW,
    WHY,
    answered,
    asked,
    case_of_contacts,
    case_of_maya,
    contact_from,
    minutes,
    of_concern,
    people_of_concern,
    share,
    sought,
)
from openmash.governance.selectors import clocks_about, tasks_on_case
from openmash.governance.terms import AgreementAnswer, ClockKind, Track
from openmash.intake.selectors import subjects_of


def decide(cast, case, **changed):
    return record_decision(by=cast.priya, case_id=case.id, sought=sought(case, **changed), at=NOW)


def running(about) -> set[str]:
    return {each.kind for each in clocks_about([about]).get(about, []) if not each.stopped_at}


def test_a_decision_is_kept_with_its_outcomes_and_the_case_moves(cast, case, heard, footprints):
    decision = decide(cast, case, options_considered="Family help: not safe enough yet.")
    (outcome,) = decision.outcomes.all()
    assert (outcome.outcome, outcome.label) == ("child_assessment", "Child and family assessment")
    assert (outcome.pan_london, outcome.contact_outcome) == ("up", "CIN Referral")
    assert decision.threshold_version == "Rivermead continuum of need, 4"
    assert decision.level == "3"
    assert "Children Act 1989" in decision.statutory_basis
    assert case_by_id(cast.priya, case.id).status == "decided"
    assert footprints("decision.") == ["decision.recorded"]
    assert heard == [DecisionRecorded(decision.id, case.id, cast.hub.id)]


def test_deciding_stops_the_clocks_it_answers(cast, case):
    (link,) = case.contact_links.all()
    assert ClockKind.PRODUCT in running(case.id)
    assert ClockKind.RECEIPT in running(link.contact_id)
    decide(cast, case)
    assert running(case.id) == set()
    assert ClockKind.RECEIPT not in running(link.contact_id)


def test_a_contact_becomes_a_referral_from_that_moment_for_that_child(cast, case):
    decide(cast, case)
    (link,) = case.contact_links.all()
    subjects = subjects_of([link.contact_id])[link.contact_id]
    assert [each.became_referral_at for each in subjects if each.is_concern] == [NOW]
    assert [each.became_referral_at for each in subjects if not each.is_concern] == [None]


def test_no_further_action_is_not_a_referral(cast, case):
    decide(cast, case, outcome="no_further_action")
    (link,) = case.contact_links.all()
    subjects = subjects_of([link.contact_id])[link.contact_id]
    assert {each.became_referral_at for each in subjects} == {None}


@pytest.mark.parametrize(
    ("outcome", "state"),
    [("no_further_action", "closed_at_triage"), ("child_assessment", "straight_to_allocation")],
)
def test_without_checks_a_contact_closes_at_triage_unless_somebody_takes_over(cast, outcome, state):
    case = case_of_maya(cast, can_decide_now=True)
    decide(cast, case, outcome=outcome)
    (link,) = case.contact_links.select_related("contact")
    assert link.contact.state == state


def test_the_decision_is_in_the_childs_story(cast, case):
    decision = decide(cast, case)
    sources = apps.get_model("chronology", "EntrySource").objects
    (source,) = sources.filter(source_id=decision.id)
    assert source.entry.words == "The hub decided: Child and family assessment."
    assert source.entry.significant


def test_a_refusal_names_every_obstacle_and_leaves_nothing(cast, case, heard, footprints):
    share(cast, case)
    asked(cast, case, "health")
    with pytest.raises(CannotDecideYet) as refused, transaction.atomic():
        decide(cast, case, rationale="")
    assert [each.about for each in refused.value.obstacles] == [Matter.RATIONALE, Matter.RETURNS]
    assert not Decision.objects.exists()
    assert not Outcome.objects.exists()
    assert case_by_id(cast.priya, case.id).status == "checks"
    assert ClockKind.PRODUCT in running(case.id)
    assert footprints("decision.") == []
    assert heard == []


def test_urgent_harm_goes_ahead_of_everything_untidy_and_nothing_untidy_is_lost(cast, case):
    share(cast, case)
    asked(cast, case, "health")
    decision = decide(cast, case, outcome="strategy_discussion", rationale="A fresh injury.")
    kinds = {each.kind for each in tasks_on_case(case.id)}
    assert {Matter.RETURNS.task, Matter.STRATEGY.task, "strategy_discussion"} <= kinds
    assert ClockKind.STRATEGY_DISCUSSION in running(case.id)
    assert decision.discussion is None


def test_a_strategy_discussion_already_held_is_the_one_decided_on(cast, case):
    held = record_discussion(by=cast.priya, case_id=case.id, minutes=minutes(), at=NOW)
    decision = decide(cast, case, outcome="strategy_discussion")
    assert decision.discussion == held
    assert ClockKind.STRATEGY_DISCUSSION not in running(case.id)


def test_a_decision_without_an_answer_says_why(cast, case):
    share(cast, case)
    asked(cast, case, "health")
    decision = decide(cast, case, without_returns_because="They open on Monday; Maya cannot wait.")
    assert decision.without_returns_because.startswith("They open on Monday")


@pytest.mark.parametrize("who", ["fay", "sam", "rosa"])
def test_somebody_who_may_not_decide_is_refused_or_sees_nothing(cast, case, who):
    with pytest.raises((CannotDecideYet, NotHere)), transaction.atomic():
        record_decision(by=getattr(cast, who), case_id=case.id, sought=sought(case), at=NOW)
    assert not Decision.objects.exists()


def test_somebody_elsewhere_finds_no_case_to_decide(cast, case):
    with pytest.raises(NotHere):
        record_decision(by=cast.noor, case_id=case.id, sought=sought(case), at=NOW)


def test_a_decision_about_a_child_needs_a_registered_social_worker(cast, case):
    unregistered = replace(cast.priya, registration="")
    with pytest.raises(CannotDecideYet, match="registration number"), transaction.atomic():
        record_decision(by=unregistered, case_id=case.id, sought=sought(case), at=NOW)


def test_nobody_decides_for_a_child_who_is_not_in_the_case(cast, case):
    other = case_of_maya(cast, GORDON)
    stranger = OutcomeChosen(people_of_concern(other)[0], Track.CHILD_EN, "no_further_action")
    with pytest.raises(NotHere):
        decide(cast, case, outcomes=[stranger])


def test_a_case_is_decided_once(cast, case):
    decide(cast, case)
    with pytest.raises(CannotDecideYet, match="already decided"), transaction.atomic():
        decide(cast, case)
    assert Decision.objects.count() == 1


def test_somebody_who_read_it_before_it_was_decided_is_told_so(cast, case, monkeypatch):
    decide(cast, case)
    monkeypatch.setattr("openmash.decisions.services.deciding.obstacles", lambda picture: [])
    with pytest.raises(RecordHasMoved), transaction.atomic():
        decide(cast, case)
    assert Decision.objects.count() == 1


def test_two_reports_of_one_child_need_one_outcome_and_are_both_referrals(cast):
    first = contact_from(cast, "lee")
    second = contact_from(cast, "tom", same_as=of_concern(first)[0].person_id)
    case = case_of_contacts(cast, first, second)
    decide(cast, case)
    marked = [each.became_referral_at for one in (first, second) for each in of_concern(one)]
    assert marked == [NOW, NOW]


def test_a_reopened_decision_stays_on_record_and_the_next_one_replaces_it(
    cast, case, heard, footprints
):
    first = decide(cast, case)
    later = NOW + timedelta(hours=1)
    reopen_decision(by=cast.maya, case_id=case.id, because="Health answered.", at=later)
    assert decision_of(case.id) is None
    assert case_by_id(cast.priya, case.id).status == "decision_pending"
    assert heard[-1] == DecisionReopened(first.id, case.id, cast.hub.id)
    assert footprints("decision.") == ["decision.recorded", "decision.reopened"]
    second = record_decision(
        by=cast.priya,
        case_id=case.id,
        sought=sought(case, outcome="no_further_action"),
        at=later,
    )
    assert second.replaces == first
    assert list(decisions_of(case.id)) == [second, first]
    kept = decisions_of(case.id).get(id=first.id)
    assert (kept.rationale, kept.reopened_because) == (WHY, "Health answered.")


def test_reopening_needs_a_reason_a_decision_and_a_decision_maker(cast, case):
    with pytest.raises(CannotReopen, match="no decision"), transaction.atomic():
        reopen_decision(by=cast.maya, case_id=case.id, because="Why not.", at=NOW)
    decide(cast, case)
    with pytest.raises(CannotReopen, match="Say why"), transaction.atomic():
        reopen_decision(by=cast.maya, case_id=case.id, because="  ", at=NOW)
    with pytest.raises(NotHere), transaction.atomic():
        reopen_decision(by=cast.fay, case_id=case.id, because="I would like to.", at=NOW)
    assert decision_of(case.id) is not None


def test_early_help_needs_the_familys_yes_or_what_will_follow_a_no(cast):
    case = case_of_maya(cast, agreement=AgreementAnswer.REFUSED)
    with pytest.raises(CannotDecideYet, match="a yes from the family"), transaction.atomic():
        decide(cast, case, outcome="family_help")
    (maya,) = people_of_concern(case)
    words = "The health visitor asks on Tuesday; after a no, back to the hub."
    decide(cast, case, outcomes=[OutcomeChosen(maya, Track.CHILD_EN, "family_help", words)])


def test_an_answered_request_is_no_obstacle(cast, case):
    share(cast, case)
    answered(cast, asked(cast, case, "health"), "amira")
    assert decide(cast, case).without_returns_because == ""
