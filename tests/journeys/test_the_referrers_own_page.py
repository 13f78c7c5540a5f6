"""What a referrer finds under their own reference, and under somebody else's: words, or 404."""

import pytest
from django.db import transaction

from tests.journeys.people import People
from tests.story import a_child, told_by_lee

pytestmark = pytest.mark.browser

HUB_WORDS = ("screening", "triage", "Amber", "rating", "MASH check", "allocated", "Fay Morgan")


def lee_told(people: People) -> str:
    """Lee has sent a concern about Nia; returns its reference."""
    with transaction.atomic():
        return told_by_lee(people.cast, a_child("Nia", "Vale")).reference


def test_lee_follows_their_own_referral_in_plain_words(people: People) -> None:
    sent = lee_told(people)
    lee = people.sits_down("lee")
    lee.opens("/contacts/mine/", on_a_phone=True)
    lee.presses("Nia Vale", on_a_phone=True)
    lee.reads(sent, "Received", "Being looked at", "Decision made", "Feedback")
    lee.reads("If somebody is in danger now, ring 999.", "01632 960100")
    lee.does_not_read(*HUB_WORDS)


def test_another_referrers_reference_is_the_same_as_nonsense(people: People) -> None:
    """Rosa may refer as well; what Lee sent is no more there for her than what nobody sent."""
    theirs = lee_told(people)
    rosa = people.sits_down("rosa")
    hidden = rosa.finds_nothing_at(f"/referrals/{theirs}/")
    nonsense = rosa.finds_nothing_at("/referrals/nonsense/")
    assert hidden == nonsense
    assert "Nia Vale" not in hidden


def test_the_page_prints_without_the_menu(people: People) -> None:
    sent = lee_told(people)
    lee = people.sits_down("lee")
    lee.opens(f"/referrals/{sent}/")
    lee.page.emulate_media(media="print")
    assert lee.page.get_by_role("heading", name="Nia Vale").is_visible()
    assert not lee.page.get_by_role("navigation", name="Main").is_visible()
    assert not lee.page.get_by_role("button", name="Print").is_visible()
