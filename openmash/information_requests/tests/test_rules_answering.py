"""What an agency may answer, and under which code, on paper."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.handling import HandlingCode
from openmash.governance.terms import WithheldReason
from openmash.information_requests.rules import (
    AnswerGiven,
    AnsweringPicture,
    ItemGiven,
    code_of_answer,
    obstacles_to_answering,
    obstacles_to_correcting,
    obstacles_to_item,
    obstacles_to_lowering,
    obstacles_to_raising,
)
from openmash.information_requests.terms import Answer

TODAY = date(2026, 11, 20)
OPEN = AnsweringPicture(
    may_answer=True,
    is_withdrawn=False,
    is_answered=False,
    ratings=["red", "amber", "green"],
    today=TODAY,
)
CALL_OUT = ItemGiven(words="Called to the address", happened_from=date(2026, 9, 3))
KNOWN = AnswerGiven(answer="known", items=[CALL_OUT])
codes = st.sampled_from(HandlingCode)


def about(given: AnswerGiven, picture: AnsweringPicture = OPEN) -> list[str]:
    return obstacles_to_answering(given, picture)


def about_item(**change: object) -> list[str]:
    return obstacles_to_item(replace(CALL_OUT, **change), today=TODAY)  # type: ignore[arg-type]


@pytest.mark.parametrize("answer", [Answer.NOT_KNOWN, Answer.NO_TRACE])
def test_a_nil_return_needs_nothing_more(answer):
    assert answer.is_nil
    assert about(AnswerGiven(answer=answer.value)) == []


def test_known_needs_an_item_or_how_the_agency_was_involved():
    assert about(KNOWN) == []
    assert about(AnswerGiven(answer="known", involvement="Seen monthly since 2024")) == []
    (reason,) = about(AnswerGiven(answer="known_historic"))
    assert "at least one thing" in reason


def test_a_nil_return_cannot_carry_items():
    (reason,) = about(replace(KNOWN, answer="not_known"))
    assert "cannot carry items" in reason


@pytest.mark.parametrize("reason", list(WithheldReason))
def test_an_agency_may_refuse_with_a_reason_and_words(reason):
    refusing = AnswerGiven(
        answer="cannot_disclose", refused_because=reason.value, refused_words="Before a court."
    )
    assert about(refusing) == []
    assert len(about(replace(refusing, refused_because="", refused_words=""))) == 2


def test_a_reason_to_withhold_goes_only_with_withholding():
    assert about(replace(KNOWN, refused_because="not_held"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"may_answer": False}, "agency that was asked"),
        ({"is_withdrawn": True}, "withdrawn"),
        ({"is_answered": True}, "already answered"),
    ],
)
def test_only_the_agency_asked_answers_and_only_once(change, words):
    (reason,) = about(KNOWN, replace(OPEN, **change))
    assert words in reason


def test_an_unknown_answer_or_rating_is_refused():
    assert about(AnswerGiven(answer="perhaps"))
    assert about(replace(KNOWN, suggested_rating="purple"))
    assert about(replace(KNOWN, suggested_rating="amber")) == []


def test_where_there_are_several_items_each_reason_says_which():
    given = replace(KNOWN, items=[CALL_OUT, replace(CALL_OUT, words="")])
    assert about(given) == ["Item 2: Write what your agency holds."]


@pytest.mark.parametrize(
    "change",
    [
        {"words": "  "},
        {"nature": "gossip"},
        {"code": "H5"},
        {"happened_from": date(2026, 11, 21)},
        {"happened_from": date(1066, 10, 14)},
        {"happened_until": date(2026, 9, 2)},
        {"happened_from": None, "happened_until": date(2026, 9, 2)},
        {"happened_precision": "unknown"},
        {"code": "H4"},
        {"form_of_words": "Something is held."},
        {"code": "H3", "form_of_words": "Something is held."},
        {"code": "H3", "form_of_words_code": "H1"},
        {"code": "H3", "form_of_words": "Something is held.", "form_of_words_code": "H3"},
    ],
)
def test_each_slip_in_an_item_is_one_reason(change):
    assert len(about_item(**change)) == 1


def test_an_item_without_a_date_is_kept_as_such():
    assert about_item(happened_from=None) == []


@given(codes, codes)
def test_a_form_of_words_goes_with_h3_or_h4_under_a_lower_code(code, own):
    found = about_item(
        code=code.value,
        speak_to="The detective sergeant",
        form_of_words="Relevant information is held.",
        form_of_words_code=own.value,
    )
    fits = code.height >= 3 and own.height < code.height
    assert (found == []) == fits


@given(st.sampled_from(Answer), st.lists(codes))
def test_a_nil_return_and_one_of_hidden_items_carry_the_same_code(answer, given_codes):
    """Nobody outside the decision makers can tell nothing from something hidden (A8.4)."""
    code = code_of_answer(answer, given_codes)
    shows_something = answer.carries_items and any(each.height <= 2 for each in given_codes)
    assert code is (HandlingCode.H2 if shows_something else HandlingCode.H3)


@given(codes, codes)
def test_the_hub_only_raises_and_never_to_h4(now, to):
    found = obstacles_to_raising(may_raise=True, now=now, to=to, why="Names an informant")
    assert (found == []) == (now.height < to.height < 4)


@given(codes, codes)
def test_only_the_owner_lowers(now, to):
    assert obstacles_to_lowering(owns=False, now=now, to=to, why="Operation over")
    found = obstacles_to_lowering(owns=True, now=now, to=to, why="Operation over")
    assert (found == []) == (to.height < now.height)


def test_a_change_of_code_says_why_and_who_may():
    low, high = HandlingCode.H1, HandlingCode.H3
    assert obstacles_to_raising(may_raise=True, now=low, to=high, why=" ")
    assert obstacles_to_raising(may_raise=False, now=low, to=high, why="Names an informant")
    assert obstacles_to_lowering(owns=True, now=high, to=low, why="")


def test_a_correction_says_why_and_corrects_the_newest():
    assert obstacles_to_correcting(is_current=True, reason="Wrong Maya") == []
    assert obstacles_to_correcting(is_current=True, reason=" ")
    assert obstacles_to_correcting(is_current=False, reason="Wrong Maya")
