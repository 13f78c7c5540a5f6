"""What a professional, or the hub on the telephone, is asked of an adult (A2, A15)."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from openmash.core.working_time import Nation
from openmash.governance.models import Task
from openmash.intake.forms.adult_concern import AdultConcernForm
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.adult_words import adult_lines
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.services import record_adult_test
from openmash.intake.terms import AdultAnswer, WishesAsked

OF_IWAN = {
    "safe_tonight": "no",
    "safe_tonight_words": "His niece sits with him until eight.",
    "abuse_types": ["financial", "self_neglect"],
    "location": "own_home",
    "wishes_asked": "yes",
    "wishes": "“Gadewch lonydd i mi.”",
    "aware": "unsafe",
    "others_at_risk": "A great-niece of six, at weekends",
    "care_and_support_needs": "Washes and eats with help",
    "capacity_as_told": "Yes, today",
}
CONCERN = {
    "rows": "1",
    "p0-who": "adult",
    "p0-given_names": "Iwan",
    "p0-family_name": "Prŷs",
    "p0-born": "about 81",
    "narrative": "His pension book is with a new friend.",
    "source": "3A",
    "referrer_name": "Lee Ashworth",
    "referrer_contact": "01632 960497",
    "referrer_phone": "01632 960497",
    "asked_for": "protection",
    "family_aware": "no",
    "agreement": "not_sought",
    "not_sought_reason": "increases_risk",
}
FORMS = [("sam", "call", "phone"), ("lee", "referral", "referral")]
every_form = pytest.mark.parametrize(("who", "name", "kind"), FORMS)


def words_of(page):
    return page.content.decode()


def post(client, name, kind, press, draft=None, **changed):
    url = reverse(f"intake:{name}", args=[draft or uuid4()])
    return client.post(url, CONCERN | OF_IWAN | {"form": kind} | changed | {press: "1"})


@every_form
def test_everything_told_of_an_adult_is_kept_and_read_back(cast, client, who, name, kind):
    post(cast.sign_in(client, who), name, kind, "send")
    contact = Contact.objects.get()
    told = contact.adult
    assert told["abuse_types"] == ["financial", "self_neglect"]
    assert (told["location"], told["wishes_asked"], told["aware"]) == ("own_home", "yes", "unsafe")
    assert told["safe_tonight"] == "no"
    page = words_of(
        cast.sign_in(client, "fay").get(reverse("intake:contact", args=[contact.reference]))
    )
    for words in (
        "Gadewch lonydd i mi.",
        "Financial or material, Self-neglect",
        "Own home",
        "No: His niece sits with him until eight.",
        "telling them is not safe",
        "A great-niece of six",
        "Washes and eats with help",
        "Yes, today",
    ):
        assert words in page


@every_form
def test_a_refused_form_shows_the_adults_answers_again(cast, client, who, name, kind):
    page = words_of(post(cast.sign_in(client, who), name, kind, "send", agreement=""))
    assert not Contact.objects.exists()
    for chosen in ("financial", "self_neglect", "unsafe"):
        assert re.search(rf'value="{chosen}"[^>]*checked', page)
    assert re.search(r'value="own_home"[^>]*selected', page)
    assert "Gadewch lonydd i mi." in page


@every_form
def test_a_kept_form_comes_back_with_them(cast, client, who, name, kind):
    draft = uuid4()
    person = cast.sign_in(client, who)
    post(person, name, kind, "save", draft)
    page = words_of(person.get(reverse(f"intake:{name}", args=[draft])))
    assert "His niece sits with him until eight." in page
    assert re.search(r'value="self_neglect"[^>]*checked', page)


def part_about_the_adult(page):
    return re.search(r'<div id="about-the-adult"[^>]*>', page)[0]


@pytest.mark.parametrize(("who", "name"), [("sam", "new_call"), ("lee", "refer")])
def test_it_is_hidden_by_scripts_alone_until_somebody_is_an_adult(cast, client, who, name):
    page = words_of(cast.sign_in(client, who).get(reverse(f"intake:{name}")))
    assert "conditional--hidden" in part_about_the_adult(page)
    assert page.count('<option value="adult" data-reveals="about-the-adult">') == 4
    assert "hidden>" not in part_about_the_adult(page)


def test_it_is_there_at_once_where_somebody_is(cast, client):
    page = words_of(post(cast.sign_in(client, "sam"), "call", "phone", "send", agreement=""))
    assert "conditional--hidden" not in part_about_the_adult(page)


@pytest.mark.parametrize(("said", "raised"), [("no", 1), ("not_known", 1), ("yes", 0), ("", 0)])
def test_an_adult_who_may_not_be_safe_tonight_is_a_task_at_once(cast, client, said, raised):
    post(cast.sign_in(client, "lee"), "referral", "referral", "send", safe_tonight=said)
    assert Task.objects.filter(kind="adult_safe_tonight", done_at=None).count() == raised


def test_screening_settles_that_task(cast, client):
    post(cast.sign_in(client, "lee"), "referral", "referral", "send")
    yes = AdultAnswer.YES
    record_adult_test(
        by=cast.see_as("fay"),
        subject_id=Subject.objects.get().id,
        answers=AdultAnswers(yes, yes, yes, WishesAsked.YES, yes, wants="Peace."),
        at=Contact.objects.get().logged_at,
    )
    assert not Task.objects.filter(kind="adult_safe_tonight", done_at=None).exists()


def test_what_the_adult_knows_answers_who_knows_where_no_child_is_told_of(cast, client):
    lee = cast.sign_in(client, "lee")
    post(lee, "referral", "referral", "send", family_aware="")
    assert Contact.objects.get().family_aware == "unsafe"
    child = {"rows": "2", "p1-who": "child", "p1-given_names": "Nia"}
    page = words_of(post(lee, "referral", "referral", "send", family_aware="", **child))
    assert "Say whether the family, or the adult, knows" in page


def test_a_child_s_form_that_answers_nothing_of_an_adult_keeps_nothing_of_one(cast, client):
    nothing: dict[str, object] = {**dict.fromkeys(OF_IWAN, ""), "abuse_types": []}
    post(cast.sign_in(client, "lee"), "referral", "referral", "send", **nothing)
    assert Contact.objects.get().adult == {}


@pytest.mark.parametrize(("nation", "kinds"), [(Nation.ENGLAND, 11), (Nation.WALES, 5)])
def test_the_kinds_of_abuse_are_those_of_the_nation_s_law(nation, kinds):
    form = AdultConcernForm(nations=[nation])
    assert len(form["abuse_types"].subwidgets) == kinds
    assert len(AdultConcernForm(nations=[Nation.ENGLAND])["abuse_types"].subwidgets) == 11


def test_what_a_file_said_in_its_own_words_stands_for_the_code():
    told = {"abuse_types": ["neglect"], "abuse_types_as_told": "Neglect; rough handling"}
    (line,) = adult_lines(told)
    assert (line.chosen, line.said) == ([], "Neglect; rough handling")
    assert adult_lines({}) == []
