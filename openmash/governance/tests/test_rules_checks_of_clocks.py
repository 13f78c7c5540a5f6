"""What only the whole can show of a policy's clocks, each flaw with its mend."""

import pytest

from openmash.governance.rules import PolicyUnusable, check_document
from openmash.governance.tests.policies import small_policy

LOCAL = {
    "kind": "product",
    "rule": "T2",
    "label": "Product",
    "start": "checks_started",
    "allowance": {"amount": 4, "unit": "hub_hours"},
    "force": "local",
}


def flaws(raw):
    with pytest.raises(PolicyUnusable) as refused:
        check_document(raw)
    return [(each.path, each.wrong, each.mend) for each in refused.value.flaws]


def with_clock(**changed):
    raw = small_policy()
    raw["clocks"].append(LOCAL | changed)
    return raw


def test_a_clock_set_by_statute_may_not_be_paused():
    raw = small_policy()
    raw["clocks"][0]["may_pause_for"] = ["too_unwell"]
    ((path, wrong, mend),) = flaws(raw)
    assert path == "clocks[0].may_pause_for"
    assert "set by statute" in wrong
    assert "Take may_pause_for out" in mend
    assert "call its force local" in mend


def test_a_local_clock_may_be_paused_for_what_the_policy_names():
    check_document(with_clock(may_pause_for=["court", "awaiting_panel"]))
    ((path, wrong, _),) = flaws(with_clock(may_pause_for=["bored"]))
    assert (path, wrong) == ("clocks[2].may_pause_for[0]", "“bored” is not known.")


def test_where_no_time_is_allowed_there_is_nothing_to_pause():
    no_time = {"amount": 0, "unit": "hub_hours"}
    ((path, wrong, _),) = flaws(with_clock(may_pause_for=["court"], allowance=no_time))
    assert path == "clocks[2].may_pause_for"
    assert "nothing to pause" in wrong


@pytest.mark.parametrize("start", ["handed_over", "incident", "row_refused"])
def test_a_clock_that_would_never_begin_is_refused(start):
    ((path, wrong, mend),) = flaws(with_clock(start=start))
    assert path == "clocks[2].start"
    assert "would never begin" in wrong
    assert mend == "Use one of: checks_started, receipt."


@pytest.mark.parametrize("start", ["checks_started", "receipt"])
def test_a_product_may_be_timed_from_receipt_or_from_when_checks_started(start):
    check_document(with_clock(start=start))


def test_what_a_person_starts_by_hand_may_be_timed_from_anything():
    check_document(with_clock(kind="return_interview", start="came_back"))
    check_document(with_clock(kind="return_interview", start="aware"))


def test_school_days_need_a_calendar_with_terms():
    next_morning = {"amount": 1, "unit": "school_days", "by_opening": True}
    told = {"kind": "school_told", "start": "incident", "allowance": next_morning}
    ((path, wrong, mend),) = flaws(with_clock(**told))
    assert path == "clocks[2].calendar"
    assert "“hub” has no terms" in wrong
    assert "name the calendar of a school" in mend
    raw = with_clock(**told)
    raw["calendars"][0]["terms"] = [{"first": "2026-09-02", "last": "2026-10-23"}]
    check_document(raw)


def test_a_hub_shut_on_fridays_may_not_make_the_laws_days_fewer():
    raw = small_policy()
    del raw["calendars"][0]["friday"]
    found = flaws(raw)
    assert [path for path, _, _ in found] == ["clocks[0].calendar", "clocks[1].calendar"]
    assert "skips Friday" in found[0][1]
    assert "hours from Monday to Friday" in found[0][2]
    raw["calendars"].append(small_policy()["calendars"][0] | {"name": "law"})
    for each in raw["clocks"]:
        each["calendar"] = "law"
    check_document(raw)


@pytest.mark.parametrize(
    ("allowance", "words"),
    [
        ({"amount": 1, "unit": "days", "by_opening": True}, "at an opening"),
        ({"amount": 2, "unit": "hub_hours", "counts_at_once": True}, "count at once"),
        ({"amount": 1, "unit": "working_days", "ends_on_working_day": True}, "carried"),
        ({"amount": "1.5", "unit": "months"}, "counted whole"),
    ],
)
def test_an_allowance_nobody_could_count_is_told_with_where_it_is(allowance, words):
    ((path, wrong, _),) = flaws(with_clock(allowance=allowance))
    assert path == "clocks[2].allowance"
    assert words in wrong


def test_a_term_that_runs_backwards_is_told():
    raw = small_policy()
    raw["calendars"][0]["terms"] = [{"first": "2026-10-23", "last": "2026-09-02"}]
    ((path, wrong, _),) = flaws(raw)
    assert path == "calendars[0].terms[0]"
    assert "cannot end" in wrong
