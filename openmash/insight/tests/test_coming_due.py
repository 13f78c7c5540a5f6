"""Coming due: what will pass its time by when, whose move it is, for whom, and at what cost."""

from datetime import timedelta

import pytest

from openmash.audit.models import AuditEvent
from openmash.cases.services import allocate_case, restrict_case
from openmash.cases.tests.factories import MAYA, NOW, received
from openmash.core.working_time import LONDON
from openmash.governance.models import Clock
from openmash.governance.terms import ClockKind
from openmash.insight.rules import BoardFilters, DueFilters, due_filters_from
from openmash.insight.rules.coming_due import Counted, forecast_of, look_until
from openmash.insight.selectors import board, coming_due
from openmash.insight.terms import Until, WaitsFor
from openmash.insight.tests.factories import (
    ASKING,
    LATER,
    answered_nil,
    asked_case,
    child,
    red_case,
)


def due(viewer, cast, *, at=LATER, until=Until.WEEK, **filters):
    return coming_due(viewer, cast.hub.id, filters=DueFilters(until=until, **filters), at=at)


def of(page, kind):
    return next(each for each in page.lines if each.clock.kind == kind.value)


def test_a_line_says_when_what_about_whom_and_whose_move_it_is(cast):
    case = asked_case(cast, MAYA)
    line = of(due(cast.see_as("sam"), cast), ClockKind.PRODUCT)
    assert (line.reference, line.is_case, line.rating) == (case.reference, True, "red")
    assert [(each.name, each.age) for each in line.who] == [("Maya Dobson", "4")]
    assert line.clock.due_at == NOW + timedelta(hours=4)
    assert line.waits is WaitsFor.AGENCY
    assert "Rivermead Police" in line.waits_for


def test_soonest_first(cast):
    asked_case(cast, MAYA)
    lines = due(cast.see_as("sam"), cast).lines
    assert [each.clock.due_at for each in lines] == sorted(each.clock.due_at for each in lines)
    assert len(lines) > 5


def test_an_agencys_own_reply_waits_for_it_alone(cast):
    asked_case(cast, MAYA)
    line = of(due(cast.see_as("sam"), cast), ClockKind.REQUEST_RETURN)
    assert (line.waits, len(line.waits_for)) == (WaitsFor.AGENCY, 1)


def test_when_every_agency_has_answered_it_waits_for_whoever_has_the_case(cast):
    case = red_case(cast, MAYA)
    assert of(due(cast.see_as("sam"), cast), ClockKind.PRODUCT).waits is WaitsFor.NOBODY
    fay = cast.practitioners["fay"].id
    allocate_case(by=cast.see_as("priya"), case_id=case.id, to_id=fay, at=NOW)
    line = of(due(cast.see_as("sam"), cast), ClockKind.PRODUCT)
    assert (line.waits, line.held_by) == (WaitsFor.PERSON, "Fay Morgan")


def test_a_contact_nobody_has_read_waits_for_somebody_to_take_it(cast):
    received(cast.see_as("fay"), cast.hub.id, MAYA)
    line = of(due(cast.see_as("sam"), cast), ClockKind.SCREENING)
    assert (line.waits, line.is_case) == (WaitsFor.NOBODY, False)
    assert [each.name for each in line.who] == ["Maya Dobson"]


def test_the_forecast_counts_what_is_late_and_what_comes_and_for_whom(cast):
    asked_case(cast, MAYA)
    late = due(cast.see_as("sam"), cast, at=NOW + timedelta(hours=5)).forecast
    early = due(cast.see_as("sam"), cast).forecast
    assert late.late > early.late == 0
    assert late.late + late.coming == early.coming
    assert dict(early.waiting)[WaitsFor.AGENCY] > 1


def test_how_far_ahead_to_look_leaves_out_what_comes_after(cast):
    asked_case(cast, MAYA)
    sam = cast.see_as("sam")
    kinds = {
        until: {each.clock.kind for each in due(sam, cast, until=until).lines} for until in Until
    }
    assert "receipt" not in kinds[Until.SOON]
    assert "product" in kinds[Until.SOON]
    assert kinds[Until.SOON] <= kinds[Until.TODAY] <= kinds[Until.TOMORROW] <= kinds[Until.WEEK]
    assert "receipt" in kinds[Until.WEEK]


@pytest.mark.parametrize("waits", WaitsFor)
def test_a_filter_leaves_what_it_names_and_the_counts_agree(cast, waits):
    asked_case(cast, MAYA)
    red_case(cast, child("Ada"))
    received(cast.see_as("fay"), cast.hub.id, child("Bea"))
    sam = cast.see_as("sam")
    everything, some = due(sam, cast), due(sam, cast, waits=waits)
    assert {each.clock.id for each in some.lines} == {
        each.clock.id for each in everything.lines if each.waits is waits
    }
    assert dict(everything.forecast.waiting).get(waits, 0) == len(some.lines)
    assert some.page.paginator.count == len(some.lines)


def test_the_agencies_waited_for_are_named_with_when_the_first_answer_is_due(cast):
    asked_case(cast, MAYA)
    second = asked_case(cast, child("Ada"))
    answered_nil(cast, second, "health", "amira")
    page = due(cast.see_as("sam"), cast)
    waited = {each.name: (each.cases, each.first_due) for each in page.agencies}
    assert waited["Rivermead Police"][0] == 2
    assert waited["Rivermead Health"] == (1, ASKING + timedelta(hours=2))


def test_what_stands_still_is_counted_apart_and_not_listed(cast):
    case = asked_case(cast, MAYA)
    product = Clock.objects.filter(about_id=case.id, kind="product")
    product.update(paused_at=NOW)
    page = due(cast.see_as("sam"), cast)
    assert page.forecast.still == 1
    assert "product" not in {each.clock.kind for each in page.lines}


def test_what_stands_still_does_not_press_on_the_board(cast):
    case = asked_case(cast, MAYA)
    Clock.objects.filter(about_id=case.id, kind="product").update(paused_at=NOW)
    shown = board(cast.see_as("sam"), cast.hub.id, filters=BoardFilters(), at=LATER)
    (row,) = shown.rows
    receipt = Clock.objects.get(case_id=case.id, kind="receipt")
    assert (row.due_at, shown.now.soon) == (receipt.due_at, 0)


def test_what_has_stopped_is_not_there(cast):
    case = asked_case(cast, MAYA)
    Clock.objects.filter(case_id=case.id).update(stopped_at=NOW)
    assert due(cast.see_as("sam"), cast).lines == []


def test_a_restricted_case_comes_due_for_its_named_list_alone(cast):
    case = asked_case(cast, MAYA)
    named = [cast.practitioners["priya"].id]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff.", at=NOW)
    hidden = due(cast.see_as("sam"), cast)
    assert (hidden.lines, hidden.agencies, hidden.forecast.coming) == ([], [], 0)
    assert due(cast.see_as("priya"), cast).lines != []


def test_another_hubs_worker_and_a_partner_have_nothing_here(cast):
    asked_case(cast, MAYA)
    for name in ("noor", "tom"):
        assert due(cast.see_as(name), cast).lines == []


@pytest.mark.parametrize("rows", [3, 12])
def test_a_page_costs_ten_queries_however_many_lines(cast, rows, django_assert_max_num_queries):
    for number in range(rows // 3):
        asked_case(cast, child(f"Ada{number}"))
        received(cast.see_as("fay"), cast.hub.id, child(f"Dai{number}"))
    sam = cast.see_as("sam")
    due(sam, cast)
    with django_assert_max_num_queries(10):
        assert len(due(sam, cast).lines) > rows


# ---- What is worked out on paper


@pytest.mark.parametrize(
    ("until", "hours"),
    [(Until.SOON, 4), (Until.TODAY, 14), (Until.TOMORROW, 38), (Until.WEEK, 158)],
)
def test_a_day_ends_at_midnight_in_london(until, hours):
    assert look_until(until, NOW) == NOW + timedelta(hours=hours)


def test_a_day_of_the_clocks_going_back_is_25_hours():
    morning = NOW.replace(month=10, day=25, hour=0).astimezone(LONDON)
    assert look_until(Until.TODAY, morning) - NOW.replace(month=10, day=24, hour=23) == timedelta(
        hours=25
    )


def test_nonsense_in_the_address_looks_as_far_as_usual():
    assert due_filters_from({"until": "x", "waits": "1;drop"}) == DueFilters()
    assert due_filters_from({"until": "week", "waits": "team"}) == DueFilters(
        Until.WEEK, WaitsFor.TEAM
    )


def test_what_stands_still_is_in_no_other_count():
    counts = [
        Counted(WaitsFor.AGENCY, is_late=True, stands_still=False, number=2),
        Counted(WaitsFor.AGENCY, is_late=False, stands_still=False, number=3),
        Counted(WaitsFor.PERSON, is_late=True, stands_still=True, number=7),
    ]
    told = forecast_of(counts, by=NOW)
    assert (told.late, told.coming, told.still) == (2, 3, 7)
    assert told.waiting == ((WaitsFor.AGENCY, 5),)


# ---- The page


@pytest.fixture
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)


@pytest.mark.usefixtures("_at_eleven")
class TestThePage:
    @pytest.mark.parametrize(
        ("who", "status"), [("sam", 200), ("priya", 200), ("tom", 404), ("lee", 404), ("root", 404)]
    )
    def test_it_is_for_the_hubs_own_workers(self, cast, client, who, status):
        assert cast.sign_in(client, who).get("/coming-due/").status_code == status

    def test_it_says_so_kindly_when_nothing_comes_due(self, cast, client):
        page = cast.sign_in(client, "sam").get("/coming-due/").content.decode()
        assert "Nothing is late, and nothing comes due." in page
        assert "Nothing will pass its time by Saturday 21 November." in page

    def test_it_reads_from_the_forecast_to_the_line(self, cast, client):
        case = asked_case(cast, MAYA)
        page = cast.sign_in(client, "sam").get("/coming-due/?until=soon").content.decode()
        assert "will pass by 15:00 unless something happens." in page
        assert "Maya Dobson" in page
        assert f"/case/{case.reference}/" in page
        assert f"/cases/{case.reference}/clocks/#clock-" in page
        assert "Information product, Red" in page
        assert "Agencies they wait for" in page

    def test_a_filter_nothing_fits_says_that_instead(self, cast, client):
        asked_case(cast, MAYA)
        page = cast.sign_in(client, "sam").get("/coming-due/?waits=team").content.decode()
        assert "Nothing that comes due waits for this." in page

    def test_a_target_that_passed_is_not_called_late(self, cast, client):
        case = asked_case(cast, MAYA)
        Clock.objects.filter(case_id=case.id).exclude(kind="product").update(stopped_at=NOW)
        Clock.objects.filter(about_id=case.id, kind="product").update(
            standing="indicative", due_at=NOW
        )
        page = cast.sign_in(client, "sam").get("/coming-due/").content.decode()
        assert "past its target" in page
        assert "late by" not in page

    def test_it_is_in_the_navigation_with_its_key(self, cast, client):
        page = cast.sign_in(client, "sam").get("/board/").content.decode()
        assert 'href="/coming-due/"' in page

    def test_showing_it_is_a_look_with_everybody_it_showed(self, cast, client):
        asked_case(cast, MAYA)
        sam = cast.sign_in(client, "sam")
        for _each in range(2):
            sam.get("/coming-due/")
        assert AuditEvent.objects.filter(action="board.read", is_look=True).count() <= 2
        assert AuditEvent.objects.filter(action="board.read", is_look=True).exists()

    @pytest.mark.parametrize("rows", [3, 12])
    def test_it_keeps_to_the_budget(self, cast, client, within_budget, rows):
        for number in range(rows // 3):
            asked_case(cast, child(f"Ada{number}"))
            received(cast.see_as("fay"), cast.hub.id, child(f"Dai{number}"))
        sam = cast.sign_in(client, "sam")
        sam.get("/my-work/")
        with within_budget():
            assert sam.get("/coming-due/?until=week").status_code == 200
