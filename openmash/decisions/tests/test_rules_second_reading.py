"""When no further action is read a second time, and by whom, on paper (A10.3)."""

from dataclasses import replace

import pytest

from openmash.decisions.rules import (
    Ending,
    SecondReader,
    obstacles_to_agreeing,
    obstacles_to_sending_back,
    why_read_again,
)
from openmash.governance.rules.outcomes import ClosingRules, RepeatRules

CLOSING = ClosingRules(
    rationale_characters=40, check_repeat_nfa=True, check_nfa_started=("red", "amber")
)
REPEATS = RepeatRules(contacts=3, months=12, da_events=3, da_months=12, re_referral_months=12)
QUIET = Ending(ends_for=["Maya"], contacts_lately=1, began_as="green", began_word="Green")
READER = SecondReader(may_read=True, is_decider=False, is_waiting=True)


def why(ending, *, closing=CLOSING, is_urgent=False):
    return why_read_again(ending, closing=closing, repeats=REPEATS, is_urgent=is_urgent)


@pytest.mark.parametrize(
    ("ending", "reasons"),
    [
        (QUIET, 0),
        (replace(QUIET, contacts_lately=2), 0),
        (replace(QUIET, contacts_lately=3), 1),
        (replace(QUIET, began_as="red"), 1),
        (replace(QUIET, began_as="red", contacts_lately=5), 2),
        (replace(QUIET, began_as="red", contacts_lately=5, ends_for=[]), 0),
    ],
)
def test_a_repeat_and_a_grave_beginning_are_each_a_reason(ending, reasons):
    assert len(why(ending)) == reasons


def test_each_reason_says_what_it_rests_on():
    (repeat,) = why(replace(QUIET, contacts_lately=4))
    assert repeat == "It is no further action after 4 contacts in 12 months."
    (began,) = why(replace(QUIET, began_as="red", began_word="Red"))
    assert began.endswith("the hub first rated it Red.")


def test_a_policy_that_asks_for_none_gets_none():
    neither = ClosingRules(rationale_characters=40, check_repeat_nfa=False)
    assert why(replace(QUIET, began_as="red", contacts_lately=9), closing=neither) == []


def test_beside_something_urgent_it_says_that_nothing_urgent_waits():
    assert why(replace(QUIET, began_as="red"), is_urgent=True)[-1] == "Nothing urgent waits for it."
    assert why(QUIET, is_urgent=True) == []


def test_nobody_reads_their_own():
    (only,) = obstacles_to_agreeing(replace(READER, is_decider=True))
    assert only.startswith("You decided this yourself.")


def test_every_reason_is_given():
    nobody = SecondReader(may_read=False, is_decider=True, is_waiting=False)
    assert len(obstacles_to_agreeing(nobody)) == 3
    assert len(obstacles_to_sending_back(nobody, because=" ")) == 4


def test_agreeing_needs_no_words_and_sending_back_does():
    assert obstacles_to_agreeing(READER) == []
    assert obstacles_to_sending_back(READER, because="") != []
    assert obstacles_to_sending_back(READER, because="Ask the school first.") == []
