"""Referrers are answered: each of their own people, in words fixed once, or it is said why not."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction

from openmash.cases.tests.factories import MAYA
from openmash.core.refusals import NotHere
from openmash.decisions.services import OutcomeChosen, agree_with_decision, reopen_decision
from openmash.decisions.terms import NotPossibleReason
from openmash.decisions.tests.factories import (
    GORDON,
    case_of_contacts,
    contact_from,
    people_of_concern,
    received_from,
)
from openmash.governance.selectors import clocks_about
from openmash.governance.terms import ClockKind, Track
from openmash.intake.rules.told import ToldReferrer
from openmash.intake.terms import Channel, SourceCode
from openmash.pathways.facts import FeedbackSent
from openmash.pathways.models import Feedback
from openmash.pathways.selectors import feedback_due, referral_status
from openmash.pathways.services import (
    CannotAnswerReferrer,
    acknowledge,
    feedback_not_possible,
    mark_read,
    prepare_feedback,
    send_feedback,
    set_aside,
)
from openmash.pathways.terms import Progress
from openmash.pathways.tests.factories import (
    NOW,
    decide,
    decided_case,
    hub_job,
    prepared,
    standing,
)
from openmash.sharing.selectors import disclosures_of_case

LATER = NOW + timedelta(hours=1)
NEIGHBOUR = ToldReferrer(
    name="Winifred Nextdoor",
    phone="01632 960498",
    is_professional=False,
    source_code=SourceCode.ACQUAINTANCE,
)
NOBODY = ToldReferrer(is_professional=False, source_code=SourceCode.ANONYMOUS)


def clock(feedback, kind=ClockKind.FEEDBACK):
    return next(each for each in clocks_about([feedback.id])[feedback.id] if each.kind == kind)


def contact_of(case):
    return case.contact_links.get().contact


# Preparing


def test_a_professional_is_owed_the_decision_and_why_in_plain_words(cast, case, footprints):
    (feedback,) = prepared(cast, case)
    assert feedback.state == "due"
    assert feedback.subject == f"{contact_of(case).reference}: what was decided"
    assert "Children's social care will assess what the child and family need." in feedback.words
    assert "Why: The child may be in need" in feedback.words
    assert "01632 960100" in feedback.words
    assert clock(feedback).due_at == feedback.due_at
    assert footprints("feedback.") == ["feedback.prepared"]


def test_the_deciders_own_plain_reason_is_told_and_the_rationale_never(cast):
    case = decided_case(
        cast, rationale="HUBNOTE: " + "x" * 50, told_reason="She needs help at home."
    )
    (feedback,) = prepared(cast, case)
    assert "Why: She needs help at home." in feedback.words
    assert "HUBNOTE" not in feedback.words


def test_a_partner_hears_the_decision_and_not_the_reason(cast):
    case = decided_case(cast, who="tom", told_reason="She needs help at home.")
    (feedback,) = prepared(cast, case)
    assert "will assess" in feedback.words
    assert "She needs help" not in feedback.words


def test_a_member_of_the_public_is_told_no_more_than_that_we_have_it(cast):
    case = decided_case(cast, told={"referrer": NEIGHBOUR, "channel": Channel.PHONE})
    (feedback,) = prepared(cast, case)
    assert (feedback.state, feedback.words) == ("not_appropriate", "")
    assert "and no more" in feedback.not_sent_because


def test_each_referrer_hears_only_of_the_people_they_told_of(cast):
    of_maya, of_gordon = contact_from(cast, "lee", MAYA), contact_from(cast, "tom", GORDON)
    case = case_of_contacts(cast, of_maya, of_gordon)
    maya, gordon = people_of_concern(case)
    decide(
        cast,
        case,
        outcomes=[
            OutcomeChosen(maya, Track.CHILD_EN, "child_assessment"),
            OutcomeChosen(gordon, Track.CHILD_EN, "family_help", "Asked on Tuesday."),
        ],
    )
    words = {each.contact_id: each.words for each in prepared(cast, case)}
    assert "will assess" in words[of_maya.id]
    assert "Family help" not in words[of_maya.id]
    assert "Family help" in words[of_gordon.id]
    assert "will assess" not in words[of_gordon.id]
    assert not any("Maya" in each or "Gordon" in each for each in words.values())


def test_preparing_twice_leaves_one_answer(cast, case, footprints):
    prepared(cast, case)
    prepared(cast, case)
    assert Feedback.objects.count() == 1
    assert footprints("feedback.") == ["feedback.prepared"]


def test_with_nothing_to_hand_over_the_case_waits_for_the_answer_alone(cast):
    case = decided_case(cast, outcome="no_further_action")
    prepared(cast, case)
    assert case.status == "feedback_due"


def test_while_a_second_person_is_waited_for_nobody_is_told_and_then_the_referrer_is(cast):
    case = decided_case(cast, outcome="no_further_action", rated="red")
    lee, reference = cast.lee, contact_of(case).reference
    assert prepared(cast, case) == []
    assert case.status == "decided"
    assert current(lee, reference) is Progress.LOOKED_AT
    agree_with_decision(by=cast.maya, decision_id=standing(case).id, at=LATER)
    assert current(lee, reference) is Progress.DECIDED
    (feedback,) = prepared(cast, case)
    assert feedback.state == "due"
    assert case.status == "feedback_due"


def current(viewer, reference):
    return next(
        each.progress for each in referral_status(viewer, reference).steps if each.is_current
    )


def test_a_decision_taken_up_again_is_not_told_of(cast, case):
    (feedback,) = prepared(cast, case)
    standing_id = standing(case).id
    reopen_decision(by=cast.priya, case_id=case.id, because="Health answered.", at=LATER)
    assert list(feedback_due(cast.sam, cast.hub.id)) == []
    assert prepare_feedback(by=hub_job(cast), decision_id=standing_id, at=LATER) == []
    with pytest.raises(CannotAnswerReferrer, match="taken it up again"), transaction.atomic():
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="x", at=LATER)
    assert set_aside(by=hub_job(cast), decision_id=standing_id, at=LATER) == 1
    kept = Feedback.objects.get(id=feedback.id)
    assert kept.state == "not_appropriate"
    assert clock(feedback).stopped_at == LATER


# Sending


def test_what_is_sent_is_fixed_timed_and_on_the_register(cast, case, heard, footprints):
    (feedback,) = prepared(cast, case)
    send_feedback(by=cast.sam, feedback_id=feedback.id, words=" We will assess. ", at=LATER)
    kept = Feedback.objects.get(id=feedback.id)
    assert (kept.state, kept.words, kept.sent_by_name) == ("sent", "We will assess.", "Sam Okafor")
    assert clock(feedback).stopped_at == LATER
    (left,) = disclosures_of_case(cast.priya, case.id)
    assert (left.kind, left.what, left.about_id) == ("feedback", "We will assess.", feedback.id)
    assert left.to_agency == cast.agencies["school"]
    assert footprints("feedback.")[-1] == "feedback.sent"
    assert heard == [FeedbackSent(feedback.id, cast.hub.id)]
    with pytest.raises(CannotAnswerReferrer, match="already been dealt with"), transaction.atomic():
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="Other words.", at=LATER)
    assert Feedback.objects.get(id=feedback.id).words == "We will assess."


def test_nothing_is_sent_without_words_and_nothing_is_left(cast, case, heard, footprints):
    (feedback,) = prepared(cast, case)
    with pytest.raises(CannotAnswerReferrer, match="Write what"), transaction.atomic():
        send_feedback(by=cast.sam, feedback_id=feedback.id, words="  ", at=LATER)
    assert Feedback.objects.get(id=feedback.id).state == "due"
    assert not disclosures_of_case(cast.priya, case.id).exists()
    assert footprints("feedback.") == ["feedback.prepared"]
    assert heard == []


@pytest.mark.parametrize("who", ["noor", "lee", "tom", "rosa"])
def test_only_the_hubs_own_workers_answer(cast, case, who):
    (feedback,) = prepared(cast, case)
    with pytest.raises(NotHere):
        send_feedback(by=getattr(cast, who), feedback_id=feedback.id, words="x", at=LATER)


def test_why_a_referrer_cannot_be_told_is_kept_and_stops_the_clock(cast, case):
    (feedback,) = prepared(cast, case)
    feedback_not_possible(
        by=cast.sam,
        feedback_id=feedback.id,
        reason=NotPossibleReason.NO_SAFE_CHANNEL,
        words="The school is closed.",
        at=LATER,
    )
    kept = Feedback.objects.get(id=feedback.id)
    assert kept.state == "not_possible"
    assert kept.not_sent_because.endswith("The school is closed.")
    assert clock(feedback).stopped_at == LATER


def test_opening_it_is_noted_once_and_only_for_the_referrer(cast, case, footprints):
    (feedback,) = prepared(cast, case)
    send_feedback(by=cast.sam, feedback_id=feedback.id, words="We will assess.", at=LATER)
    contact = contact_of(case)
    with pytest.raises(NotHere):
        mark_read(by=cast.tom, contact_id=contact.id, at=LATER)
    assert mark_read(by=cast.lee, contact_id=contact.id, at=LATER) == 1
    assert mark_read(by=cast.lee, contact_id=contact.id, at=LATER + timedelta(days=1)) == 0
    assert Feedback.objects.get(id=feedback.id).read_at == LATER
    assert footprints("feedback.").count("feedback.read") == 1


# Acknowledging


def test_a_referrer_hears_at_once_that_we_have_it_and_by_when_we_will_decide(cast, footprints):
    contact = contact_from(cast, "lee")
    feedback = acknowledge(by=hub_job(cast), contact_id=contact.id, at=LATER)
    assert feedback.state == "sent"
    assert "received this on 20 November 2026 at 08:00" in feedback.words
    assert "by 23 November 2026 at 17:00" in feedback.words
    (stopped,) = [
        each for each in clocks_about([contact.id])[contact.id] if each.kind == "acknowledgement"
    ]
    assert stopped.stopped_at == LATER
    assert acknowledge(by=hub_job(cast), contact_id=contact.id, at=LATER) == feedback
    assert footprints("feedback.") == ["feedback.acknowledged"]


def test_who_cannot_be_reached_is_not_acknowledged_and_it_says_why(cast):
    officer = ToldReferrer(name="PC 1234")
    contact = contact_from(cast, "fay", channel=Channel.POLICE_IMPORT, referrer=officer)
    apps.get_model("intake", "Contact").objects.filter(id=contact.id).update(referrer=None)
    feedback = acknowledge(by=hub_job(cast), contact_id=contact.id, at=LATER)
    assert feedback.state == "not_possible"
    assert "came from a system" in feedback.not_sent_because


def test_who_rang_without_a_name_heard_it_as_they_rang(cast):
    contact = contact_from(cast, "fay", channel=Channel.PHONE, referrer=NOBODY)
    feedback = acknowledge(by=hub_job(cast), contact_id=contact.id, at=LATER)
    assert feedback.state == "sent"
    assert "We may not be able to tell you what happens next" in feedback.words


# The referrer's own page


def reached(cast, contact, who="lee"):
    status = referral_status(getattr(cast, who), contact.reference)
    return [each.progress for each in status.steps if each.is_reached]


def test_before_anybody_has_read_it_a_referral_is_received(cast):
    contact = received_from(cast, "lee")
    assert reached(cast, contact) == [Progress.RECEIVED]


def test_the_steps_are_reached_in_turn(cast, case):
    contact = contact_of(case)
    assert reached(cast, contact) == [Progress.RECEIVED, Progress.LOOKED_AT, Progress.DECIDED]
    (feedback,) = prepared(cast, case)
    assert Progress.TOLD not in reached(cast, contact)
    send_feedback(by=cast.sam, feedback_id=feedback.id, words="We will assess.", at=LATER)
    assert reached(cast, contact)[-1] is Progress.TOLD
    (message,) = referral_status(cast.lee, contact.reference).messages
    assert message.words == "We will assess."


def test_words_not_yet_sent_are_not_shown(cast, case):
    prepared(cast, case)
    assert referral_status(cast.lee, contact_of(case).reference).messages == []


@pytest.mark.parametrize("who", ["tom", "priya", "noor", "rosa"])
def test_another_persons_referral_is_not_there(cast, case, who):
    with pytest.raises(NotHere):
        referral_status(getattr(cast, who), contact_of(case).reference)
