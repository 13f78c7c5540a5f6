"""The least a discussion needs, when views are blind, and what a referrer may hear."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.decisions.rules import (
    DiscussionPicture,
    Said,
    class_of_referrer,
    decision_words,
    fill,
    may_read_views,
    missing_disciplines,
    obstacles_to_discussion,
    obstacles_to_view,
    reason_words,
    why_not_possible,
)
from openmash.decisions.terms import DiscussionKind, NotPossibleReason, Section47, ViewPosition
from openmash.governance.rules import FeedbackTemplate
from openmash.governance.terms import Occasion, ReferrerClass

HELD = DiscussionPicture(
    may_hold=True,
    kind=DiscussionKind.STRATEGY,
    took_part=["csc", "police", "health"],
    missing_reason="",
    section_47=Section47.MET,
    section_47_reasons="Unexplained injury.",
    enquiry_by="joint",
    next_steps="Maya is seen today.",
    information_shared="What each agency holds.",
    is_in_future=False,
    chaired_by="Priya Raman",
)


def test_a_whole_strategy_discussion_is_kept():
    assert obstacles_to_discussion(HELD) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"may_hold": False}, "not authorised"),
        ({"is_in_future": True}, "once it has been held"),
        ({"chaired_by": " "}, "who chaired"),
        ({"information_shared": ""}, "what information was shared"),
        ({"took_part": ["csc"]}, "why police and health took no part"),
        ({"section_47": None}, "section 47 threshold"),
        ({"section_47_reasons": ""}, "reasons for the answer"),
        ({"enquiry_by": ""}, "who makes the section 47"),
        ({"next_steps": ""}, "who sees the child"),
    ],
)
def test_each_thing_missing_from_a_strategy_discussion_is_named(change, words):
    (found,) = obstacles_to_discussion(replace(HELD, **change))
    assert words in found


def test_a_missing_discipline_needs_a_reason_and_then_is_no_obstacle():
    assert missing_disciplines(["police"]) == ["children's social care", "health"]
    alone = replace(HELD, took_part=["csc"], missing_reason="Nobody answered by 02:00.")
    assert obstacles_to_discussion(alone) == []


def test_a_hub_discussion_is_asked_nothing_about_section_47():
    hub = replace(HELD, kind=DiscussionKind.HUB, took_part=[], section_47=None, next_steps="")
    assert obstacles_to_discussion(hub) == []


def test_a_disagreement_is_kept_with_its_reasons_or_not_at_all():
    refused = obstacles_to_view(may_give=True, position=ViewPosition.DISAGREE, words=" ")
    assert refused == ["Say why, in your own words: it stays on the record."]
    assert obstacles_to_view(may_give=True, position=ViewPosition.AGREE, words="") == []
    assert obstacles_to_view(may_give=False, position=ViewPosition.AGREE, words="")


@given(st.booleans(), st.booleans(), st.booleans())
def test_opinions_are_blind_only_until_ones_own_is_in_and_never_for_an_urgent_rating(
    own_is_in, urgent, decided
):
    readable = may_read_views(own_is_in=own_is_in, rating_is_urgent=urgent, is_decided=decided)
    assert readable == (own_is_in or urgent or decided)


def test_only_a_professional_outside_the_hub_hears_the_reason():
    assert class_of_referrer(is_professional=False, is_member_agency=True) is ReferrerClass.PUBLIC
    assert class_of_referrer(is_professional=True, is_member_agency=True) is ReferrerClass.PARTNER
    outside = class_of_referrer(is_professional=True, is_member_agency=False)
    assert outside is ReferrerClass.PROFESSIONAL


@pytest.mark.parametrize(
    ("anonymous", "channel", "system", "reason"),
    [
        (True, True, False, NotPossibleReason.ANONYMOUS),
        (False, True, True, None),
        (False, False, True, NotPossibleReason.AUTOMATED_SOURCE),
        (False, False, False, NotPossibleReason.NO_SAFE_CHANNEL),
    ],
)
def test_why_a_referrer_cannot_be_told(anonymous, channel, system, reason):
    found = why_not_possible(is_anonymous=anonymous, has_channel=channel, came_from_system=system)
    assert found is reason


MAYA = Said("Maya", "Social care will assess.", "She may be in need.")
GORDON = Said("Gordon", "Family help will call.", "Early help can meet this.")


def test_one_decision_for_all_is_said_once_and_different_ones_name_by_name():
    assert decision_words([MAYA, replace(MAYA, name="Gordon")]) == "Social care will assess."
    assert decision_words([MAYA, GORDON]) == (
        "Maya: Social care will assess. Gordon: Family help will call."
    )
    assert decision_words([]) == "We have decided what happens next."


def test_the_reason_told_is_the_deciders_plain_words_or_the_policys():
    assert reason_words([MAYA], "  We think she needs help. ") == "We think she needs help."
    assert reason_words([MAYA, MAYA, GORDON], "") == (
        "She may be in need. Early help can meet this."
    )


def test_a_place_nobody_filled_is_left_out_tidily():
    template = FeedbackTemplate(
        referrer=ReferrerClass.PARTNER,
        occasion=Occasion.OUTCOME,
        subject="{reference}: decided",
        words="{decision} We ask: {expected}",
    )
    words = fill(template, {"reference": "C-1", "decision": "Decided."})
    assert (words.subject, words.body) == ("C-1: decided", "Decided. We ask:")
