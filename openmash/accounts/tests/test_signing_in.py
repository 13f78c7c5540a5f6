"""Signing in: with a password, as one of the cast in a demonstration, and never by surprise."""

import re

import pytest
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.urls import NoReverseMatch, reverse

from openmash.audit.models import AuditEvent

PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def no_attempts_before():
    """Wrong passwords are counted in memory too; each test starts with none."""
    cache.clear()


@pytest.fixture
def with_password(cast):
    """Priya has a password, and a demonstration may sign her in with one press."""
    priya = cast.practitioners["priya"]
    priya.password, priya.is_fictional = make_password(PASSWORD), True
    priya.save()
    return priya


def sign_in(client, username="priya", password=PASSWORD, **extra):
    asked = {"login": username, "password": password, **extra}
    return client.post(reverse("account_login"), asked)


def is_signed_in(client):
    return client.get(reverse("accounts:profile")).status_code == 200


def events(cast, action):
    cast.see_as("gwen")
    return list(AuditEvent.objects.filter(action=action))


def test_the_right_password_lets_somebody_in(client, with_password):
    answer = sign_in(client)
    assert (answer.status_code, answer.url) == (302, reverse("web:home"))
    assert is_signed_in(client)


def test_they_come_back_to_the_page_they_asked_for(client, with_password):
    assert sign_in(client, next="/me/").url == "/me/"


def test_they_are_not_sent_to_another_site(client, with_password):
    assert sign_in(client, next="https://elsewhere.example/").url == reverse("web:home")


def test_a_wrong_password_and_an_unknown_name_are_told_the_same(client, with_password):
    wrong = sign_in(client, password="wrong").content.decode()
    unknown = sign_in(client, username="nobody", password="wrong").content.decode()
    assert "There is a problem" in wrong
    assert _without_name(wrong, "priya") == _without_name(unknown, "nobody")


def _without_name(html, name):
    """Return a page without what differs by chance: the name typed in, and its tokens."""
    return re.sub(r"[A-Za-z0-9]{64}", "", html).replace(f'value="{name}"', "")


def test_somebody_who_has_left_cannot_sign_in(client, with_password):
    with_password.is_active = False
    with_password.save()
    sign_in(client)
    assert not is_signed_in(client)


def test_five_wrong_passwords_close_the_door_for_a_while(client, with_password):
    statuses = [sign_in(client, password="wrong").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 429]
    cache.clear()  # as another process of the site would find it
    answer = sign_in(client)
    assert answer.status_code == 429
    assert "Try again in 15 minutes" in answer.content.decode()
    assert not is_signed_in(client)


def test_one_person_s_wrong_passwords_keep_nobody_else_out(client, cast, with_password):
    for _ in range(5):
        sign_in(client, username="sam", password="wrong")
    sign_in(client)
    assert is_signed_in(client)


def test_signing_in_and_out_and_being_turned_away_leave_footprints(client, cast, with_password):
    sign_in(client, password="wrong")
    sign_in(client)
    client.post(reverse("account_logout"))
    for action in ("practitioner.turned_away", "practitioner.signed_in", "practitioner.signed_out"):
        (event,) = events(cast, action)
        assert event.subject_id == with_password.id
        assert event.hub_id == cast.hub.id
        assert event.origin == "127.0.0.1"


def test_a_name_nobody_has_leaves_none(client, cast):
    sign_in(client, username="my-password-by-mistake")
    assert events(cast, "practitioner.turned_away") == []


def test_signing_out_empties_the_browser(client, cast):
    cast.sign_in(client, "priya")
    answer = client.post(reverse("account_logout"))
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert not is_signed_in(client)


def test_a_link_signs_nobody_out(client, cast):
    cast.sign_in(client, "priya")
    client.get(reverse("account_logout"))
    assert is_signed_in(client)


@pytest.mark.parametrize(
    "name",
    [
        "account_signup",
        "account_reset_password",
        "account_email",
        "account_inactive",
        "account_request_login_code",
        "mfa_signup_webauthn",
        "socialaccount_signup",
        "socialaccount_connections",
    ],
)
def test_nobody_signs_up_and_nothing_reveals_an_account(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)


class TestTheDemonstration:
    @pytest.fixture(autouse=True)
    def demonstration(self, settings, with_password):
        settings.DEMO = True

    def test_it_introduces_its_cast(self, client):
        html = client.get(reverse("account_login")).content.decode()
        assert "Priya Raman" in html
        assert "Rivermead Children&#x27;s Services" in html
        assert "Sees every reply, allocates, directs and decides" in html

    def test_and_nobody_who_is_real(self, client):
        assert "Sam Okafor" not in client.get(reverse("account_login")).content.decode()

    def test_one_press_signs_in(self, client):
        client.post(reverse("accounts:enter"), {"username": "priya"})
        assert is_signed_in(client)

    def test_and_goes_on_to_the_page_asked_for(self, client):
        answer = client.post(reverse("accounts:enter"), {"username": "priya", "next": "/me/"})
        assert answer.url == "/me/"

    def test_but_not_to_another_site(self, client):
        asked = {"username": "priya", "next": "https://elsewhere.example/"}
        assert client.post(reverse("accounts:enter"), asked).url == reverse("web:home")

    def test_a_real_practitioner_needs_their_password(self, client):
        answer = client.post(reverse("accounts:enter"), {"username": "sam"})
        assert answer.status_code == 404
        assert not is_signed_in(client)

    def test_a_link_signs_nobody_in(self, client):
        assert client.get(reverse("accounts:enter"), {"username": "priya"}).status_code == 405

    def test_the_sign_in_page_lets_the_rest_of_its_transaction_see_nothing(self, client):
        client.get(reverse("account_login"))
        assert AuditEvent.objects.count() == 0


def test_outside_a_demonstration_one_press_signs_nobody_in(client, with_password):
    assert client.post(reverse("accounts:enter"), {"username": "priya"}).status_code == 404
    assert not is_signed_in(client)


def test_outside_a_demonstration_the_page_introduces_nobody(client, with_password):
    assert "Priya" not in client.get(reverse("account_login")).content.decode()
