"""Pages of the hub: doors, words, looks, live parts, and what each costs."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from openmash.audit.models import AuditEvent
from openmash.cases.services import restrict_case
from openmash.cases.tests.factories import LESLEY, MAYA, received
from openmash.insight.tests.factories import asked_case, child, red_case
from tests.budget import Budget
from tests.cast import Cast


def _today(**changed: object) -> dict[str, object]:
    """Pages ask the real clock, so what they show has just happened."""
    now = timezone.now()
    return {"received_at": now - timedelta(hours=2), "at": now, **changed}


@pytest.fixture
def case(cast):
    return asked_case(cast, MAYA, LESLEY)


@pytest.mark.parametrize(
    ("who", "status"),
    [("priya", 200), ("sam", 200), ("fern", 200), ("tom", 404), ("lee", 404), ("root", 404)],
)
def test_the_board_is_for_the_hubs_workers(cast, client, who, status):
    assert cast.sign_in(client, who).get("/board/").status_code == status


def test_the_board_says_what_is_open_and_what_next(cast, client, case):
    page = cast.sign_in(client, "priya").get("/board/").content.decode()
    assert "Maya Dobson" in page
    assert "1 Red open." in page
    assert "1 case open" in page
    assert "Chase" in page or "Waiting for" in page
    assert f'data-story="/board/story/{case.reference}/"' in page


def test_an_empty_board_says_so_kindly(cast, client):
    page = cast.sign_in(client, "priya").get("/board/").content.decode()
    assert "Nothing is open. What arrives will stand here." in page


def test_a_board_nothing_fits_says_that_instead(cast, client, case):
    page = cast.sign_in(client, "priya").get("/board/?rating=green").content.decode()
    assert "Nothing open fits these filters." in page


@pytest.mark.parametrize("asked", ["?page=nonsense", "?agency=1;drop", "?waiting=x&order=y&held=z"])
def test_nonsense_in_the_address_shows_the_board(cast, client, case, asked):
    assert cast.sign_in(client, "priya").get(f"/board/{asked}").status_code == 200


def test_showing_the_board_is_a_look_and_showing_it_again_is_not(cast, client, case):
    priya = cast.sign_in(client, "priya")
    priya.get("/figures/")  # the sign-in's first page gives it its name
    for _each in range(2):
        priya.get("/board/")
    assert AuditEvent.objects.filter(action="board.read", is_look=True).count() == 1


def test_an_unchanged_board_is_answered_304_and_a_changed_one_whole(cast, client, case):
    priya = cast.sign_in(client, "priya")
    first = priya.get("/board/rows/?live=1")
    assert first.status_code == 200
    again = priya.get("/board/rows/?live=1", headers={"If-None-Match": first["ETag"]})
    if again["ETag"] == first["ETag"]:  # the minute has not turned between the two
        assert (again.status_code, again.content) == (304, b"")
    red_case(cast, child("Ada"))
    changed = priya.get("/board/rows/?live=1", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Ada" in changed.content.decode()


def test_a_poll_does_not_keep_a_session_awake(cast, client, case):
    priya = cast.sign_in(client, "priya")
    priya.get("/board/")
    seen = priya.session["seen_at"]
    priya.get("/board/rows/?live=1")
    assert priya.session["seen_at"] == seen


@pytest.mark.parametrize("rows", [3, 12])
def test_the_board_keeps_to_the_budget(
    cast: Cast, client: Client, within_budget: Budget, rows: int
):
    for number in range(rows // 3):
        asked_case(cast, child(f"Ada{number}"), child(f"Bea{number}"))
        red_case(cast, child(f"Cai{number}"))
        received(cast.see_as("fay"), cast.hub.id, child(f"Dai{number}"))
    priya = cast.sign_in(client, "priya")
    priya.get("/figures/")
    with within_budget():
        assert priya.get("/board/").status_code == 200
    with within_budget():
        assert priya.get("/board/rows/?live=1").status_code == 200


@pytest.mark.parametrize("people", [3, 12])
def test_the_case_page_keeps_to_the_budget(cast, client, within_budget, people):
    case = asked_case(cast, *(child(f"Ada{number}") for number in range(people)))
    priya = cast.sign_in(client, "priya")
    priya.get("/figures/")
    for address in ("", "chronology/"):
        with within_budget():
            assert priya.get(f"/case/{case.reference}/{address}").status_code == 200
    with within_budget():
        assert priya.get(f"/cases/{case.reference}/record/").status_code == 200


def test_the_case_page_reads_from_what_happened_to_what_to_do(cast, client, case):
    page = cast.sign_in(client, "priya").get(f"/case/{case.reference}/").content.decode()
    assert "Maya came to school with a bruise on her cheek." in page
    assert "Lee Ashworth" in page
    assert "What to do now" in page
    assert page.index("What to do now") < page.index("What happened") < page.index("agencies say")
    assert "Take this case" in page


def test_opening_a_case_is_a_look_with_everybody_it_showed(cast, client, case):
    cast.sign_in(client, "priya").get(f"/case/{case.reference}/")
    look = AuditEvent.objects.get(action="case.read")
    assert (look.is_look, look.case_id, look.subject_label) == (True, case.id, case.reference)


def test_a_refused_look_is_recorded_and_reads_like_an_absent_case(cast, client, case):
    amira = cast.sign_in(client, "noor")
    hidden = amira.get(f"/case/{case.reference}/")
    absent = amira.get("/case/K-234567-8/")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content
    assert AuditEvent.objects.filter(action="page.not_shown").count() == 2


def test_a_partner_reads_its_own_part_and_nothing_of_the_hubs(cast, client, case):
    page = cast.sign_in(client, "tom").get(f"/case/{case.reference}/").content.decode()
    assert "Maya Dobson" in page
    assert "Answer what you were asked" in page
    assert "bruise" not in page
    assert "Lee Ashworth" not in page


def test_the_wall_names_nobody(cast, client, case):
    for who in ("tom", "sam"):
        for address in ("/wall/", "/wall/rows/?live=1"):
            page = cast.sign_in(client, who).get(address).content.decode()
            assert case.reference in page
            assert "Dobson" not in page
            assert "Injury" not in page


def test_a_restricted_case_is_nowhere_for_those_it_does_not_name(cast, client, case):
    priya = cast.see_as("priya")
    restrict_case(by=priya, case_id=case.id, named=[priya.id], why="Staff.", at=timezone.now())
    sam = cast.sign_in(client, "sam")
    for address in ("/board/", "/board/rows/?live=1", "/my-work/", "/wall/", "/cases/tasks/"):
        page = sam.get(address).content.decode()
        assert "Dobson" not in page
        assert case.reference not in page
    for address in (
        f"/case/{case.reference}/",
        f"/board/story/{case.reference}/",
        f"/cases/{case.reference}/record/",
        f"/cases/{case.reference}/rate/",
    ):
        assert sam.get(address).status_code == 404


@pytest.mark.parametrize(
    ("who", "status"), [("bea", 200), ("gwen", 200), ("maya", 200), ("sam", 404), ("tom", 404)]
)
def test_figures_are_for_those_who_may_see_them(cast, client, case, who, status):
    assert cast.sign_in(client, who).get("/figures/").status_code == status


def test_figures_say_their_unit_and_their_period(cast, client):
    red_case(cast, MAYA, **_today())
    page = cast.sign_in(client, "bea").get("/figures/").content.decode()
    assert "1 contact" in page
    assert "about 1 child and 0 adults of concern" in page
    assert "Too few are decided to give a median time (0 contacts)" in page
    assert "Dobson" not in page


def test_who_looked_is_shown_to_those_who_may_ask(cast, client, case):
    cast.sign_in(Client(), "sam").get(f"/case/{case.reference}/")
    asks = f"/assurance/looks/?reference={case.reference}"
    assert asks in cast.sign_in(client, "maya").get(f"/case/{case.reference}/").content.decode()
    assert "Sam Okafor</bdi>" in cast.sign_in(client, "gwen").get(asks).content.decode()
    assert asks not in cast.sign_in(client, "fay").get(f"/case/{case.reference}/").content.decode()


def test_my_work_offers_what_nobody_has_when_one_has_nothing(cast, client):
    page = cast.sign_in(client, "fay").get("/my-work/").content.decode()
    assert "You hold no case." in page
    assert "?held=nobody" in page
