"""Handing over: the row, the clock, the disclosure, the move; a return reopens the decision."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction

from openmash.accounts.selectors import viewer_of
from openmash.accounts.services import act_as, know_practitioner
from openmash.cases.tests.factories import LESLEY, MAYA
from openmash.core.refusals import NotHere
from openmash.decisions.selectors import decision_of
from openmash.decisions.services import OutcomeChosen, reopen_decision
from openmash.decisions.tests.factories import (
    GORDON,
    answered,
    asked,
    case_of_maya,
    people_of_concern,
    share,
)
from openmash.governance.selectors import clocks_about, tasks_on_case
from openmash.governance.terms import ClockKind, Track
from openmash.information_requests.rules import ItemGiven
from openmash.pathways.facts import HandoverSent
from openmash.pathways.models import Handover, HandoverPerson
from openmash.pathways.selectors import (
    handover_for,
    handovers_visible_to,
    onward,
    summary_for_system,
    times_returned,
)
from openmash.pathways.services import (
    CannotAnswerHandover,
    CannotHandOver,
    accept_handover,
    do_without_handover,
    return_handover,
    set_aside,
    waive_handover,
)
from openmash.pathways.terms import RETURNED_TASK
from openmash.pathways.tests.factories import (
    NOW,
    SUMMARY,
    decide,
    decided_case,
    handed_over,
    hub_job,
    prepared,
    standing,
    team_of,
)
from openmash.sharing.selectors import disclosures_of_case
from tests.cast import maker

LATER = NOW + timedelta(hours=3)


def clock_of(handover):
    (clock,) = clocks_about([handover.id])[handover.id]
    assert clock.kind == ClockKind.HANDOVER_ACCEPTANCE
    return clock


def test_a_hand_over_is_kept_with_its_people_and_the_case_goes_onward(
    cast, case, heard, footprints
):
    handover = handed_over(cast, case)
    assert handover.reference.startswith("H-")
    (maya,) = handover.people.all()
    assert (maya.name, maya.born_words) == ("Maya Dobson", "4 March 2022")
    assert case.status == "onward"
    assert footprints("handover.") == ["handover.sent"]
    assert heard == [HandoverSent(handover.id, cast.hub.id)]


def test_its_acceptance_is_timed_from_when_it_was_sent(cast, case):
    clock = clock_of(handed_over(cast, case))
    assert (clock.started_at, clock.due_at) == (NOW, NOW + timedelta(hours=24))


def test_what_the_team_is_told_is_on_the_disclosure_register(cast, case):
    handover = handed_over(cast, case)
    (left,) = disclosures_of_case(cast.priya, case.id)
    assert (left.kind, left.about_id, left.what) == ("handover", handover.id, SUMMARY)
    assert left.to_words == "Assessment Team East, Rivermead Children's Services"
    assert left.persons == people_of_concern(case)


def test_it_is_in_the_childs_story(cast, case):
    handover = handed_over(cast, case)
    (source,) = apps.get_model("chronology", "EntrySource").objects.filter(source_id=handover.id)
    assert source.entry.words == "Handed over to Assessment Team East."


def test_without_a_summary_nothing_is_handed_over_and_nothing_is_left(
    cast, case, heard, footprints
):
    with pytest.raises(CannotHandOver, match="Write the summary"), transaction.atomic():
        handed_over(cast, case, summary="  ")
    assert not Handover.objects.exists()
    assert not HandoverPerson.objects.exists()
    assert not disclosures_of_case(cast.priya, case.id).exists()
    assert footprints("handover.") == []
    assert heard == []


def test_the_same_outcome_is_not_handed_over_twice(cast, case):
    handed_over(cast, case)
    with pytest.raises(CannotHandOver, match="at least one outcome"), transaction.atomic():
        handed_over(cast, case)


def test_an_outcome_goes_only_to_a_team_of_the_kind_that_takes_it(cast, case):
    with pytest.raises(CannotHandOver, match="goes to this team"):
        handed_over(cast, case, kind="early_help")


@pytest.mark.parametrize("who", ["noor", "lee", "rosa", "tom"])
def test_only_the_hubs_own_workers_hand_over(cast, case, who):
    with pytest.raises(NotHere):
        handed_over(cast, case, by=getattr(cast, who))


def test_the_team_accepts_with_its_own_systems_reference(cast, case, footprints):
    handover = handed_over(cast, case)
    accept_handover(by=cast.rosa, handover_id=handover.id, system_reference=" MOS-88213 ", at=LATER)
    kept = Handover.objects.get(id=handover.id)
    assert (kept.state, kept.system_name, kept.system_reference) == (
        "accepted",
        "Mosaic",
        "MOS-88213",
    )
    assert kept.answered_by == cast.practitioners["rosa"]
    assert clock_of(handover).stopped_at == LATER
    assert footprints("handover.") == ["handover.sent", "handover.accepted"]


def test_after_the_last_acceptance_the_referrer_is_what_remains(cast, case):
    prepared(cast, case)
    handover = handed_over(cast, case)
    assert case.status == "onward"
    accept_handover(by=cast.rosa, handover_id=handover.id, at=LATER)
    case.refresh_from_db()
    assert case.status == "feedback_due"


def test_a_returned_hand_over_reopens_the_decision_and_names_the_manager(cast, case, footprints):
    handover = handed_over(cast, case)
    why = "She has moved to Elsewhere."
    return_handover(by=cast.rosa, handover_id=handover.id, because=why, at=LATER)
    case.refresh_from_db()
    assert case.status == "decision_pending"
    assert decision_of(case.id) is None
    kept = Handover.objects.get(id=handover.id)
    assert (kept.state, kept.returned_because) == ("returned", why)
    assert kept.decision.reopened_because == f"Assessment Team East returned it: {why}"
    assert clock_of(handover).stopped_at == LATER
    assert RETURNED_TASK in {each.kind for each in tasks_on_case(case.id)}
    assert times_returned(case.id) == 1
    returned = apps.get_model("audit", "AuditEvent").objects.get(action="handover.returned")
    assert (returned.actor_label, returned.actor_id) == ("Rosa Quinn", cast.rosa.id)
    reopened = apps.get_model("audit", "AuditEvent").objects.get(action="decision.reopened")
    assert reopened.actor_label == "The hub, after Rosa Quinn"


def test_a_return_without_a_reason_leaves_everything_as_it_was(cast, case, footprints):
    handover = handed_over(cast, case)
    with pytest.raises(CannotAnswerHandover, match="Say why"), transaction.atomic():
        return_handover(by=cast.rosa, handover_id=handover.id, because=" ", at=LATER)
    case.refresh_from_db()
    assert case.status == "onward"
    assert decision_of(case.id) is not None
    assert clock_of(handover).stopped_at is None
    assert footprints("handover.") == ["handover.sent"]


def test_after_a_return_and_a_new_decision_it_is_handed_over_again(cast, case):
    handover = handed_over(cast, case)
    return_handover(by=cast.rosa, handover_id=handover.id, because="Not ours.", at=LATER)
    decide(cast, case)
    again = handed_over(cast, case, at=LATER)
    assert again.decision != handover.decision


def test_a_team_that_had_accepted_is_not_asked_again_when_another_returned_its_part(cast):
    case = decided_for_two(cast)
    first = handed_over(cast, case)
    second = handed_over(cast, case, kind="early_help", by=cast.fay)
    accept_handover(by=cast.rosa, handover_id=first.id, at=LATER)
    as_manager_of(cast, "dee", "early_help")
    return_handover(by=cast.dee, handover_id=second.id, because="He declined.", at=LATER)
    decide(cast, case, outcomes=outcomes_for_two(case))
    left = onward(cast.fay, case, LATER).outcomes
    assert [each.name for each in left] == ["Gordon Vale"]


def decided_for_two(cast):
    return decided_case(cast, MAYA, LESLEY, GORDON, outcomes_of=outcomes_for_two)


def outcomes_for_two(case):
    maya, gordon = people_of_concern(case)
    return [
        OutcomeChosen(maya, Track.CHILD_EN, "child_assessment"),
        OutcomeChosen(gordon, Track.CHILD_EN, "family_help"),
    ]


def as_manager_of(cast, who, kind):
    """Make somebody the receiving manager of their agency's team."""
    Membership = apps.get_model("accounts", "Membership")
    person = cast.practitioners[who]
    Membership.objects.filter(practitioner=person).update(
        roles=["receiving_manager"], team=team_of(cast, kind)
    )
    know_practitioner(person.id)
    cast.viewers[who] = viewer_of(person, on=NOW.date())
    act_as(maker(cast.hub, cast.elsewhere))


def test_a_hand_over_is_answered_once(cast, case):
    handover = handed_over(cast, case)
    accept_handover(by=cast.rosa, handover_id=handover.id, at=LATER)
    with pytest.raises(CannotAnswerHandover, match="already been answered"), transaction.atomic():
        return_handover(by=cast.rosa, handover_id=handover.id, because="No.", at=LATER)


@pytest.mark.parametrize("who", ["noor", "lee", "tom"])
def test_nobody_outside_finds_a_hand_over_to_answer(cast, case, who):
    handover = handed_over(cast, case)
    with pytest.raises(NotHere):
        accept_handover(by=getattr(cast, who), handover_id=handover.id, at=LATER)


def test_the_hub_that_sent_it_does_not_accept_it_for_the_team(cast, case):
    handover = handed_over(cast, case)
    with pytest.raises(CannotAnswerHandover, match="receiving team"):
        accept_handover(by=cast.priya, handover_id=handover.id, at=LATER)


def test_a_manager_sees_the_hand_over_and_never_the_case(cast, case):
    handover = handed_over(cast, case)
    seen = handover_for(cast.rosa, handover.reference)
    assert (seen.case, seen.may_answer, seen.may_waive) == ("", True, False)
    assert handover_for(cast.priya, handover.reference).case == case.reference
    assert list(handovers_visible_to(cast.noor)) == []


def test_a_decision_maker_may_go_on_without_the_teams_answer(cast, case, footprints):
    handover = handed_over(cast, case)
    with pytest.raises(CannotAnswerHandover, match="decision maker"), transaction.atomic():
        waive_handover(by=cast.fay, handover_id=handover.id, because="Out of time.", at=LATER)
    waive_handover(by=cast.priya, handover_id=handover.id, because="Told by phone.", at=LATER)
    assert Handover.objects.get(id=handover.id).state == "waived"
    assert clock_of(handover).stopped_at == LATER
    assert footprints("handover.") == ["handover.sent", "handover.waived"]


def test_an_outcome_no_team_here_takes_is_done_without_on_a_reason(cast):
    case = decided_case(cast, outcome="other_authority")
    (left,) = onward(cast.priya, case, NOW).outcomes
    told = {"by": cast.priya, "decision_id": standing(case).id, "at": NOW}
    with pytest.raises(CannotHandOver, match="Say why"), transaction.atomic():
        do_without_handover(**told, outcome_ids=[left.outcome.id], because=" ")
    kept = do_without_handover(
        **told, outcome_ids=[left.outcome.id], because="Elsewhere's duty desk, J. Smith, has it."
    )
    assert (kept.state, kept.team) == ("waived", None)
    assert list(onward(cast.priya, case, NOW).outcomes) == []


def test_the_text_to_copy_holds_no_hub_note_and_nothing_coded_above_h1(cast):
    case = undecided_with_items(cast)
    decide(cast, case, rationale="HUBNOTE: her aunt told us in confidence of the bruise.")
    assert onward(cast.fay, case, NOW).draft == ""  # a closed hub: not hers to see, nor to send
    draft = onward(cast.priya, case, NOW).draft
    assert "Attended twice." in draft
    for secret in ("HUBNOTE", "Known drug address.", "An informant."):
        assert secret not in draft
    handover = handed_over(cast, case, summary=draft)
    text = summary_for_system(cast.rosa, handover.id)
    assert "Maya Dobson, born 4 March 2022: Child and family assessment" in text
    assert handover.reference in text
    assert "HUBNOTE" not in text
    with pytest.raises(NotHere):
        summary_for_system(cast.noor, handover.id)


def undecided_with_items(cast):
    case = case_of_maya(cast)
    share(cast, case)
    items = (
        ItemGiven("Attended twice.", code="H1"),
        ItemGiven("Known drug address.", code="H2"),
        ItemGiven("An informant.", code="H3"),
    )
    answered(cast, asked(cast, case, "police"), "pia", *items)
    return case


def test_when_the_decision_is_taken_up_again_nobody_is_late_for_it(cast, case):
    handover = handed_over(cast, case)
    reopen_decision(by=cast.priya, case_id=case.id, because="Health answered.", at=LATER)
    decision_id = handover.decision_id
    assert set_aside(by=hub_job(cast), decision_id=decision_id, at=LATER) == 1
    assert set_aside(by=hub_job(cast), decision_id=decision_id, at=LATER) == 0
    assert clock_of(handover).stopped_at == LATER
    with pytest.raises(CannotAnswerHandover, match="taken the decision up again"):
        accept_handover(by=cast.rosa, handover_id=handover.id, at=LATER)
