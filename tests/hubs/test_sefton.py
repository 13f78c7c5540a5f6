"""Sefton: two, six and twenty-four hours, and researchers at the centre (S-SEF, S-NW)."""

from datetime import timedelta

import pytest

from openmash.chronology.selectors import entries_of
from openmash.governance.terms import ClockKind
from openmash.information_requests.selectors import ask_options
from openmash.intake.models import Subject
from openmash.intake.selectors import repeat_panel
from openmash.intake.services import CannotScreenYet
from openmash.matching.services import confirm_same
from tests.cast import NOW
from tests.hubs.living import ASKED, SENT, answer, ask, clock, opened, screened, share, told
from tests.steps import concern_of


@pytest.mark.parametrize(("rating", "hours"), [("red", 2), ("amber", 6), ("green", 24)])
def test_it_is_dealt_with_in_two_six_or_twenty_four_hours(found_hub, rating, hours):
    case = opened(found_hub("sefton"), rating=rating)
    timed = clock(case.id, ClockKind.PRODUCT)
    assert timed.due_at == ASKED + timedelta(hours=hours)
    assert timed.rule.endswith("s")


def test_a_communications_officer_takes_it_and_a_social_worker_rates_it(found_hub):
    cast = found_hub("sefton")
    contact = told(cast)  # Sam writes down what comes in
    with pytest.raises(CannotScreenYet, match="done by a qualified person"):
        screened(cast, contact, by="sam")
    assert screened(cast, contact, by="fay").state == "triage"


def test_both_researchers_look_and_the_chronology_is_made_of_what_they_find(found_hub):
    cast = found_hub("sefton")
    case = opened(cast)
    share(cast, case)
    options = ask_options(cast.see_as("fay"), case, NOW)
    assert {"csc", "early_help"} <= {each.kind for each in options.agencies if each.by_default}
    social_care, early = ask(cast, case, "csc", "early_help")
    answer(cast, social_care, "bo", "A referral in March ended with advice.", code="H1")
    answer(cast, early, "dee", "A parenting course, finished in June.", code="H1")

    person = case.people.get(is_concern=True).person_id
    page = entries_of(cast.see_as("fay"), person_ids=[person], at=NOW)
    story = [each.words for each in page.entries]
    for found in (
        "A referral in March ended with advice.",
        "A parenting course, finished in June.",
    ):
        assert any(found in each for each in story)


def test_a_third_contact_in_twelve_months_is_an_alert_and_refers_nobody(found_hub):
    cast = found_hub("sefton")
    days = [SENT - timedelta(days=each) for each in (200, 90, 0)]
    contacts = [told(cast, at=at) for at in days]
    people = [concern_of(each) for each in contacts]
    for person in people[1:]:
        confirm_same(
            by=cast.see_as("fay"),
            told_id=person,
            known_id=people[0],
            why="Name, date of birth and address agree.",
            at=NOW,
        )
    panel = repeat_panel(cast.fay, cast.hub.id, people[2:], NOW, beside=contacts[2])
    assert panel.alerts == ("3rd contact in 12 months. Say what is new.",)
    assert [each.days_before for each in panel.rows] == [90, 200]
    assert not Subject.objects.exclude(became_referral_at=None).exists()


def test_replies_are_due_inside_the_time_they_are_for(found_hub):
    cast = found_hub("sefton")
    case = opened(cast, rating="red")
    share(cast, case, agreement="not_sought")
    (request,) = ask(cast, case, "police")
    assert request.due_at == ASKED + timedelta(hours=1)
    assert request.due_at < clock(case.id, ClockKind.PRODUCT).due_at
