"""The desk, the answer and the ask page in a real browser: keys, focus, axe, width."""

import os
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from openmash.information_requests.models import Item, Return, Spoken
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import ask_now, nil_return, respond
from openmash.information_requests.tests.browsing import Browser
from openmash.sharing.tests.factories import NOW, case_of, tell_of

pytestmark = pytest.mark.browser

DESK = reverse("information_requests:desk")


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def put_to_police(cast, ask):
    """Have police asked about three households, one of them red."""
    lines = list(ask("police").people.order_by("position"))
    red = case_of(
        cast,
        [tell_of(cast, "Iwan", "Prŷs"), tell_of(cast, "Nia", "Prŷs", line="Flat 3, 40 Dock Road")],
        rating="red",
        concern="A child of two found alone in the street at 23:10; nobody answered the door.",
    )
    requests = ask_now(by=cast.sam, case_id=red.id, at=NOW - timedelta(minutes=10))
    lines += [
        line for each in requests if each.agency.kind == "police" for line in each.people.all()
    ]
    for number in range(6):
        child = tell_of(cast, "Child", f"Number {number}", line=f"{number} Long Road")
        other = case_of(cast, [child], rating="red", concern="Missing from home since yesterday.")
        ask_now(by=cast.sam, case_id=other.id, at=NOW)
    return lines


@pytest.fixture
def browser_of(cast, client, page):
    """Sit one of the cast down at a browser."""
    page.set_default_timeout(10_000)

    def at_it(name: str) -> Browser:
        return Browser(page, cast.sign_in(client, name))

    return at_it


def violations(page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def shot(page, name: str) -> None:
    """Keep a picture where the run asks for one."""
    if folder := os.environ.get("OPENMASH_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def fits(page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return wide


@pytest.mark.parametrize("width", [1440, 390, 320])
def test_the_desk_passes_axe_and_fits(put_to_police, cast, browser_of, page, width):
    nil_return(by=cast.pia, asked_about_ids=[put_to_police[0].id], at=NOW)
    browser_of("pia").open(f"{DESK}?show=all", width=width)
    shot(page, f"desk-{width}")
    assert violations(page) == []
    assert fits(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_answer_in_the_line_passes_axe_and_fits(put_to_police, browser_of, page, width):
    browser_of("pia").open(DESK, width=width)
    page.locator("a[data-key=y]").first.click()
    page.locator("textarea[name=words_0]:focus").wait_for()
    shot(page, f"answer-in-line-{width}")
    assert violations(page) == []
    assert fits(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_page_of_an_answer_passes_axe_and_fits(put_to_police, browser_of, page, width):
    line = put_to_police[0]
    browser_of("pia").open(reverse("information_requests:answer", args=[line.id]), width=width)
    shot(page, f"answer-{width}")
    assert violations(page) == []
    assert fits(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_ask_page_passes_axe_and_fits(case, browser_of, page, width):
    browser_of("sam").open(reverse("information_requests:ask", args=[case.reference]), width=width)
    shot(page, f"ask-{width}")
    assert violations(page) == []
    assert fits(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_refused_question_passes_axe_and_fits(case, browser_of, page, width):
    browser_of("sam").open(reverse("information_requests:ask", args=[case.reference]), width=width)
    page.get_by_role("button", name="Record the decision and ask").click()
    page.get_by_text("There is a problem").wait_for()
    shot(page, f"ask-refused-{width}")
    assert violations(page) == []
    assert fits(page)


def test_a_red_offers_one_press(cast, family, browser_of, page):
    red = case_of(cast, family, rating="red")
    browser_of("sam").open(reverse("information_requests:ask", args=[red.reference]))
    shot(page, "ask-red")
    assert violations(page) == []


def test_one_key_answers_and_the_next_line_takes_the_focus(put_to_police, browser_of, page):
    """Nothing known in two interactions: move to the line, press n (measures 3)."""
    browser_of("pia").open(DESK)
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.locator("[data-answered]").wait_for()
    assert Return.objects.get().answer == "not_known"
    page.locator(":focus", has_text="Nia").wait_for()
    page.keyboard.press("n")
    page.locator("[data-answered]").nth(1).wait_for()
    assert "2 of 10 answered" in page.inner_text("#progress")


def test_a_known_person_is_answered_for_in_five_interactions(put_to_police, browser_of, page):
    """Move, press y, type, and send: the code and the nature are chosen already (measures 3)."""
    browser_of("pia").open(DESK)
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.locator("textarea[name=words_0]:focus").wait_for()
    page.keyboard.type("Called to the address on 3 September")
    page.get_by_role("button", name="Send the answer").click()
    page.locator("[data-answered]").wait_for()
    assert Item.objects.get().words == "Called to the address on 3 September"


def test_a_wrong_key_is_put_right_in_the_line(put_to_police, browser_of, page):
    browser_of("pia").open(DESK)
    page.keyboard.press("j")
    page.keyboard.press("n")
    page.locator("[data-answered]").wait_for()
    page.locator(":focus", has_text="Nia").wait_for()
    page.keyboard.press("k")
    page.keyboard.press("u")
    page.get_by_label("Why the answer changes").wait_for()
    page.get_by_label("Looked, no trace").check()
    page.get_by_label("Why the answer changes").fill("Pressed in error")
    page.get_by_role("button", name="Change the answer").click()
    page.get_by_text("changed", exact=False).first.wait_for()
    assert sorted(Return.objects.values_list("answer", flat=True)) == ["no_trace", "not_known"]


def test_a_refused_answer_stays_in_its_line_with_its_reason(put_to_police, browser_of, page):
    browser_of("pia").open(DESK)
    page.keyboard.press("j")
    page.keyboard.press("y")
    page.get_by_role("button", name="Send the answer").click()
    page.get_by_text("Write at least one thing your agency holds").wait_for()
    assert violations(page) == []
    assert not Return.objects.exists()


@pytest.mark.parametrize("width", [1440, 390])
def test_a_task_to_speak_to_somebody_is_done_on_its_page(cast, ask, browser_of, page, width):
    respond(
        by=cast.see_as("pia"),
        request_id=(request := ask("police")).id,
        asked_about_id=request.people.order_by("position")[0].id,
        answer="known",
        items=[ItemGiven(words="Live operation", code="H4", speak_to="DS Ames, 01632 960123")],
        at=NOW,
    )
    browser_of("priya").open(reverse("cases:tasks"), width=width)
    shot(page, f"tasks-{width}")
    assert violations(page) == []
    assert fits(page)
    page.get_by_role("link", name="Open and do it").click()
    page.get_by_label("What was said").fill("Do not visit today.")
    assert violations(page) == []
    assert fits(page)
    shot(page, f"spoken-{width}")
    page.get_by_role("button", name="Put it in the running record").click()
    page.get_by_role("heading", name="What to do now").wait_for()
    assert Spoken.objects.get().conversation.said == "Do not visit today."
