"""A real browser whose every question Django itself answers, in the test's own transaction."""

import os
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.db import connections
from django.test import Client
from playwright.sync_api import Page, Request, Route

from tests.cast import Cast

HOST = "http://testserver"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Browser:
    """One person at a browser. It asks from a loop of its own, so it is lent the test's connection,
    where the rows of the test's open transaction are.
    """

    def __init__(self, page: Page, client: Client) -> None:
        self.page, self.client = page, client
        self.connection = connections["default"]
        page.route("**/*", self._answer)

    def open(self, path: str, *, width: int = 1440) -> None:
        self.page.set_viewport_size({"width": width, "height": 900})
        self.page.goto(f"{HOST}{path}")

    def _answer(self, route: Route, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.path.startswith("/static/"):
            return self._static(route, parts.path.removeprefix("/static/"))
        connections["default"] = self.connection
        response = self._ask(request, f"{parts.path}?{parts.query}")
        return route.fulfill(
            status=response.status_code,
            headers=dict(response.items()),
            body=response.content,
        )

    def _ask(self, request: Request, path: str):
        headers = {k: v for k, v in request.headers.items() if k.startswith("hx-")}
        if request.method == "GET":
            return self._follow(self.client.get(path, headers=headers))
        return self._follow(
            self.client.generic(
                "POST",
                path,
                request.post_data or "",
                content_type=request.headers["content-type"],
                headers=headers,
            )
        )

    def _follow(self, response):
        """Answer with the page a redirect leads to: a routed answer cannot be one."""
        while response.status_code == 302:
            response = self.client.get(response["Location"])
        return response

    def _static(self, route: Route, name: str) -> None:
        file = finders.find(name)
        assert file, f"{name} is not built: run `npm ci && npm run build` in frontend/"
        route.fulfill(path=file, content_type=TYPES[file[file.rindex(".") :]])


@pytest.fixture
def browser_of(cast: Cast, client: Client, page: Page) -> Callable[[str], Browser]:
    """Sit one of the cast down at a browser."""
    page.set_default_timeout(10_000)
    return lambda name: Browser(page, cast.sign_in(client, name))


@pytest.fixture
def sound(page: Page) -> Callable[[str], None]:
    """Hold the page that is open to axe and to the width of the window.

    Where the run names a folder in OPENMASH_PICTURES, a picture is kept there.
    """

    def check(name: str) -> None:
        if folder := os.environ.get("OPENMASH_PICTURES"):
            page.screenshot(path=f"{folder}/{name}.png", full_page=True)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

    return check
