"""`pages`: the hub's daily pages, under twenty users, against raw SQL and a bare Django page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from bench.data_sets import HardPlaces, Size, hard_places, rows_by_table
from bench.figures import in_ms, percentile, print_table
from bench.questions import Asked, listening, replay
from bench.servers import Server, bare_page, site
from bench.users import USERS, WrongAnswer, ask
from openmash.accounts.selectors import practitioner_called
from openmash.config.databases import SITE
from openmash.config.demo import HOST
from openmash.config.demo_environment import VAR
from openmash.config.localpg import PrivatePostgres

ANSWERERS = {"education": "eve", "health": "amira", "police": "pia", "housing": "hana"}
BACKEND = "django.contrib.auth.backends.ModelBackend"
THINKS = 2.0  # seconds between an answer and the next page, give or take half
OWN_QUERIES, OTHER_QUERIES = 12, 8
P95_MS = 150
FIRST_PAGE_KB = 150
TIMES_RAW = 5
TIMES_BARE = 3


@dataclass(frozen=True)
class Page:
    """A page that is measured, and who looks at it."""

    name: str
    path: str
    by: str = "priya"


def pages_of(places: HardPlaces) -> list[Page]:
    """Return the pages in the order a case meets them."""
    stories = [
        Page(f"chronology of {entries:,}", reverse("chronology:person", args=[person]))
        for entries, person in sorted(places.persons.items())
    ]
    longest = max(places.persons)
    return [
        Page("board", reverse("insight:board")),
        Page("triage queue", reverse("intake:triage")),
        Page(
            f"case with {places.answers} answers",
            reverse("insight:case", args=[places.crowded_case]),
        ),
        *stories,
        Page("person", reverse("people:person", args=[places.persons[longest]])),
        Page("search", f"{reverse('people:search')}?q=bailey"),
        Page(
            "agency desk",
            reverse("information_requests:desk"),
            by=ANSWERERS.get(places.asked_agency, "eve"),
        ),
    ]


def run(postgres: PrivatePostgres, size: Size, times: int) -> dict[str, Any]:
    """Measure every page and return what was found."""
    places = hard_places(postgres, size)
    with bare_page(VAR) as bare:
        floor = ask(bare.port, "/", cookies=[""], times=times * USERS)
    with site(VAR) as server:
        address = postgres.url(SITE, size.database)
        found = [
            _measured(page, server, address, percentile(floor.seconds, 0.5), times)
            for page in pages_of(places)
        ]
        memory = server.workers_memory()
    _print(found)
    return {
        "data": {"set": size.name, "rows": rows_by_table(postgres, size)},
        "users": USERS,
        "seconds_between_pages": THINKS,
        "bare_page_ms": in_ms(floor.seconds),
        "worker_memory_mb": memory,
        "pages": found,
    }


def _measured(page: Page, server: Server, address: str, floor: float, times: int) -> dict[str, Any]:
    """Ask for a page once by itself, then alone again and again, then as a crowd and a flood."""
    print(f"  {page.name} …", flush=True)
    cookies = [_sign_in(page.by) for _ in range(USERS)]
    asked = _asked_at_first_sight(page)
    raw = percentile(replay(address, asked.questions, times=times, keep=False), 0.5)
    ask(server.port, page.path, cookies=cookies, times=1)  # whom it shows is noted only once
    alone = ask(server.port, page.path, cookies=cookies[:1], times=times * 2)
    crowd = ask(server.port, page.path, cookies=cookies, times=times, thinks=THINKS)
    flood = ask(server.port, page.path, cookies=cookies, times=times)
    in_one = percentile(alone.seconds, 0.5)
    return {
        "page": page.name,
        "crowd_ms": in_ms(crowd.seconds),
        "alone_ms": in_ms(alone.seconds),
        "flood_ms": in_ms(flood.seconds),
        "flood_per_second": round(flood.per_second, 1),
        "own_queries": asked.own,
        "other_queries": asked.beside,
        "kb": round(alone.size / 1000, 1),
        "raw_sql_ms": round(raw * 1000, 2),
        "times_raw_sql": round(in_one / raw, 1),
        "times_bare_page": round(in_one / floor, 1),
    }


def _sign_in(username: str) -> str:
    """Open a session, as signing in does, and return its cookie."""
    client = _browser(username)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def _browser(username: str) -> Client:
    client = Client(SERVER_NAME=HOST)
    if practitioner := practitioner_called(username):
        client.force_login(practitioner, backend=BACKEND)
    return client


def _asked_at_first_sight(page: Page) -> Asked:
    """Hear what the page asks when it is opened for the first time; the look is undone."""
    client = _browser(page.by)
    with transaction.atomic(), listening() as asked:
        answer = client.get(page.path)
        transaction.set_rollback(True)
    if answer.status_code != 200:
        raise WrongAnswer(f"{page.path} answered {answer.status_code}.")
    return asked


def _goals(found: dict[str, Any]) -> dict[str, bool]:
    return {
        f"own queries <= {OWN_QUERIES}": found["own_queries"] <= OWN_QUERIES,
        f"others <= {OTHER_QUERIES}": found["other_queries"] <= OTHER_QUERIES,
        f"p95 <= {P95_MS} ms": found["crowd_ms"]["p95"] <= P95_MS,
        f"<= {FIRST_PAGE_KB} kB": found["kb"] <= FIRST_PAGE_KB,
        f"<= {TIMES_RAW}x raw SQL": found["times_raw_sql"] <= TIMES_RAW,
        f"<= {TIMES_BARE}x bare page": found["times_bare_page"] <= TIMES_BARE,
    }


def _print(found: Sequence[dict[str, Any]]) -> None:
    headings = ["page", "N", "p50 ms", "p95 ms", "max ms", "alone ms", "pages/s", "queries", "kB"]
    headings += ["x raw", "x bare"]
    print_table(headings, [_row(each) for each in found])
    print()
    goals = list(_goals(found[0]))
    print_table(["goal", *goals], [[each["page"], *_goals(each).values()] for each in found])


def _row(found: dict[str, Any]) -> list[object]:
    crowd = found["crowd_ms"]
    return [
        found["page"],
        *(crowd[each] for each in ("N", "p50", "p95", "max")),
        found["alone_ms"]["p50"],
        found["flood_per_second"],
        f"{found['own_queries']}+{found['other_queries']}",
        found["kb"],
        found["times_raw_sql"],
        found["times_bare_page"],
    ]
