"""How long a sign-in lasts: 15 quiet minutes, 12 hours in all, and not a request longer."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

MORNING = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)


@pytest.fixture
def clock(monkeypatch):
    """A clock of our own; the machine's is left alone."""

    class Clock:
        now = MORNING

        def forward(self, **length):
            self.now += timedelta(**length)

    ours = Clock()
    monkeypatch.setattr("django.utils.timezone.now", lambda: ours.now)
    return ours


@pytest.fixture
def priya(cast, client, clock):
    cast.sign_in(client, "priya")
    client.get(page())
    return client


def page():
    return reverse("accounts:profile")


def is_in(client, **extra):
    return client.get(page(), **extra).status_code == 200


def test_fourteen_quiet_minutes_are_no_matter(priya, clock):
    clock.forward(minutes=14)
    assert is_in(priya)


def test_sixteen_quiet_minutes_sign_somebody_out(priya, clock):
    clock.forward(minutes=16)
    assert not is_in(priya)
    clock.forward(seconds=1)
    assert not is_in(priya)


def test_they_come_back_to_the_same_page_and_are_told_why(priya, clock):
    clock.forward(minutes=16)
    answer = priya.get("/people/?q=Dobson", follow=True)
    asked = answer.request["QUERY_STRING"]
    assert "next=%2Fpeople%2F%3Fq%3DDobson" in asked
    assert "signed out because nothing happened" in answer.content.decode()


def test_the_browser_forgets_what_it_kept(priya, clock):
    clock.forward(minutes=16)
    assert priya.get(page()).headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(priya, clock):
    clock.forward(minutes=16)
    answer = priya.get(page(), headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"].startswith(reverse("account_login"))


def test_a_part_that_asks_by_itself_does_not_keep_somebody_in(priya, clock):
    for _ in range(4):
        clock.forward(minutes=4)
        answer = priya.get(page(), {"live": "1"})
    assert answer.status_code == 302


def test_working_on_keeps_somebody_in_but_not_past_twelve_hours(priya, clock):
    for _ in range(6 * 12):
        clock.forward(minutes=10)
        assert is_in(priya)
    clock.forward(minutes=1)
    assert not is_in(priya)


def test_a_sign_in_that_ended_cannot_be_used_again(priya, clock):
    key = priya.cookies["openmash-session"].value
    clock.forward(minutes=16)
    priya.get(page())
    priya.cookies["openmash-session"] = key
    assert not is_in(priya)


def test_signing_out_ends_the_sign_in_everywhere_it_is_copied(priya, clock):
    key = priya.cookies["openmash-session"].value
    priya.post(reverse("account_logout"))
    priya.cookies["openmash-session"] = key
    assert not is_in(priya)
