"""A practitioner who must have a second step is led to it before anything else (trust 4)."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.urls import reverse

from openmash.accounts.adapters import SealedSecrets

PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def no_attempts_before():
    cache.clear()


@pytest.fixture
def priya(cast):
    """Priya as a real practitioner is: a password, and a second step asked of her."""
    priya = cast.practitioners["priya"]
    priya.password, priya.mfa_required = make_password(PASSWORD), True
    priya.save()
    return priya


@pytest.fixture
def signed_in(client, priya):
    client.post(reverse("account_login"), {"login": "priya", "password": PASSWORD})
    return client


def code_for(secret):
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_without_one_every_page_leads_to_it(signed_in):
    for page in ("accounts:profile", "web:home", "web:shortcuts", "account_change_password"):
        answer = signed_in.get(reverse(page))
        assert (answer.status_code, answer.url) == (302, reverse("mfa_index")), page


def test_and_so_does_a_part_of_a_page(signed_in):
    answer = signed_in.get(reverse("accounts:profile"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, reverse("mfa_index"))


def test_and_nothing_can_be_posted(signed_in):
    answer = signed_in.post(reverse("accounts:work_in"))
    assert answer.url == reverse("mfa_index")


def test_the_page_says_why(signed_in):
    html = signed_in.get(reverse("mfa_index")).content.decode()
    assert "Before you open anything" in html


@pytest.mark.parametrize("page", ["mfa_activate_totp", "mfa_add_webauthn", "web:privacy"])
def test_the_way_to_one_is_open(signed_in, page):
    assert signed_in.get(reverse(page), follow=True).status_code == 200


def test_they_may_leave_instead(signed_in):
    signed_in.post(reverse("account_logout"))
    assert signed_in.get(reverse("accounts:profile")).url.startswith(reverse("account_login"))


def test_with_an_app_every_page_opens(signed_in, priya):
    page = signed_in.get(reverse("mfa_activate_totp"), follow=True)
    if "password" in page.context["form"].fields:
        page = signed_in.post(page.request["PATH_INFO"], {"password": PASSWORD}, follow=True)
        page = signed_in.get(reverse("mfa_activate_totp"))
    code = code_for(page.context["form"].secret)
    signed_in.post(reverse("mfa_activate_totp"), {"code": code})
    assert Authenticator.objects.filter(user=priya, type="totp").count() == 1
    assert signed_in.get(reverse("accounts:profile")).status_code == 200


def test_the_secret_of_an_app_is_sealed_where_it_is_kept(signed_in, priya):
    secret = generate_totp_secret()
    TOTP.activate(priya, secret)
    kept = Authenticator.objects.get(user=priya, type="totp").data["secret"]
    assert secret not in kept
    assert SealedSecrets().decrypt(kept) == secret


def test_with_an_app_a_password_alone_lets_nobody_in(client, priya):
    TOTP.activate(priya, generate_totp_secret())
    answer = client.post(reverse("account_login"), {"login": "priya", "password": PASSWORD})
    assert answer.url.startswith(reverse("mfa_authenticate"))
    assert client.get(reverse("accounts:profile")).status_code == 302


def test_with_an_app_the_password_and_its_number_do(client, priya):
    secret = generate_totp_secret()
    TOTP.activate(priya, secret)
    client.post(reverse("account_login"), {"login": "priya", "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get(reverse("accounts:profile")).status_code == 200


def test_a_practitioner_it_is_not_asked_of_goes_straight_in(client, cast):
    cast.sign_in(client, "sam")
    assert client.get(reverse("accounts:profile")).status_code == 200


def test_recovery_codes_alone_are_no_second_step(signed_in, priya):
    Authenticator.objects.create(user=priya, type="recovery_codes", data={})
    assert signed_in.get(reverse("accounts:profile")).url == reverse("mfa_index")
