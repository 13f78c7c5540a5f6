"""A person at a browser: they type, choose and press what they can read, and every page is checked.

Whatever page or state a person comes to is looked at by axe, and nothing it says against WCAG is
let pass. Nothing here knows an address or a field's name unless the person would.
"""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Locator, Page
from procrastinate.contrib.django import app

from tests.cast import Cast

AXE = Axe()
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
SETTLED = """() => document.readyState === "complete"
  && !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling")"""
LEADS_AWAY = """(it) => {
  const link = it.closest("a[href]"), form = it.closest("form"), button = it.closest("button");
  if (link) return !link.hasAttribute("hx-get") && !link.getAttribute("href").startsWith("#");
  if (!button || !form || button.type !== "submit") return false;
  return !form.hasAttribute("hx-post") || form.hasAttribute("hx-trigger");
}"""
STICKS_OUT = "() => document.documentElement.scrollWidth - window.innerWidth"


def look(page: Page, *, on_a_phone: bool = False) -> None:
    """Let axe look at the page as it stands; it must also fit a phone, where that is asked."""
    page.wait_for_function(SETTLED)
    violations = AXE.run(page).response["violations"]
    found = [(each["id"], each["nodes"][0]["html"]) for each in violations]
    assert found == [], f"{page.url}: {found}"
    if on_a_phone:
        page.set_viewport_size(PHONE)
        assert page.evaluate(STICKS_OUT) <= 0, f"{page.url} is wider than a phone"
        page.set_viewport_size(WIDE)


def beginning(words: str) -> re.Pattern[str]:
    """Match what begins so, after any shape; words set apart may stand on lines of their own."""
    return re.compile(r"^\W*" + re.escape(words).replace(":", r"\s*:").replace(r"\ ", r"\s+"))


class Person:
    """One of the cast, signed in, with a browser of their own."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def opens(self, path: str, *, on_a_phone: bool = False, again: bool = False) -> None:
        """Go to an address, as from a bookmark; `again`, where this journey has looked before."""
        self.page.goto(f"{self.site}{path}")
        if not again:
            look(self.page, on_a_phone=on_a_phone)

    def presses(self, name: str, *, within: str = "body", on_a_phone: bool = False) -> None:
        """Press the button, the link or the summary that begins with these words."""
        part = self.page.locator(within)
        words = beginning(name)
        button = part.get_by_role("button", name=words)
        link = part.get_by_role("link", name=words)
        summary = part.locator("summary", has_text=words)
        found = self._there_is(button.or_(link).or_(summary), name)
        if found.evaluate(LEADS_AWAY):
            with self.page.expect_navigation():
                found.click()
        else:
            found.click()
        look(self.page, on_a_phone=on_a_phone)

    def keys(self, *keys: str, until: str) -> None:
        """Press keys one after another, until the page says so."""
        for each in keys:
            self.page.keyboard.press(each)
        self.page.get_by_text(until).first.wait_for()
        look(self.page)

    def fills(self, label: str, words: str, *, within: str = "body") -> None:
        self._answer(label, within).fill(words)

    def picks(self, label: str, option: str, *, within: str = "body") -> None:
        """Pick one from a list that drops down."""
        self._answer(label, within).select_option(label=option)

    def chooses(self, answer: str, *, of: str = "", within: str = "body") -> None:
        """Choose an answer; `of` is the question, where other questions have the same answer."""
        part = self.page.locator(within)
        if of:
            part = part.get_by_role("group", name=re.compile(re.escape(of))).last
        found = part.get_by_label(beginning(answer))
        self._there_is(found, answer).check()

    def reads(self, *words: str) -> None:
        said = self._page_says()
        assert [each for each in words if each not in said] == [], f"{self.page.url}: {said}"

    def does_not_read(self, *words: str) -> None:
        """Find none of these words anywhere in the page, shown or hidden."""
        content = self.page.content()
        assert [each for each in words if each in content] == []

    def finds_nothing_at(self, path: str) -> str:
        """Be told that there is nothing here; returns the words, to compare."""
        answer = self.page.goto(f"{self.site}{path}")
        assert answer is not None
        assert answer.status == 404
        look(self.page)
        return self.page.locator("main").inner_text()

    @property
    def reference(self) -> str:
        """Return the reference at the end of the address of the page they are on."""
        return self.page.url.strip("/").rpartition("/")[2]

    def _answer(self, label: str, within: str) -> Locator:
        part = self.page.locator(within)
        exactly = part.get_by_label(label, exact=True)
        begins = part.get_by_label(beginning(label))
        return self._there_is(exactly if exactly.count() else begins, label)

    def _there_is(self, found: Locator, words: str) -> Locator:
        """Return the first of what was found; where there is none, say what is there instead."""
        assert found.count(), f"no {words!r} on {self.page.url}: {self._page_says()}"
        return found.first

    def _page_says(self) -> str:
        return self.page.locator("main").inner_text()


class People:
    """The cast of one hub, its clock on the wall, and the job worker."""

    def __init__(
        self, cast: Cast, browser: Browser, site: str, set_clock: Callable[[datetime], None]
    ) -> None:
        self.cast, self.browser, self.site, self.it_is = cast, browser, site, set_clock

    def sits_down(self, name: str) -> Person:
        """Return one of the cast, who has just signed in at a browser of their own."""
        cookie = self.cast.sign_in(Client(), name).cookies[settings.SESSION_COOKIE_NAME]
        context = self.browser.new_context(viewport=WIDE, locale="en-GB")  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.site}])
        return Person(context.new_page(), self.site)

    def the_worker_runs(self) -> None:
        """Let the job worker do whatever waits; beside the browser, whose loop is this thread's."""
        with ThreadPoolExecutor(max_workers=1) as beside:
            beside.submit(_work_through).result()


def _work_through() -> None:
    try:
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    finally:
        connections.close_all()
