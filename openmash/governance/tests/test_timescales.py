"""The catalogue of time limits: each of T1 to T25 is there, fits a policy, and runs (3.1)."""

from datetime import datetime

import pytest

from openmash.core.working_time import LONDON, Unit
from openmash.governance.rules import check_document, due_at, load_preset
from openmash.governance.rules.timescales import catalogue
from openmash.governance.terms import Force
from openmash.governance.terms.clocks import BY_HAND, STARTS
from openmash.governance.tests.policies import small_policy, welsh_policy

BY_ID = {each.id: each.clock for each in catalogue().timescales}
NOT_READ = {"T11", "T12", "T13", "T14", "T18", "T20", "T21", "T22"}
SCHOOL = {
    "name": "school",
    "nation": "ENG",
    **{f"{day}day": ["08:45-15:15"] for day in ("mon", "tues", "wednes", "thurs", "fri")},
    "terms": [{"first": "2026-04-20", "last": "2026-05-22"}],
}
RATINGS = ("red", "amber", "green")


def london(year, month, day, hour=0, minute=0):
    return datetime(year, month, day, hour, minute, tzinfo=LONDON)


def policy_with(clock):
    """Return a small policy that has this clock in place of any other with the same aim."""
    raw = welsh_policy() if clock.track and clock.track.endswith("WAL") else small_policy()
    raw["calendars"].append(SCHOOL | {"nation": raw["nations"][0]})
    raw["ratings"] = [raw["ratings"][0] | {"code": each} for each in RATINGS]
    if clock.track and clock.track.value not in raw["tracks"]:
        raw["tracks"] = [*raw["tracks"], clock.track.value]
        raw["outcomes"].append(
            raw["outcomes"][0] | {"code": "other", "tracks": [clock.track.value], "ssd": None}
        )
    kept = [each for each in raw["clocks"] if (each["kind"], each["track"]) != clock.aim[:2]]
    raw["clocks"] = [*kept, clock.model_dump(mode="json")]
    return check_document(raw)


def test_every_time_limit_of_the_catalogue_is_there():
    said = {each.clock.rule for each in catalogue().timescales}
    said |= {each.id for each in catalogue().windows}
    numbered = {f"T{number}" for number in range(1, 26)}
    variants = {f"T{number}{site}" for number in (2, 3, 4) for site in "sl"} | {"T16a", "T16b"}
    assert said == numbered | variants


def test_no_two_have_one_name():
    assert len(BY_ID) == len(catalogue().timescales)


@pytest.mark.parametrize("name", BY_ID)
def test_each_can_be_taken_into_a_policy_and_runs(name):
    policy = policy_with(BY_ID[name])
    terms = next(each for each in policy.clocks if each.aim == BY_ID[name].aim)
    start = london(2026, 5, 1, 16, 50)
    assert due_at(terms, start, policy) > start


@pytest.mark.parametrize("name", BY_ID)
def test_each_can_begin_at_the_event_it_names(name):
    clock = BY_ID[name]
    assert clock.kind in BY_HAND or clock.start in STARTS[clock.kind]


def test_what_nobody_has_read_says_so():
    unread = {each.clock.rule for each in catalogue().timescales if not each.clock.confirmed}
    assert unread == NOT_READ


def test_nothing_set_by_statute_may_be_paused():
    assert all(
        not each.clock.may_pause_for
        for each in catalogue().timescales
        if each.clock.force is Force.STATUTORY
    )


def test_windows_are_those_the_presets_repeat_rules_use():
    months = {each.id: (each.number, each.months) for each in catalogue().windows}
    for name in ("london", "lancashire"):
        repeats = load_preset(name).repeats
        assert (repeats.da_events, repeats.da_months) == months["T23"]
        assert (repeats.contacts, repeats.months) == months["T25"]


FRIDAY = london(2026, 5, 1, 16, 50)  # before a bank holiday


@pytest.mark.parametrize(
    ("name", "due"),
    [
        ("T1", london(2026, 5, 5, 17)),
        ("T2", london(2026, 5, 1, 20, 50)),
        ("T2s", london(2026, 5, 1, 18, 50)),
        ("T2 past closing", london(2026, 5, 1, 20, 50)),
        ("T3", london(2026, 5, 5, 17)),
        ("T3s", london(2026, 5, 1, 22, 50)),
        ("T3 in hours", london(2026, 5, 2, 16, 50)),
        ("T4", london(2026, 5, 7, 17)),
        ("T4l", london(2026, 5, 4, 16, 50)),
        ("T5", london(2026, 5, 7, 17)),
        ("T6 Bury", london(2026, 5, 2, 16, 50)),
        ("T7", london(2026, 5, 11, 17)),
        ("T8", london(2026, 5, 26, 17)),
        ("T9", london(2026, 7, 7, 17)),
        ("T11", london(2026, 5, 4, 16, 50)),
        ("T12", london(2026, 5, 10)),
        ("T14", london(2026, 5, 5, 17)),
        ("T15", london(2026, 5, 13, 17)),
        ("T16", london(2026, 5, 5, 17)),
        ("T17", london(2026, 5, 5, 8, 45)),
        ("T18", london(2026, 5, 9)),
        ("T19 assessment", london(2026, 5, 30)),
        ("T20", london(2026, 5, 5, 17)),
        ("T20 at most", london(2026, 6, 2)),
        ("T21", london(2026, 6, 2)),
        ("T21 extended", london(2026, 8, 4)),
        ("T22", london(2026, 5, 4, 16, 50)),
    ],
)
def test_from_a_friday_before_a_bank_holiday(name, due):
    terms = BY_ID[name]
    assert due_at(terms, FRIDAY, policy_with(terms)).astimezone(LONDON) == due


def test_every_unit_is_used():
    assert {each.clock.allowance.unit for each in catalogue().timescales} >= set(Unit) - {
        Unit.HUB_HOURS
    }
