"""The policy's pages in a real browser: sound at both widths, and a change proposed by hand."""

import pytest
from django.urls import reverse

from openmash.governance.models import PolicyProposal
from tests.policy_steps import a_proposal

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1440, 390])
def test_the_pages_are_sound(cast, browser_of, sound, width):
    proposal = a_proposal(cast)
    browser = browser_of("maya")
    for name, address in {
        "policy": reverse("governance:policy"),
        "compare": reverse("governance:compare"),
        "change": reverse("governance:change"),
        "proposal": reverse("governance:proposal", args=[proposal.id]),
        "preview": reverse("insight:policy_preview", args=[proposal.id]),
    }.items():
        browser.open(address, width=width)
        sound(f"{name}-{width}")


def test_a_flaw_is_told_beside_what_was_typed_and_then_mended(cast, browser_of, sound):
    browser = browser_of("priya")
    browser.open(reverse("governance:change") + "?section=repeats")
    written = browser.page.get_by_label("The section as it is to be")
    right = written.input_value().replace("contacts: 3", "contacts: 4")
    written.fill(right.replace("contacts: 4", "contacts: 1"))
    browser.page.get_by_label("What to call this version").fill("2026.2")
    browser.page.get_by_label("It begins on").fill("2030-01-07")
    browser.page.get_by_label("Why it should change").fill("Three is every other family.")
    browser.page.get_by_role("button", name="Keep the draft").click()
    browser.page.get_by_text("repeats.contacts").first.wait_for()
    sound("change-with-a-flaw")
    browser.page.get_by_label("The section as it is to be").fill(right)
    browser.page.get_by_role("button", name="Keep the draft").click()
    browser.page.get_by_role("button", name="Send for approval").click()
    browser.page.get_by_text("A second person approves").wait_for()
    sound("proposal-sent")
    assert PolicyProposal.objects.get().state == "sent"
