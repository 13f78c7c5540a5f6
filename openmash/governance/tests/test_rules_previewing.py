"""What a policy would have done to contacts that have been."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

from openmash.core.working_time import Unit
from openmash.governance.rules import ContactFacts, load_preset
from openmash.governance.rules.clocks import AllowanceTerms
from openmash.governance.rules.previewing import PastClock, PastContact, changes_of, preview
from openmash.governance.terms import ClockKind, Track

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)
LATER = MONDAY + timedelta(days=30)
LONDON = load_preset("london")
AN_HOUR = AllowanceTerms(amount=Decimal(1), unit=Unit.ELAPSED_HOURS)


def contact(rating="amber", *, decide_now=False, took=timedelta(hours=5)):
    clock = PastClock(ClockKind.PRODUCT, MONDAY, MONDAY + took, rating=rating)
    facts = ContactFacts(received_on=MONDAY.date())
    return PastContact(rating, (Track.CHILD_EN,), decide_now, facts, (clock,))


def test_the_same_policy_changes_nothing():
    found = preview(LONDON, LONDON, [contact(), contact("red"), contact("green")], at=LATER)
    assert found.contacts == 3
    assert found.checked_before == found.checked_after
    assert found.asked_before == found.asked_after
    assert not list(changes_of(found))


def test_a_tighter_clock_is_due_sooner_and_finds_the_late():
    clocks = tuple(
        each.model_copy(update={"allowance": AN_HOUR})
        if each.kind is ClockKind.PRODUCT and each.rating == "red"
        else each
        for each in LONDON.clocks
    )
    new = LONDON.model_copy(update={"clocks": clocks})
    found = preview(LONDON, new, [contact("red", took=timedelta(hours=3))], at=LATER)
    [effect] = changes_of(found)
    assert (effect.counted, effect.sooner, effect.later) == (1, 1, 0)
    assert (effect.late_before, effect.late_after) == (0, 1)


def test_a_clock_taken_away_is_no_longer_timed_and_never_late():
    clocks = tuple(each for each in LONDON.clocks if each.kind is not ClockKind.PRODUCT)
    new = LONDON.model_copy(update={"clocks": clocks})
    [effect] = changes_of(preview(LONDON, new, [contact(took=timedelta(days=9))], at=LATER))
    assert (effect.no_longer_timed, effect.late_before, effect.late_after) == (1, 1, 0)


def test_a_rating_that_goes_straight_is_checked_no_more():
    gate = LONDON.gate.model_copy(update={"straight_to_allocation": ("red", "amber")})
    new = LONDON.model_copy(update={"gate": gate})
    found = preview(LONDON, new, [contact("amber"), contact("green")], at=LATER)
    assert (found.checked_before, found.checked_after) == (2, 1)
    assert found.checks_after < found.checks_before


def test_what_could_be_decided_now_was_not_checked():
    found = preview(LONDON, LONDON, [contact(decide_now=True)], at=LATER)
    assert (found.checked_before, found.checks_before) == (0, 0)


def test_contacts_of_a_rating_that_goes_are_counted():
    ratings = tuple(each for each in LONDON.ratings if each.code != "green")
    new = LONDON.model_copy(update={"ratings": ratings})
    assert preview(LONDON, new, [contact("green"), contact("red")], at=LATER).unrated == 1
