"""Reading and screening a contact in the browser's own words: pages, answers, refusals."""

import re
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from openmash.intake.models import AdultTest, Contact, Screening, SubjectTrack
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.selectors import subjects_of
from openmash.intake.services import receive_contact
from openmash.intake.terms import Channel, Part, SourceCode

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
THREE = {
    "has_needs": "yes",
    "is_at_risk": "yes",
    "cannot_protect": "not_known",
    "was_asked": "yes",
    "wants": "To be left in peace.",
    "safe_tonight": "yes",
    "safe_tonight_words": "His daughter is staying.",
}


@pytest.fixture
def contact(cast):
    return arrive(cast, Part.CHILD_OF_CONCERN)


def arrive(cast, part, family="Dobson"):
    told = ToldContact(
        sender_reference="",
        channel=Channel.PHONE,
        received_at=NOW,
        people=(ToldPerson(part=part, given_names="Maya", family_name=family),),
        referrer=ToldReferrer(name="Lee", source_code=SourceCode.SCHOOL),
        narrative="A bruise on the upper arm.",
    )
    return receive_contact(
        by=cast.see_as("sam"),
        hub_id=cast.hub.id,
        told=told,
        original=b"told",
        media_type="text/plain",
        at=NOW,
    )


def answers(contact, **changed):
    subject = subjects_of([contact.id])[contact.id][0]
    return {
        "rating": "amber",
        "rationale": "An unexplained bruise.",
        "gate": "checks",
        "gate_reason": "Health may hold more.",
        f"tracks_{subject.id}": ["CHILD_EN"],
    } | changed


def said(answer):
    return answer.content.decode()


def test_what_was_told_is_read_with_who_it_is_about(cast, client, contact):
    cast.sign_in(client, "sam")
    page = client.get(reverse("intake:contact", args=[contact.reference])).content.decode()
    assert "A bruise on the upper arm." in page
    assert "Maya" in page


def test_a_screened_contact_goes_on_to_a_case(cast, client, contact):
    cast.sign_in(client, "fay")
    url = reverse("intake:screen", args=[contact.reference])
    done = client.post(url, answers(contact))
    assert done.status_code == 302
    assert done.url == reverse("cases:open", args=[contact.reference])
    cast.see_as("fay")
    assert Screening.objects.get(contact=contact).rating == "amber"
    assert SubjectTrack.objects.get(subject__contact=contact).track == "CHILD_EN"


def test_a_refused_screening_keeps_every_word(cast, client, contact):
    cast.sign_in(client, "fay")
    url = reverse("intake:screen", args=[contact.reference])
    page = client.post(url, answers(contact, gate_reason="", rationale="Mine alone."))
    assert page.status_code == 200
    assert "Mine alone." in page.content.decode()
    assert "Say why the threshold can, or cannot" in page.content.decode()
    cast.see_as("fay")
    assert not Screening.objects.filter(contact=contact).exists()


def test_a_red_is_screened_with_untidy_fields(cast, client, contact):
    cast.sign_in(client, "fay")
    url = reverse("intake:screen", args=[contact.reference])
    subject = subjects_of([contact.id])[contact.id][0]
    untidy = answers(contact, rating="red", gate_reason="") | {f"tracks_{subject.id}": []}
    assert client.post(url, untidy).status_code == 302


def test_each_rating_is_offered_in_a_shape_a_word_and_a_colour(cast, client, contact):
    cast.sign_in(client, "fay")
    words = said(client.get(reverse("intake:screen", args=[contact.reference])))
    for colour, word in (("red", "Red"), ("amber", "Amber"), ("green", "Green"), ("blue", "Blue")):
        (mark,) = re.findall(rf'<span class="om-rating om-rating--{colour}">(.*?): ', words)
        assert re.search(r"[■▲●◆]</span> " + word, mark)


def test_the_reason_stands_beside_the_answer_that_mends_it(cast, client, contact):
    cast.sign_in(client, "fay")
    url = reverse("intake:screen", args=[contact.reference])
    subject = subjects_of([contact.id])[contact.id][0]
    untidy = answers(contact, gate_reason="") | {f"tracks_{subject.id}": []}
    form = client.post(url, untidy).context["form"]
    assert list(form.errors) == [f"tracks_{subject.id}", "gate_reason"]


def test_who_is_this_is_refused_where_it_is_answered(cast, client, contact):
    again = arrive(cast, Part.CHILD_OF_CONCERN)
    cast.sign_in(client, "fay")
    words = said(client.post(reverse("intake:screen", args=[again.reference]), answers(again)))
    assert '<a href="#id_who">Answer “who is this?”' in words
    beside = words[words.index('id="id_who"') : words.index("might be")]
    assert "for everybody of concern" in beside


class TestAdults:
    @pytest.fixture
    def contact(self, cast, client):
        found = arrive(cast, Part.ADULT_OF_CONCERN)
        cast.sign_in(client, "fern")
        return found

    def told(self, contact, **changed):
        subject = subjects_of([contact.id])[contact.id][0]
        three = THREE | changed
        theirs = {f"adult-{subject.id}-{name}": value for name, value in three.items()}
        return answers(contact, **{f"tracks_{subject.id}": ["ADULT_EN"]}) | theirs

    def post(self, client, contact, told):
        return client.post(reverse("intake:screen", args=[contact.reference]), told)

    def test_the_three_questions_are_answered_while_screening(self, cast, client, contact):
        assert self.post(client, contact, self.told(contact)).status_code == 302
        cast.see_as("fern")
        assert AdultTest.objects.get().wants == "To be left in peace."

    def test_a_gap_is_told_beside_its_question_and_nothing_typed_is_lost(self, client, contact):
        words = said(self.post(client, contact, self.told(contact, was_asked="", wants="Peace.")))
        assert "“Has the person been asked what they want?” needs an answer." in words
        assert "Peace." in words
        assert "An unexplained bruise." in words

    def test_nothing_is_asked_of_an_adult_whose_track_is_not_opened(self, cast, client, contact):
        told = self.told(contact, was_asked="")
        name = next(each for each in told if each.startswith("tracks_"))
        assert self.post(client, contact, told | {name: ["DA"]}).status_code == 302
        cast.see_as("fern")
        assert not AdultTest.objects.exists()

    def test_urgent_harm_waits_for_none_of_it(self, cast, client, contact):
        told = self.told(contact, was_asked="", wants="", safe_tonight="") | {"rating": "red"}
        assert self.post(client, contact, told).status_code == 302
        cast.see_as("fern")
        assert AdultTest.objects.get().safe_tonight == "not_known"

    def test_a_child_with_an_adults_track_is_asked_about_as_an_adult(self, cast, client):
        child = arrive(cast, Part.CHILD_OF_CONCERN)
        cast.sign_in(client, "fern")
        told = self.told(child)
        only_track = {name: told[name] for name in told if not name.startswith("adult-")}
        assert "needs for care and support" in said(self.post(client, child, only_track))
        assert self.post(client, child, told).status_code == 302

    def test_a_track_that_is_none_is_refused_in_words(self, client, contact):
        told = self.told(contact)
        name = next(each for each in told if each.startswith("tracks_"))
        assert self.post(client, contact, told | {name: ["NOT_ONE"]}).status_code == 200


def test_an_adults_three_questions_are_answered_on_their_page(cast, client):
    contact = arrive(cast, Part.ADULT_OF_CONCERN)
    subject = subjects_of([contact.id])[contact.id][0]
    cast.sign_in(client, "fern")
    url = reverse("intake:adult", args=[contact.reference, subject.id])
    assert client.post(url, THREE).status_code == 302
    assert (
        "Answered"
        in client.get(reverse("intake:screen", args=[contact.reference])).content.decode()
    )


def test_a_question_to_the_sender_stops_no_clock(cast, client, contact):
    cast.sign_in(client, "sam")
    client.post(reverse("intake:ask", args=[contact.reference]), {"question": "Who saw it?"})
    page = client.get(reverse("intake:contact", args=[contact.reference])).content.decode()
    assert "Who saw it?" in page
    assert Contact.objects.get(id=contact.id).state in {"triage", "awaiting_clarification"}


@pytest.mark.parametrize("name", ["noor", "pia", "lee", "bea", "root"])
def test_a_contact_is_not_there_for_others(cast, client, contact, name):
    cast.sign_in(client, name)
    for page in ("intake:contact", "intake:screen"):
        assert client.get(reverse(page, args=[contact.reference])).status_code == 404


@pytest.mark.parametrize("count", [3, 12])
def test_the_queue_asks_as_few_questions_of_thirty_as_of_three(
    cast, client, django_assert_max_num_queries, count
):
    for number in range(count):
        arrive(cast, Part.CHILD_OF_CONCERN, family=f"Family{number}")
    cast.sign_in(client, "sam")
    client.get(reverse("intake:triage"))
    with django_assert_max_num_queries(20):
        page = client.get(reverse("intake:triage"))
    assert page.content.decode().count("data-row>") == count
