"""The board: what stands on it, for whom, in what order, at what cost."""

from datetime import timedelta

import pytest
from django.utils.text import slugify

from openmash.cases.services import allocate_case, move_case, restrict_case
from openmash.cases.terms import CaseStatus
from openmash.cases.tests.factories import IWAN, LESLEY, MAYA, NOW, opened, received
from openmash.information_requests.services import ask_now
from openmash.insight.rules import BoardFilters
from openmash.insight.selectors import board, board_signature
from openmash.insight.terms import Held, Order, Waiting
from openmash.insight.tests.factories import (
    LATER,
    answered_nil,
    asked_case,
    child,
    ended_case,
    red_case,
)
from openmash.matching.services import confirm_same
from openmash.people.models import Person


def _board(viewer, cast, at=LATER, **filters):
    return board(viewer, cast.hub.id, filters=BoardFilters(**filters), at=at)


def test_a_row_says_who_where_what_and_what_next(cast):
    case = asked_case(cast, MAYA, LESLEY)
    (row,) = _board(cast.see_as("priya"), cast).rows
    assert (row.reference, row.rating, row.is_case) == (case.reference, "red", True)
    assert [(each.name, each.age) for each in row.who] == [("Maya Dobson", "4")]
    assert (row.area, row.concern) == ("ZX9", "Injury not explained")
    assert row.next.waiting is Waiting.ANSWERS
    assert row.due_at == NOW + timedelta(hours=4)


def test_the_agencies_stand_in_the_row_with_where_they_have_got_to(cast):
    case = asked_case(cast, MAYA)
    answered_nil(cast, case, "health", "amira")
    (row,) = _board(cast.see_as("priya"), cast).rows
    states = {slugify(each.name): each.state.value for each in row.agencies}
    assert states["rivermead-health"] == "nil"
    assert states["rivermead-police"] == "waiting"


def test_whoever_sees_no_returns_learns_only_that_an_agency_answered(cast):
    case = asked_case(cast, MAYA)
    answered_nil(cast, case, "health", "amira")
    (row,) = _board(cast.see_as("sam"), cast).rows
    states = {each.name: each.state.value for each in row.agencies}
    assert states["Rivermead Health"] == "answered"


def test_a_contact_that_waits_for_screening_is_on_the_board_too(cast):
    contact_id = received(cast.see_as("fay"), cast.hub.id, MAYA)
    (row,) = _board(cast.see_as("sam"), cast).rows
    assert (row.id, row.is_case, row.rating) == (contact_id, False, "")
    assert (row.next.waiting, row.next.words) == (Waiting.SCREENING, "Screen")


def test_danger_stands_first_and_the_most_urgent_before_the_rest(cast):
    green = red_case(cast, child("Gwyn"), rating="green")
    red = red_case(cast, child("Rhys"))
    danger = received(cast.see_as("fay"), cast.hub.id, child("Dai"), immediate_danger=True)
    rows = _board(cast.see_as("sam"), cast).rows
    assert [each.id for each in rows] == [danger, red.id, green.id]


def test_the_two_counts_say_contacts_and_human_beings(cast):
    red_case(cast, child("Ada"), child("Bea"))
    received(cast.see_as("fay"), cast.hub.id, IWAN)
    shown = _board(cast.see_as("sam"), cast)
    assert (shown.cases, shown.contacts, shown.people) == (1, 1, 3)


def test_a_repeat_is_said_beside_the_name(cast):
    for days in (56, 30):
        received(cast.see_as("fay"), cast.hub.id, MAYA, received_at=NOW - timedelta(days=days))
    red_case(cast, MAYA)
    told = list(Person.objects.filter(names__given="Maya").order_by("created_at"))
    for each in told[1:]:
        confirm_same(
            by=cast.see_as("priya"), told_id=each.id, known_id=told[0].id, why="Same", at=NOW
        )
    row = next(each for each in _board(cast.see_as("sam"), cast).rows if each.is_case)
    assert row.repeat is not None
    assert (row.repeat.nth, row.repeat.weeks) == (3, 8)


def test_a_restricted_case_is_on_the_board_of_its_named_list_alone(cast):
    case = red_case(cast, MAYA)
    named = [cast.practitioners["priya"].id]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff.", at=NOW)
    hidden = _board(cast.see_as("sam"), cast)
    assert (list(hidden.rows), hidden.cases, hidden.people, hidden.now.open) == ([], 0, 0, 0)
    assert len(_board(cast.see_as("priya"), cast).rows) == 1


def test_another_hubs_worker_has_nothing_on_this_board(cast):
    asked_case(cast, MAYA)
    noor = cast.see_as("noor")
    assert board(noor, cast.elsewhere.id, filters=BoardFilters(), at=LATER).cases == 0


def test_the_first_sentence_is_about_the_whole_hub_whatever_the_filters(cast):
    asked_case(cast, MAYA)
    shown = _board(cast.see_as("priya"), cast, rating="green")
    assert (list(shown.rows), shown.now.open, shown.now.soon) == ([], 1, 1)
    assert "Police" in shown.now.agencies


@pytest.fixture
def mixture(cast):
    """A little of everything: one row for each thing a row can wait for."""
    priya = cast.see_as("priya")
    asked = asked_case(cast, child("Ada"))
    unasked = red_case(cast, child("Bea"), rating="amber")
    straight = red_case(cast, child("Cai"), rating="amber", can_decide_now=True)
    adult = opened(cast.see_as("fay"), cast.hub.id, IWAN, rating="red")
    decided = red_case(cast, child("Dylan"))
    onward = red_case(cast, child("Efa"))
    analysed = asked_case(cast, child("Ffion"))
    for case, to in (
        (decided, CaseStatus.DECIDED),
        (onward, CaseStatus.DECIDED),
        (onward, CaseStatus.ONWARD),
        (analysed, CaseStatus.DISCUSSION),
    ):
        move_case(by=priya, case_id=case.id, to=to, at=NOW)
    ended_case(cast, child("Heledd"))
    received(cast.see_as("fay"), cast.hub.id, child("Gethin"))
    allocate_case(
        by=cast.see_as("priya"), case_id=asked.id, to_id=cast.practitioners["fay"].id, at=NOW
    )
    return {"asked": asked, "unasked": unasked, "straight": straight, "adult": adult}


def test_what_a_row_waits_for_and_the_filter_of_it_never_disagree(cast, mixture):
    priya = cast.see_as("priya")
    rows = _board(priya, cast).rows
    assert len({each.next.waiting for each in rows}) >= 7
    for waiting in Waiting:
        filtered = {each.id for each in _board(priya, cast, waiting=waiting).rows}
        assert filtered == {each.id for each in rows if each.next.waiting is waiting}, waiting


def test_every_filter_leaves_what_it_names(cast, mixture):
    priya = cast.see_as("priya")
    asked = mixture["asked"].id
    assert {each.rating for each in _board(priya, cast, rating="amber").rows} == {"amber"}
    assert asked in {each.id for each in _board(priya, cast, agency="police").rows}
    assert {each.id for each in _board(priya, cast, track="ADULT_EN").rows} == {mixture["adult"].id}
    fay = cast.practitioners["fay"].id
    assert [each.id for each in _board(priya, cast, holder=fay).rows] == [asked]
    assert [each.id for each in _board(cast.see_as("fay"), cast, held=Held.ME).rows] == [asked]
    assert asked not in {each.id for each in _board(priya, cast, held=Held.NOBODY).rows}


@pytest.mark.parametrize("order", Order)
def test_every_order_shows_every_row(cast, mixture, order):
    assert len(_board(cast.see_as("priya"), cast, order=order).rows) == 9


def test_newest_first_and_oldest_first_are_each_other_backwards(cast):
    for hours in (5, 3, 9):
        received(
            cast.see_as("fay"),
            cast.hub.id,
            child(f"Kid{hours}"),
            received_at=NOW - timedelta(hours=hours),
        )
    sam = cast.see_as("sam")
    newest = [each.id for each in _board(sam, cast, order=Order.NEWEST).rows]
    assert newest == [each.id for each in _board(sam, cast, order=Order.OLDEST).rows][::-1]


def test_fifty_rows_make_a_page(cast):
    fay = cast.see_as("fay")
    for number in range(53):
        received(fay, cast.hub.id, child(f"Kid{number}"))
    first = board(fay, cast.hub.id, filters=BoardFilters(), at=LATER)
    second = board(fay, cast.hub.id, filters=BoardFilters(), page=2, at=LATER)
    assert (len(first.rows), len(second.rows), first.page.paginator.num_pages) == (50, 3, 2)


@pytest.mark.parametrize("rows", [3, 12])
def test_a_page_costs_twelve_queries_however_many_rows(cast, rows, django_assert_max_num_queries):
    for number in range(rows // 3):
        asked_case(cast, child(f"Ada{number}"), child(f"Bea{number}"))
        red_case(cast, child(f"Cai{number}"))
        received(cast.see_as("fay"), cast.hub.id, child(f"Dai{number}"))
    priya = cast.see_as("priya")
    with django_assert_max_num_queries(12):
        shown = _board(priya, cast)
    assert len(shown.rows) == rows


def test_the_signature_changes_with_the_board_and_not_otherwise(cast):
    case = red_case(cast, MAYA)
    priya = cast.see_as("priya")

    def signature(viewer=priya, asked="", at=LATER):
        return board_signature(viewer, cast.hub.id, asked=asked, at=at)

    first = signature()
    assert signature() == first
    assert signature(at=LATER + timedelta(minutes=1)) != first
    assert signature(asked="rating=red") != first
    assert signature(viewer=cast.sam) != first
    move_case(by=priya, case_id=case.id, to=CaseStatus.ANALYSIS, at=LATER)
    assert signature() != first


def test_the_signature_says_nothing_of_what_is_restricted_to_others(cast):
    case = red_case(cast, MAYA)
    priya = cast.see_as("priya")
    restrict_case(by=priya, case_id=case.id, named=[priya.id], why="Staff.", at=NOW)

    def signature(who):
        return board_signature(cast.see_as(who), cast.hub.id, asked="", at=LATER)

    others, named = signature("sam"), signature("priya")
    move_case(by=cast.see_as("priya"), case_id=case.id, to=CaseStatus.ANALYSIS, at=LATER)
    ask_now(by=cast.see_as("priya"), case_id=case.id, at=LATER)
    assert signature("sam") == others
    assert signature("priya") != named


def test_the_signature_costs_one_query(cast, django_assert_num_queries):
    red_case(cast, MAYA)
    priya = cast.see_as("priya")
    with django_assert_num_queries(1):
        board_signature(priya, cast.hub.id, asked="", at=LATER)
