"""The shell in a real browser, without a server: every answer is given by the test itself."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.terms import Role
from openmash.web import style_guide
from openmash.web.tests.readers import request_from

pytestmark = [pytest.mark.browser, pytest.mark.urls("openmash.web.tests.urls")]

HOST = "http://openmash.example"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
DRAFT = """<form data-autosave="/draft/" method="post"><label for="w">Words</label>
<textarea id="w" name="words"></textarea><p data-saved></p><button>Send</button></form>"""
LIVE = '<div id="live" data-live hx-get="/live/" hx-trigger="every 100ms">{}</div>'
ROWS = """<table data-rows><tr data-row><th><a data-open href="/1/">One</a></th>
<td><button data-key="n">Nothing known</button></td></tr>
<tr data-row data-story="/story/2/"><th><a data-open href="/2/">Two</a></th>
<td><button data-key="n" id="second">Nothing known</button></td></tr></table>
<aside id="story" tabindex="0" aria-label="Story"></aside>"""

ORDINARY_ROWS = """() => {
  const say = (where, what) =>
    document.querySelectorAll(`.om-table ${where}`).forEach((it) => (it.textContent = what));
  say("bdi", "Maya Dobson");
  say("td:nth-child(3)", "Neglect");
  const rows = [...document.querySelectorAll(".om-table [data-row]")];
  return rows.map((row) => row.getBoundingClientRect().bottom);
}"""


class Site:
    """Pages by path, what was asked, and what is answered to each."""

    def __init__(self, page):
        self.page, self.pages, self.asked = page, {}, []
        page.route("**/*", self._answer)

    def open(self, path, content=None, **wishes):
        if content is not None:
            self.pages[path] = self._in_shell(path, content, **wishes)
        self.page.goto(f"{HOST}{path}")

    def asked_for(self, path):
        return [each for each in self.asked if each.url == f"{HOST}{path}"]

    def _in_shell(self, path, content, session=None):
        request = request_from(path, Role.DECISION_MAKER)
        request.session.update(session or {})
        html = render(request, "web/privacy.html").content.decode()
        start, end = html.index("<main"), html.index("</main>")
        return f'{html[:start]}<main id="main"><h1>Test</h1>{content}{html[end:]}'

    def _answer(self, route, request):
        path = request.url.removeprefix(HOST)
        if path.startswith("/static/"):
            return self._static(route, path.removeprefix("/static/"))
        self.asked.append(request)
        answer = self.pages.get(path, "")
        if callable(answer):
            return route.fulfill(**answer(request))
        return route.fulfill(body=answer, content_type="text/html; charset=utf-8")

    def _static(self, route, name):
        found = finders.find(name)
        assert found, f"{name} is not built: run `npm ci && npm run build` in frontend/"
        file = Path(found)
        return route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])


@pytest.fixture
def site(page):
    return Site(page)


@pytest.fixture
def style_page(site, db):
    request = request_from("/style/", Role.DECISION_MAKER)
    context = style_guide.specimens(at=timezone.now())
    site.pages["/style/"] = render(request, "web/style.html", context).content.decode()
    return site


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390, 320])
def test_every_component_passes_axe_and_fits_its_width(style_page, page, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    style_page.open("/style/")
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_fourteen_lines_of_the_board_are_on_the_first_screen(style_page, page):
    page.set_viewport_size({"width": 1440, "height": 900})
    style_page.open("/style/")
    bottoms = page.evaluate(ORDINARY_ROWS)
    assert sum(each <= 900 for each in bottoms) >= 14


def test_what_an_answer_asks_for_appears_when_it_is_chosen(style_page, page):
    style_page.open("/style/")
    assert not page.is_visible("#plain_agreement_1_more")
    page.check("#plain_agreement_1")
    assert page.is_visible("#plain_agreement_1_more")
    page.check("#plain_agreement_0")
    assert not page.is_visible("#plain_agreement_1_more")


def test_rows_are_walked_and_answered_from_the_keyboard(site, page):
    site.open("/", ROWS)
    page.evaluate("addEventListener('click', (event) => { window.said = event.target.id; })")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("n")
    assert page.evaluate("window.said") == "second"
    assert page.evaluate("document.activeElement.textContent") == "Two"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{HOST}/1/")


def test_keys_pressed_while_typing_are_only_letters(site, page):
    site.open("/", ROWS + '<input id="box" aria-label="Box">')
    page.focus("#box")
    page.keyboard.type("jjn?")
    assert page.input_value("#box") == "jjn?"


def test_a_person_may_turn_the_keys_off_or_choose_their_own(site, page):
    site.open("/off/", ROWS, session={"shortcuts": {"on": False}})
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    site.open("/own/", ROWS, session={"shortcuts": {"on": True, "changed": {"j": "x"}}})
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.keyboard.press("x")
    assert page.evaluate("document.activeElement.textContent") == "One"


def test_the_row_at_rest_shows_its_story_on_a_wide_screen(site, page):
    site.pages["/story/2/"] = "<p>What happened to Two</p>"
    page.set_viewport_size({"width": 1440, "height": 900})
    site.open("/", ROWS)
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.get_by_text("What happened to Two").wait_for()
    assert len(site.asked_for("/story/2/")) == 1


def test_a_draft_is_kept_within_five_seconds_and_never_sent(site, page):
    site.pages["/draft/"] = lambda request: {"status": 204}
    site.open("/", DRAFT)
    page.fill("#w", "A cut lip.")
    assert page.inner_text("[data-saved]") == "Not saved yet"
    page.get_by_text("Saved at").wait_for(timeout=6000)
    kept = site.asked_for("/draft/")
    assert [each.post_data for each in kept] == ["words=A+cut+lip."]
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_draft_that_could_not_be_kept_says_so(site, page):
    site.pages["/draft/"] = lambda request: {"status": 503}
    site.open("/", DRAFT)
    page.fill("#w", "A cut lip.")
    page.get_by_text("Not saved: no answer").wait_for(timeout=6000)


def test_a_live_part_is_swapped_only_when_it_changed(site, page):
    def live(request):
        if request.headers.get("if-none-match") == '"1"':
            return {"status": 304}
        headers = {"ETag": '"1"', "Content-Type": "text/html", "Cache-Control": "no-store"}
        return {"body": "<p>Health answered</p>", "headers": headers}

    site.pages["/live/"] = live
    site.open("/", LIVE.format("<p>Waiting</p>"))
    page.get_by_text("Health answered").wait_for()
    page.evaluate("document.querySelector('#live p').dataset.same = 'yes'")
    page.wait_for_timeout(500)
    assert page.get_attribute("#live p", "data-same") == "yes"
    assert len(site.asked_for("/live/")) > 2


def test_a_form_pressed_twice_is_sent_once(site, page):
    site.pages["/send/"] = lambda request: {"status": 204}
    site.open("/", '<form method="post" action="/send/"><button id="b">Send</button></form>')
    page.dblclick("#b")
    page.wait_for_timeout(300)
    assert len(site.asked_for("/send/")) == 1


def test_the_menu_closes_on_escape_and_gives_the_focus_back(style_page, page):
    style_page.open("/style/")
    page.click("summary.om-menu__name")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not page.is_visible(".om-menu__body")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
