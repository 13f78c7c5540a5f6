"""Earlier contacts on paper: how long ago, the same or not, and when to say so (A4.3, A4.5)."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as some

from openmash.governance.rules.outcomes import RepeatRules
from openmash.intake.rules.repeats import ContactSeen, is_domestic_abuse, panel_of
from openmash.intake.terms import ContactState, SourceCode

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
RULES = RepeatRules(contacts=3, months=12, da_events=3, da_months=12, re_referral_months=12)


def seen(days=0, source=SourceCode.SCHOOL, reasons=("neglect",), abuse=False):
    return ContactSeen(
        id=uuid4(),
        reference="C-234567-X",
        received_at=NOW - timedelta(days=days),
        source=source,
        reasons=frozenset(reasons),
        is_domestic_abuse=abuse,
        state=ContactState.CHECKS,
    )


def test_a_first_contact_has_nothing_before_it():
    panel = panel_of(seen(), [], RULES)
    assert not panel
    assert panel.alerts == ()


def test_each_earlier_contact_says_how_long_before_and_what_is_the_same():
    panel = panel_of(seen(), [seen(3), seen(40, SourceCode.POLICE, ("missing",))], RULES)
    assert [each.days_before for each in panel.rows] == [3, 40]
    assert [each.same_source for each in panel.rows] == [True, False]
    assert [each.same_reason for each in panel.rows] == [True, False]


def test_a_reason_nobody_stated_is_neither_the_same_nor_different():
    assert panel_of(seen(), [seen(3, reasons=())], RULES).rows[0].same_reason is None


def test_the_third_in_a_year_asks_what_is_new_and_the_second_does_not():
    assert panel_of(seen(), [seen(200)], RULES).alerts == ()
    (alert,) = panel_of(seen(), [seen(200), seen(300)], RULES).alerts
    assert alert.startswith("3rd contact in 12 months")
    assert panel_of(seen(), [seen(400), seen(500)], RULES).alerts == ()


def test_the_third_report_of_abuse_suggests_a_marac_only_when_this_is_one():
    before = [seen(100, abuse=True), seen(200, abuse=True)]
    assert any("MARAC" in each for each in panel_of(seen(abuse=True), before, RULES).alerts)
    assert not any("MARAC" in each for each in panel_of(seen(), before, RULES).alerts)


def test_many_close_together_may_be_one_event():
    close = [seen(days) for days in (1, 2, 3)]
    assert any("close together" in each for each in panel_of(seen(), close, RULES).alerts)


def test_abuse_is_known_by_its_reason_or_its_track():
    assert is_domestic_abuse(["domestic_abuse"], [])
    assert is_domestic_abuse([], ["DA"])
    assert not is_domestic_abuse(["neglect"], ["CHILD_EN"])


@given(some.lists(some.integers(0, 1000), max_size=12))
def test_rows_are_newest_first_and_none_is_lost(days):
    panel = panel_of(seen(), [seen(each) for each in days], RULES)
    assert [each.days_before for each in panel.rows] == sorted(days)
