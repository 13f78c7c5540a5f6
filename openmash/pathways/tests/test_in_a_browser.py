"""Hand-overs, answers and the referrer's page in a real browser: axe, width, light and dark."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.decisions.tests.factories import GORDON
from openmash.intake.services import ask_clarification
from openmash.pathways.models import Handover
from openmash.pathways.services import acknowledge, send_feedback
from openmash.pathways.tests.factories import (
    NOW,
    decided_case,
    handed_over,
    hub_job,
    prepared,
)

pytestmark = pytest.mark.browser
schemes = pytest.mark.parametrize("scheme", ["light", "dark"])
widths = pytest.mark.parametrize("width", [1440, 390])


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def contact_of(case):
    return case.contact_links.get().contact


@schemes
@widths
def test_the_tray_and_a_hand_over_are_sound(cast, case, browser_of, page, sound, scheme, width):
    page.emulate_media(color_scheme=scheme)
    handover = handed_over(cast, case)
    other = decided_case(cast, GORDON, who="tom")
    handed_over(cast, other)
    browser = browser_of("rosa")
    browser.open("/handovers/", width=width)
    page.get_by_text("Send back").first.click()
    sound(f"handovers-{width}-{scheme}")
    browser.open(reverse("pathways:handover", args=[handover.reference]), width=width)
    sound(f"handover-{width}-{scheme}")


@schemes
@widths
def test_the_referrers_own_page_is_sound(cast, case, browser_of, page, sound, scheme, width):
    page.emulate_media(color_scheme=scheme)
    contact = contact_of(case)
    acknowledge(by=hub_job(cast), contact_id=contact.id, at=NOW)
    (feedback,) = prepared(cast, case)
    send_feedback(by=cast.sam, feedback_id=feedback.id, words=feedback.words, at=NOW)
    ask_clarification(by=cast.fay, contact_id=contact.id, question="Who collects her?", at=NOW)
    path = reverse("pathways:status", args=[contact.reference])
    browser_of("lee").open(path, width=width)
    sound(f"status-{width}-{scheme}")


@schemes
@widths
def test_the_hubs_own_pages_are_sound(cast, case, browser_of, page, sound, scheme, width):
    page.emulate_media(color_scheme=scheme)
    prepared(cast, case)
    paths = {
        "hand_over": reverse("pathways:hand_over", args=[case.reference]),
        "feedback": "/feedback/",
        "answer": reverse("pathways:answer", args=[contact_of(case).reference]),
        "close": reverse("pathways:close", args=[case.reference]),
    }
    browser = browser_of("priya")
    for name, path in paths.items():
        browser.open(path, width=width)
        sound(f"{name}-{width}-{scheme}")


def test_a_hand_over_is_accepted_from_the_tray(cast, case, browser_of, page):
    handed_over(cast, case)
    browser_of("rosa").open("/handovers/")
    page.get_by_placeholder("Mosaic reference").fill("MOS-7")
    page.get_by_role("button", name="Accept").click()
    page.get_by_text("Nothing is waiting to be accepted.").wait_for()
    assert Handover.objects.get().system_reference == "MOS-7"


def test_the_text_is_selected_whole_when_it_is_entered(cast, case, browser_of, page):
    handover = handed_over(cast, case)
    browser_of("rosa").open(reverse("pathways:handover", args=[handover.reference]))
    page.get_by_role("button", name="Copy").wait_for()
    page.get_by_label("The hand-over as text").focus()
    selected = page.evaluate(
        "() => { const f = document.activeElement;"
        " return f.value.slice(f.selectionStart, f.selectionEnd) === f.value }"
    )
    assert selected
