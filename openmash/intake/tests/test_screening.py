"""Screening: tracks opened, the clock stopped, tasks left, and urgent harm never held up (A5)."""

from uuid import uuid4

import pytest

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.governance.models import Clock, Task
from openmash.governance.terms import ClockKind, Track
from openmash.intake.models import AdultTest, Contact, Screening, SubjectTrack
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.selectors import latest_adult_tests, suggestions_on, triage_queue
from openmash.intake.services import (
    AdultTestIncomplete,
    CannotScreenYet,
    ask_clarification,
    cancel_contact,
    record_adult_test,
    record_call,
    screen_contact,
)
from openmash.intake.services.moving import CannotMoveContact
from openmash.intake.terms import AdultAnswer, CancelReason, ContactState, WishesAsked
from openmash.intake.tests.telling import IWAN, MAYA, NOW, of_concern, receive, told
from openmash.matching.models import Judgement
from openmash.people.models import Person

YES, NO, UNKNOWN = AdultAnswer.YES, AdultAnswer.NO, AdultAnswer.NOT_KNOWN


def screen(cast, contact, who="fay", track=Track.CHILD_EN, **changes):
    found = {
        "rating": "amber",
        "can_decide_now": False,
        "gate_reason": "Health may hold more.",
        "rationale": "An injury that is not explained.",
        "tracks": {each.id: [track] for each in of_concern(contact)},
    }
    return screen_contact(by=getattr(cast, who), contact_id=contact.id, at=NOW, **(found | changes))


@pytest.fixture
def contact(cast):
    return receive(cast.sam, cast.hub.id)


def test_the_first_reading_is_kept_with_its_policy_and_its_tracks(cast, contact):
    (maya,) = of_concern(contact)
    screening = screen(cast, contact, known_before={maya.id: "no"})
    assert (screening.rating, screening.level) == ("amber", "3")
    assert screening.policy.version == 1
    assert SubjectTrack.objects.get().track == Track.CHILD_EN
    assert of_concern(contact)[0].known_before == "no"
    assert AuditEvent.objects.filter(action="contact.screened").count() == 1
    running = Clock.objects.filter(about_id=contact.id, stopped_at=None)
    assert ClockKind.SCREENING not in set(running.values_list("kind", flat=True))
    assert not triage_queue(cast.sam, cast.hub.id).exists()


def test_a_refusal_lists_everything_and_leaves_nothing(cast, contact):
    with pytest.raises(CannotScreenYet) as refusal:
        screen(cast, contact, rationale=" ", gate_reason="", tracks={})
    assert len(refusal.value.reasons) == 3
    assert Screening.objects.count() == SubjectTrack.objects.count() == 0


def test_a_contact_officer_reads_and_does_not_screen(cast, contact):
    with pytest.raises(CannotScreenYet):
        screen(cast, contact, who="sam")
    with pytest.raises(NotHere):
        screen(cast, contact, who="noor")


def test_urgent_harm_waits_for_nothing_tidy_which_becomes_tasks(cast, contact):
    screen(cast, contact, rating="red", gate_reason="", tracks={})
    kinds = set(Task.objects.filter(about_id=contact.id).values_list("kind", flat=True))
    assert kinds == {"screening_untidy_0", "screening_untidy_1"}


def test_a_contact_waiting_for_an_answer_may_be_screened(cast, contact):
    ask_clarification(by=cast.sam, contact_id=contact.id, question="Which ear?", at=NOW)
    screen(cast, contact)
    assert Contact.objects.get().state == ContactState.TRIAGE


def test_tracks_are_only_for_people_of_this_contact(cast, contact):
    other = receive(cast.sam, cast.hub.id, people=(IWAN,))
    with pytest.raises(NotHere):
        screen(cast, contact, tracks={of_concern(other)[0].id: [Track.CHILD_EN]})


def test_who_is_this_is_answered_before_screening_and_not_within_one_telling(cast):
    twins = receive(cast.sam, cast.hub.id, people=(MAYA, MAYA))
    assert suggestions_on(cast.fay, list(twins.subjects.all()), at=NOW) == {}
    again = receive(cast.sam, cast.hub.id, people=(MAYA,), narrative="Absent again.")
    assert suggestions_on(cast.fay, list(again.subjects.all()), at=NOW)
    with pytest.raises(CannotScreenYet, match="who is this"):
        screen(cast, again)


class TestAdults:
    @pytest.fixture
    def iwan(self, cast):
        return receive(cast.sam, cast.hub.id, people=(IWAN,))

    def answer(self, cast, contact, who="fern", **changes):
        answers = {
            "has_needs": YES,
            "is_at_risk": YES,
            "cannot_protect": UNKNOWN,
            "was_asked": WishesAsked.YES,
            "wants": "To stay at home.",
            "safe_tonight": YES,
        }
        return record_adult_test(
            by=getattr(cast, who),
            subject_id=of_concern(contact)[0].id,
            answers=AdultAnswers(**(answers | changes)),
            at=NOW,
        )

    def test_an_adults_three_questions_come_before_screening(self, cast, iwan):
        with pytest.raises(CannotScreenYet, match="three questions"):
            screen(cast, iwan, track=Track.ADULT_EN)
        test = self.answer(cast, iwan)
        assert (test.law, test.cannot_protect) == ("s42", "not_known")
        screen(cast, iwan, track=Track.ADULT_EN)

    def test_the_newest_answers_stand_and_the_earlier_are_kept(self, cast, iwan):
        self.answer(cast, iwan)
        newest = self.answer(cast, iwan, cannot_protect=YES)
        assert AdultTest.objects.count() == 2
        assert latest_adult_tests([iwan.id]) == {of_concern(iwan)[0].id: newest}

    def test_somebody_not_safe_tonight_is_a_task_at_once_until_they_are(self, cast, iwan):
        self.answer(cast, iwan, safe_tonight=NO, safe_tonight_words="Police are going.")
        task = Task.objects.get(kind="adult_safe_tonight")
        assert task.due_at == NOW
        self.answer(cast, iwan)
        assert not Task.objects.filter(kind="adult_safe_tonight", done_at=None).exists()

    def test_they_are_answered_with_the_screening_or_neither_is_kept(self, cast, iwan):
        (subject,) = of_concern(iwan)
        answers = AdultAnswers(YES, YES, UNKNOWN, WishesAsked.YES, YES, wants="To stay at home.")
        with pytest.raises(CannotScreenYet):
            screen(cast, iwan, track=Track.ADULT_EN, adults={subject.id: answers}, gate_reason="")
        assert AdultTest.objects.count() == 0
        screen(cast, iwan, track=Track.ADULT_EN, adults={subject.id: answers})
        assert AdultTest.objects.get().wants == "To stay at home."

    def test_urgent_harm_keeps_half_an_answer_and_asks_for_the_rest(self, cast, iwan):
        (subject,) = of_concern(iwan)
        half = AdultAnswers(YES, UNKNOWN, UNKNOWN, WishesAsked.NOT_STATED, UNKNOWN)
        screen(cast, iwan, track=Track.ADULT_EN, adults={subject.id: half}, rating="red")
        open_tasks = Task.objects.filter(about_id=subject.id, done_at=None)
        assert set(open_tasks.values_list("kind", flat=True)) == {
            "adult_safe_tonight",
            "adult_wishes",
        }
        self.answer(cast, iwan)
        assert not open_tasks.exists()

    def test_each_gap_says_where_it_is_mended(self, cast, iwan):
        with pytest.raises(AdultTestIncomplete) as refusal:
            self.answer(cast, iwan, wants="", safe_tonight=NO)
        assert [field for field, _ in refusal.value.fields] == ["wants", "safe_tonight_words"]
        assert AdultTest.objects.count() == 0

    def test_only_those_who_screen_answer_for_an_adult(self, cast, iwan):
        for who in ("sam", "lee", "noor"):
            with pytest.raises(NotHere):
                self.answer(cast, iwan, who=who)


class TestCancelling:
    def test_the_reason_is_mandatory_and_nothing_is_deleted(self, cast, contact):
        with pytest.raises(CannotMoveContact):
            self.cancel(cast, contact, CancelReason.OTHER)
        self.cancel(cast, contact, CancelReason.ENTERED_TWICE)
        assert Contact.objects.get().state == ContactState.CANCELLED_IN_ERROR
        assert not Clock.objects.filter(about_id=contact.id, stopped_at=None).exists()
        assert not triage_queue(cast.sam, cast.hub.id).exists()

    def cancel(self, cast, contact, reason):
        cancel_contact(by=cast.fay, contact_id=contact.id, reason=reason, words="", at=NOW)


class TestCalls:
    def call(self, cast, known, draft_id):
        return record_call(
            by=cast.sam,
            hub_id=cast.hub.id,
            draft_id=draft_id,
            answers={"narrative": ["Absent again."]},
            told=told(people=(MAYA,), narrative="Absent again."),
            known=known,
            at=NOW,
        )

    def test_somebody_chosen_is_joined_by_a_judgement_once(self, cast, contact):
        maya = of_concern(contact)[0].person_id
        draft_id = uuid4()
        call = self.call(cast, {0: maya}, draft_id)
        assert self.call(cast, {0: maya}, draft_id) == call
        assert Judgement.objects.count() == 1
        told_now = Person.objects.get(id=of_concern(call)[0].person_id)
        assert told_now.identity_id == Person.objects.get(id=maya).identity_id
        assert not suggestions_on(cast.fay, list(call.subjects.all()), at=NOW)

    def test_somebody_who_may_not_be_known_of_cannot_be_chosen(self, cast, contact):
        with pytest.raises(NotHere):
            self.call(cast, {0: uuid4()}, uuid4())
        assert Contact.objects.count() == 1
