"""The decision page in a real browser: axe, width, light and dark, and a button that says it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.cases.tests.factories import LESLEY, MAYA
from openmash.decisions.selectors import decision_of
from openmash.decisions.services import OutcomeChosen, give_view, record_decision, record_discussion
from openmash.decisions.terms import ViewPosition
from openmash.decisions.tests.factories import (
    GORDON,
    NOW,
    answered,
    asked,
    case_of_contacts,
    contact_from,
    minutes,
    people_of_concern,
    share,
    sought,
)
from openmash.governance.terms import Track
from openmash.information_requests.rules import ItemGiven

pytestmark = pytest.mark.browser

HELD = (
    ItemGiven("Called to the home three times since August; a child was present.", code="H2"),
    ItemGiven("A neighbour says there is more shouting at night.", nature="opinion", code="H1"),
    ItemGiven("A live operation.", code="H4", speak_to="DS Hale"),
)
SEEN = (ItemGiven("Two attendances with bruising; the explanations differ.", code="H1"),)


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def dobsons(cast):
    """A case of two children that Lee told of: police and health have answered, housing not."""
    case = case_of_contacts(cast, contact_from(cast, "lee", MAYA, LESLEY, GORDON))
    share(cast, case)
    answered(cast, asked(cast, case, "police"), "pia", *HELD)
    answered(cast, asked(cast, case, "health"), "amira", *SEEN)
    asked(cast, case, "housing")
    give_view(
        by=cast.tom,
        case_id=case.id,
        position=ViewPosition.DISAGREE,
        words="Three calls in three months is a pattern; assess now.",
        proposes="Strategy discussion",
        at=NOW,
    )
    give_view(by=cast.priya, case_id=case.id, position=ViewPosition.AGREE, words="", at=NOW)
    return case


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_decision_page_is_sound(dobsons, browser_of, page, sound, scheme, width):
    page.emulate_media(color_scheme=scheme)
    browser_of("priya").open(reverse("decisions:decide", args=[dobsons.reference]), width=width)
    page.wait_for_load_state("networkidle")
    choose(page, "Strategy discussion for Maya Dobson")
    choose(page, "Step across to family help for Gordon Vale")
    page.get_by_role("button", name="Decide: Strategy discussion for Maya Dobson;").wait_for()
    sound(f"decide-{width}-{scheme}")


def choose(page, label: str) -> None:
    page.get_by_role("radio", name=label).check()


def test_the_button_says_what_it_does_and_does_it(dobsons, browser_of, page):
    browser_of("priya").open(reverse("decisions:decide", args=[dobsons.reference]))
    page.get_by_role("textbox", name="Why", exact=True).fill("A fresh injury nobody explains.")
    choose(page, "Strategy discussion for Maya Dobson")
    choose(page, "Child and family assessment for Gordon Vale")
    does = "Decide: Strategy discussion for Maya Dobson; Child and family assessment for Gordon"
    button = page.get_by_role("button", name=does)
    button.wait_for()
    page.get_by_text("is acting on this now with the police and health").wait_for()
    button.click()
    page.get_by_role("heading", name="What to do now").wait_for()
    assert decision_of(dobsons.id) is not None


def test_what_was_typed_is_there_again_and_nothing_is_on_the_device(dobsons, browser_of, page):
    where = reverse("decisions:decide", args=[dobsons.reference])
    browser_of("priya").open(where)
    why = page.get_by_role("textbox", name="Why", exact=True)
    why.press_sequentially("A fresh injury nobody ")
    page.locator("[data-saved][data-state=saved]").wait_for(timeout=15_000)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    browser_of("priya").open(where)
    page.get_by_text("As you left it").wait_for()
    assert why.input_value() == "A fresh injury nobody "


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_other_pages_are_sound(dobsons, cast, browser_of, page, sound, scheme, width):
    page.emulate_media(color_scheme=scheme)
    browser = browser_of("priya")
    for name in ("view", "discussion"):
        browser.open(reverse(f"decisions:{name}", args=[dobsons.reference]), width=width)
        sound(f"{name}-{width}-{scheme}")
    record_discussion(by=cast.fay, case_id=dobsons.id, minutes=minutes(), at=NOW)
    maya, gordon = people_of_concern(dobsons)
    chosen = [
        OutcomeChosen(maya, Track.CHILD_EN, "strategy_discussion"),
        OutcomeChosen(gordon, Track.CHILD_EN, "family_help", "His aunt will be asked."),
    ]
    decision = record_decision(
        by=cast.priya, case_id=dobsons.id, sought=sought(dobsons, outcomes=chosen), at=NOW
    )
    browser.open(reverse("decisions:decision", args=[decision.id]), width=width)
    sound(f"decision-{width}-{scheme}")
