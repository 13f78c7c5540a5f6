"""The time limits of a case on their page: read, paused, let go on, kept, and explained."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.cases.services import restrict_case
from openmash.cases.tests.factories import NOW, opened, received
from openmash.governance.models import Clock, ClockPause, Task
from openmash.governance.selectors import forget_versions
from openmash.governance.services import stop_clock
from openmash.governance.terms import ClockKind
from openmash.governance.tests.test_by_hand import INTERVIEW
from openmash.governance.tests.test_pausing import PRODUCT
from openmash.governance.tests.timing import with_clocks

LATER = NOW + timedelta(hours=1)
LONG = PRODUCT | {"allowance": {"amount": 40, "unit": "hub_hours"}}


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: LATER)


@pytest.fixture
def case(cast):
    with_clocks(cast, LONG, INTERVIEW)
    made = opened(cast.see_as("fay"), cast.hub.id)
    yield made
    forget_versions()


@pytest.fixture
def product(case):
    return Clock.objects.get(about_id=case.id, kind="product")


def page_of(case):
    return reverse("cases:clocks", args=[case.reference])


def turn(client, case, clock, act, **answers):
    where = reverse("cases:turn_clock", args=[case.reference, clock.id])
    return client.post(where, {"act": act, **answers})


def moment(name, at):
    boxes = {"day": at.day, "month": at.month, "year": at.year, "time": f"{at:%H:%M}"}
    return {f"{name}_{box}": str(part) for box, part in boxes.items()}


def test_the_page_says_how_each_has_run_and_what_it_rests_on(cast, client, case):
    page = cast.sign_in(client, "fay").get(page_of(case)).content.decode()
    assert "Maya Dobson" in page
    assert "Decide the next steps and tell the referrer" in page
    assert "Statute or statutory guidance" in page
    assert "A time limit" in page
    assert "Let it stand still" in page
    assert "Start a time limit" in page


def test_one_is_let_stand_still_and_goes_on(cast, client, case, product):
    fay = cast.sign_in(client, "fay")
    answers = {f"p{product.id}-reason": "court", f"p{product.id}-words": "Hearing on Friday."}
    assert turn(fay, case, product, "pause", **answers)["Location"] == page_of(case)
    page = fay.get(page_of(case)).content.decode()
    assert "stands still" in page
    assert "Hearing on Friday." in page
    assert turn(fay, case, product, "go_on")["Location"] == page_of(case)
    assert "Let it go on" not in fay.get(page_of(case)).content.decode()
    assert ClockPause.objects.get().resumed_at == LATER


def test_a_pause_without_a_reason_is_told_and_nothing_typed_is_lost(cast, client, case, product):
    fay = cast.sign_in(client, "fay")
    answer = turn(fay, case, product, "pause", **{f"p{product.id}-words": "DS Hale rang."})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert "DS Hale rang." in page
    assert not ClockPause.objects.exists()


def test_what_is_refused_is_told_on_the_form(cast, client, case, product):
    fay = cast.sign_in(client, "fay")
    Clock.objects.filter(id=product.id).update(due_at=NOW)
    page = turn(fay, case, product, "pause", **{f"p{product.id}-reason": "court"}).content.decode()
    assert "A pause does not cure that" in page


def test_the_receipt_clock_offers_no_pause(cast, client, case):
    receipt = Clock.objects.get(kind="receipt")
    fay = cast.sign_in(client, "fay")
    assert f"p{receipt.id}-reason" not in fay.get(page_of(case)).content.decode()
    assert turn(fay, case, receipt, "pause").status_code == 404


def test_a_limit_is_started_by_hand_and_said_to_be_kept(cast, client, case):
    fay = cast.sign_in(client, "fay")
    began = moment("start-began_at", NOW - timedelta(hours=3))
    sent = fay.post(page_of(case), {"start-kind": "return_interview", **began})
    assert sent["Location"] == page_of(case)
    clock = Clock.objects.get(kind="return_interview")
    assert clock.started_at == NOW - timedelta(hours=3)
    done = moment(f"m{clock.id}-done_at", NOW)
    assert turn(fay, case, clock, "meet", **done)["Location"] == page_of(case)
    clock.refresh_from_db()
    assert clock.stopped_at == NOW


def test_a_limit_that_began_tomorrow_is_refused_in_words(cast, client, case):
    began = moment("start-began_at", NOW + timedelta(days=1))
    answer = cast.sign_in(client, "fay").post(
        page_of(case), {"start-kind": "return_interview", **began}
    )
    assert "It cannot have begun in the future." in answer.content.decode()


def test_a_hub_with_no_such_limits_offers_none(cast, client):
    made = opened(cast.see_as("fay"), cast.hub.id)
    page = cast.sign_in(client, "fay").get(page_of(made)).content.decode()
    assert "Start a time limit" not in page


@pytest.mark.parametrize(("who", "status"), [("sam", 200), ("tom", 404), ("noor", 404)])
def test_the_page_is_for_the_hubs_own_workers(cast, client, case, who, status):
    assert cast.sign_in(client, who).get(page_of(case)).status_code == status


def test_a_restricted_cases_limits_are_not_there_for_others(cast, client, case, product):
    named = [cast.practitioners["priya"].id]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff.", at=NOW)
    sam = cast.sign_in(client, "sam")
    assert sam.get(page_of(case)).status_code == 404
    assert turn(sam, case, product, "go_on").status_code == 404


def test_another_cases_limit_is_not_turned_from_here(cast, client, case, product):
    other = opened(cast.see_as("fay"), cast.hub.id)
    assert turn(cast.sign_in(client, "fay"), other, product, "go_on").status_code == 404


def test_nonsense_is_not_an_act(cast, client, case, product):
    assert turn(cast.sign_in(client, "fay"), case, product, "explode").status_code == 404


def stopped_late(case):
    for kind, about in ((ClockKind.PRODUCT, case.id), (ClockKind.RECEIPT, None)):
        clock = Clock.objects.get(kind=kind.value)
        Clock.objects.filter(id=clock.id).update(due_at=NOW - timedelta(hours=1))
        stop_clock(about_id=about or clock.about_id, kind=kind, at=NOW)


def late_page(about):
    return reverse("cases:why_late", args=[about])


def test_why_it_was_late_is_asked_by_a_task_with_a_page_of_its_own(cast, client, case):
    stopped_late(case)
    sam = cast.sign_in(client, "sam")
    assert late_page(case.id) in sam.get(reverse("cases:tasks")).content.decode()
    page = sam.get(late_page(case.id)).content.decode()
    assert "Awaiting an agency" in page
    assert page.count("late, by 1 h") == 2


def test_one_reason_does_for_all_of_a_case(cast, client, case):
    stopped_late(case)
    sam = cast.sign_in(client, "sam")
    clocks = [
        str(each) for each in Clock.objects.exclude(stopped_at=None).values_list("id", flat=True)
    ]
    late = [each for each in clocks if Clock.objects.get(id=each).kind in ("product", "receipt")]
    answer = sam.post(late_page(case.id), {"clocks": late, "reason": "volume", "words": "Ninety."})
    assert answer["Location"] == reverse("cases:tasks")
    explained = Clock.objects.filter(breach_reason="volume", breach_words="Ninety.")
    assert explained.count() == 2
    assert not Task.objects.filter(kind="say_why_late", done_at=None).exists()
    assert sam.get(late_page(case.id)).status_code == 404


@pytest.mark.parametrize(
    ("answers", "words"),
    [({"reason": ""}, "There is a problem"), ({"reason": "volume"}, "Choose at least one")],
)
def test_a_blank_reason_or_nothing_chosen_is_told(cast, client, case, answers, words):
    stopped_late(case)
    page = cast.sign_in(client, "sam").post(late_page(case.id), answers).content.decode()
    assert words in page


def test_what_was_late_before_there_was_a_case_is_explained_too(cast, client):
    contact_id = received(cast.see_as("fay"), cast.hub.id, received_at=NOW - timedelta(days=4))
    stop_clock(about_id=contact_id, kind=ClockKind.SCREENING, at=NOW)
    page = cast.sign_in(client, "sam").get(late_page(contact_id)).content.decode()
    assert "Screen what arrived" in page


@pytest.mark.parametrize("who", ["tom", "noor", "lee", "kit"])
def test_others_are_told_nothing_of_what_was_late(cast, client, case, who):
    stopped_late(case)
    assert cast.sign_in(client, who).get(late_page(case.id)).status_code == 404


def test_a_restricted_cases_lateness_is_its_named_lists_alone(cast, client, case):
    stopped_late(case)
    named = [cast.practitioners["priya"].id]
    restrict_case(by=cast.see_as("priya"), case_id=case.id, named=named, why="Staff.", at=NOW)
    assert cast.sign_in(client, "sam").get(late_page(case.id)).status_code == 404
    assert cast.sign_in(client, "priya").get(late_page(case.id)).status_code == 200


def test_the_page_keeps_to_the_budget(cast, client, case, within_budget):
    fay = cast.sign_in(client, "fay")
    fay.get(page_of(case))
    with within_budget():
        assert fay.get(page_of(case)).status_code == 200
    stopped_late(case)
    with within_budget():
        assert fay.get(late_page(case.id)).status_code == 200
