"""The board and the case page in a real browser: axe, width, keys, live, fourteen lines."""

import os
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe

from openmash.cases.tests.factories import NOW, received
from openmash.information_requests.tests.browsing import Browser
from openmash.insight.tests.factories import child
from openmash.insight.tests.morning import MAYA, morning
from openmash.intake.selectors import contacts_visible_to

pytestmark = pytest.mark.browser

ROW_BOTTOMS = """() => [...document.querySelectorAll("[data-row]")]
  .map((row) => row.getBoundingClientRect().bottom)"""


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def dobsons(cast):
    return morning(cast)


@pytest.fixture
def open_as(cast, client, page):
    def at_it(name: str, path: str, **how) -> None:
        Browser(page, cast.sign_in(client, name)).open(path, **how)

    return at_it


def violations(page) -> list[tuple[str, str]]:
    found = Axe().run(page).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


def shot(page, name: str) -> None:
    """Keep a picture where the run asks for one."""
    if folder := os.environ.get("OPENMASH_PICTURES"):
        page.screenshot(path=f"{folder}/{name}.png")
        page.screenshot(path=f"{folder}/{name}-whole.png", full_page=True)


def fits(page) -> bool:
    wide: bool = page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    return wide


PAGES = {
    "board": ("priya", "/board/"),
    "case": ("priya", "/case/{}/"),
    "partner": ("tom", "/case/{}/"),
    "record": ("fay", "/cases/{}/record/new/"),
    "wall": ("tom", "/wall/"),
    "work": ("priya", "/my-work/"),
    "due": ("priya", "/coming-due/?until=week"),
    "clocks": ("fay", "/cases/{}/clocks/"),
    "figures": ("maya", "/figures/"),
    "looks": ("gwen", "/assurance/looks/?reference={}"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_passes_axe_and_fits_its_width(dobsons, open_as, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    for name, (who, path) in PAGES.items():
        open_as(who, path.format(dobsons.reference), width=width)
        page.wait_for_load_state("networkidle")
        shot(page, f"{name}-{width}-{scheme}")
        assert violations(page) == [], name
        assert fits(page), name


def test_fourteen_lines_of_the_board_are_on_the_first_screen(dobsons, cast, open_as, page):
    for number in range(9):
        received(cast.see_as("fay"), cast.hub.id, child(f"Ada{number}"))
    open_as("priya", "/board/", width=1440)
    shot(page, "board-full")
    bottoms = page.evaluate(ROW_BOTTOMS)
    assert sum(each <= 900 for each in bottoms) >= 14


def test_the_row_in_focus_shows_its_story_and_enter_opens_it(dobsons, open_as, page):
    open_as("priya", "/board/", width=1440)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.get_by_text("Open the case").wait_for()
    shot(page, "board-story")
    assert violations(page) == []
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What to do now").wait_for()


def test_a_contact_that_no_case_has_taken_up_has_a_story_too(dobsons, open_as, page):
    open_as("priya", "/board/", width=1440)
    page.keyboard.press("j")
    page.get_by_text("Open the contact").wait_for()
    shot(page, "board-contact-story")
    assert violations(page) == []
    page.get_by_role("link", name="Screen it").click()
    page.wait_for_url("**/screen/")


def test_what_arrives_shows_without_a_reload(dobsons, cast, open_as, page):
    open_as("priya", "/board/", width=1440)
    received(cast.see_as("fay"), cast.hub.id, child("Gwenllian"))
    page.get_by_text("Gwenllian").wait_for(timeout=12_000)


def test_the_case_brings_its_record_and_its_chronology(dobsons, open_as, page):
    open_as("priya", f"/case/{dobsons.reference}/", width=1440)
    page.get_by_text("It rang out; no message left").first.wait_for()
    page.get_by_role("heading", name="Chronology").wait_for()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", ["contact", "screen"])
def test_a_contact_brings_where_its_people_are_open_already(
    dobsons, cast, open_as, page, name, width
):
    contact_id = received(cast.see_as("sam"), cast.hub.id, MAYA)
    contact = contacts_visible_to(cast.sam).get(id=contact_id)
    open_as("fay", f"/contacts/{contact.reference}/" + "screen/" * (name == "screen"), width=width)
    page.get_by_text("Tell whoever has them first").wait_for()
    page.locator("#already").get_by_role("link", name=dobsons.reference).wait_for()
    shot(page, f"already-{name}-{width}")
    assert violations(page) == []
    assert fits(page)
