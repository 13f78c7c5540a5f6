"""Signing in wears the same dress as the rest, and offers nothing it should not."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_sign_in_page_is_drawn_like_every_other_page(client):
    html = client.get(reverse("account_login")).content.decode()
    assert "<title>Sign in – OpenMASH</title>" in html
    assert 'class="govuk-input"' in html
    assert "sign up" not in html.lower()


def test_a_wrong_password_is_told_in_a_summary(client):
    answer = client.post(reverse("account_login"), {"login": "nobody", "password": "wrong"})
    html = answer.content.decode()
    assert "There is a problem" in html
    assert "nobody" in html


def test_somebody_signed_out_for_being_quiet_is_told_why(client):
    html = client.get(reverse("account_login") + "?quiet=1").content.decode()
    assert "signed out because nothing happened" in html
