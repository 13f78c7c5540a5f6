"""Screening in a real browser: nothing typed is lost on the way, and little is asked at once."""

import pytest
from django.urls import reverse

from openmash.intake.tests.telling import IWAN, MAYA, receive

pytestmark = pytest.mark.browser


@pytest.fixture
def again(cast):
    """A second contact about Maya, who looks like the Maya of the first, and about Iwan."""
    receive(cast.sam, cast.hub.id)
    return receive(cast.sam, cast.hub.id, people=(MAYA, IWAN), narrative="Absent again.")


@pytest.mark.parametrize("verdict", ["The same person", "Not the same"])
def test_who_is_this_is_answered_and_what_was_typed_stays(again, browser_of, page, sound, verdict):
    browser_of("fay").open(reverse("intake:screen", args=[again.reference]))
    page.get_by_label("Why this rating").fill("Two bruises in a month.")
    page.get_by_role("button", name=verdict).first.click()
    page.get_by_text("They look like nobody else on file.").wait_for()
    assert page.get_by_label("Why this rating").input_value() == "Two bruises in a month."
    known = page.locator("#before").get_by_role("row")
    assert known.count() == (2 if verdict == "The same person" else 0)
    sound(f"screen-answered-{verdict[:3]}")


def test_an_adults_questions_are_shown_while_their_track_is_ticked(again, browser_of, page, sound):
    browser_of("fay").open(reverse("intake:screen", args=[again.reference]), width=390)
    asked = page.get_by_role("group", name="what they want")
    track = page.get_by_role("group", name="Iwan").get_by_label("Adult, England")
    asked.wait_for()
    sound("screen-adult-asked")
    track.uncheck()
    asked.wait_for(state="hidden")
