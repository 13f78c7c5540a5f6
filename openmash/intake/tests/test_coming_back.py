"""Somebody without an account keeps a form, is given a code, and comes back (A2.3, trust 5)."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from openmash.intake.models import Contact, Draft
from openmash.intake.rules.coming_back import KEPT_FOR
from openmash.intake.views import coming_back, public_form

TYPED = {
    "narrative": "He shouts at night. Mae'n brifo. خائف",
    "who": "child",
    "given_names": "Alfie",
    "family_name": "Prŷs-Huws",
    "born": "about nine",
    "address": "The blue door, Quarry Row",
    "source": "1B",
    "referrer_name": "Nan Nearby",
    "referrer_contact": "01632 960497",
}


def words_of(page):
    return page.content.decode()


@pytest.fixture
def form_url(cast):
    return reverse("public_concern", args=[cast.hub.slug])


@pytest.fixture
def resume_url(cast):
    return reverse("public_resume", args=[cast.hub.slug])


@pytest.fixture
def code(client, form_url):
    """What somebody was given who typed everything and kept it."""
    page = words_of(client.get(form_url))
    once = {name: hidden(page, name) for name in ("draft", "code")}
    kept = words_of(client.post(form_url, once | TYPED | {"save": "1"}))
    assert once["code"] in kept
    assert "has not been sent yet" in kept
    return once["code"]


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]+)"', page)[1]


def come_back(client, url, code):
    return client.post(url, {"code": code})


def test_everything_typed_is_there_again_and_is_sent_once(client, code, form_url, resume_url):
    page = words_of(come_back(client, resume_url, code.upper()))
    for typed in ("Mae&#x27;n brifo. خائف", *list(TYPED.values())[2:6], *list(TYPED.values())[7:]):
        assert typed in page
    assert page.count("checked") == 2
    assert "There is a problem" not in page
    once = {name: hidden(page, name) for name in ("draft", "code")}
    sent = words_of(client.post(form_url, once | TYPED | {"send": "1"}))
    contact = Contact.objects.get()
    assert contact.reference in sent
    assert contact.told == TYPED["narrative"]
    assert contact.reference in words_of(come_back(client, resume_url, code))
    assert contact.reference in words_of(client.post(form_url, once | TYPED | {"save": "1"}))


def test_kept_again_it_has_the_same_code_and_the_newer_words(client, code, form_url, resume_url):
    page = words_of(come_back(client, resume_url, code))
    once = {name: hidden(page, name) for name in ("draft", "code")}
    again = words_of(client.post(form_url, once | {"narrative": "More.", "save": "1"}))
    assert code in again
    assert Draft.objects.count() == 1
    assert "More." in words_of(come_back(client, resume_url, code))


def test_a_wrong_code_a_late_one_and_none_get_one_answer(client, code, resume_url, monkeypatch):
    def plain(answer):
        assert answer.status_code == 200
        page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", words_of(answer))
        return page.replace(code, "").replace("maple river stone", "")

    wrong = plain(come_back(client, resume_url, "maple river stone"))
    late = timezone.now() + KEPT_FOR
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    expired = plain(come_back(client, resume_url, code))
    assert "That code opens nothing" in wrong
    assert without_scripts(wrong) == without_scripts(expired)
    assert "That code opens nothing" in words_of(come_back(client, resume_url, ""))


def without_scripts(page):
    return re.sub(r'nonce="[^"]*"|"X-CSRFToken": "[^"]*"', "", page)


def test_another_hub_does_not_open_it(client, code, cast):
    elsewhere = reverse("public_resume", args=[cast.elsewhere.slug])
    assert "opens nothing" in words_of(come_back(client, elsewhere, code))
    assert client.get(reverse("public_resume", args=["nowhere"])).status_code == 404


@pytest.mark.parametrize("door", ["TRYING", "TRYING_AT_ALL"])
def test_codes_cannot_be_tried_for_long(client, code, resume_url, monkeypatch, door):
    monkeypatch.setattr(coming_back, door, replace(getattr(coming_back, door), most=2))
    for _each in range(2):
        assert "opens nothing" in words_of(come_back(client, resume_url, "maple"))
    page = words_of(come_back(client, resume_url, code))
    assert "Too many codes" in page
    assert "Alfie" not in page


def test_keeping_is_counted_too_and_loses_nothing(client, cast, form_url, monkeypatch):
    monkeypatch.setattr(public_form, "KEEPING", replace(public_form.KEEPING, most=0))
    page = words_of(client.post(form_url, TYPED | {"code": "maple", "save": "1"}))
    assert "Please ring us" in page
    assert "Nan Nearby" in page


def test_a_form_too_large_to_keep_says_so(client, cast, form_url):
    large = TYPED | {"code": "maple", "narrative": "x" * (4 * 1024 * 1024), "save": "1"}
    assert "larger than 4 MB" in words_of(client.post(form_url, large))


def test_whoever_is_in_danger_is_told_first_that_nothing_was_sent(client, cast, form_url):
    page = words_of(client.post(form_url, {"code": "maple", "immediate_danger": "on", "save": "1"}))
    assert "has not been sent yet" in page
    assert "ring 999 now" in page
    assert not Contact.objects.exists()


def test_nothing_is_left_on_the_device(client, code, form_url, resume_url, settings):
    for answer in (client.get(resume_url), come_back(client, resume_url, code)):
        assert answer.headers["Cache-Control"] == "no-store"
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    assert {name: each["max-age"] for name, each in client.cookies.items()} == {
        settings.CSRF_COOKIE_NAME: ""
    }


def test_a_kept_form_says_until_when(client, cast, form_url, monkeypatch):
    now = timezone.now().replace(year=2026, month=11, day=2, hour=10)
    monkeypatch.setattr("django.utils.timezone.now", lambda: now)
    page = words_of(client.post(form_url, TYPED | {"code": "maple", "save": "1"}))
    until = now + timedelta(days=14)
    assert until.strftime("16 Nov") in page
