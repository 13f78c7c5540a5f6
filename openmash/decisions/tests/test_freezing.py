"""The hindsight test: what was known, to whom, when it was decided; and later answers change none
of it (A10.6).
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from openmash.cases.selectors import case_by_id
from openmash.chronology.rules import Happened
from openmash.chronology.services import mark_significant, note_entry
from openmash.core.handling import HandlingCode
from openmash.core.sealing import CannotUnseal
from openmash.decisions.models import Decision
from openmash.decisions.selectors import answered_since, read_case, whole_picture
from openmash.decisions.services import give_view, record_decision, thaw
from openmash.decisions.services.freezing import freeze
from openmash.decisions.terms import ViewPosition
from openmash.decisions.tests.factories import (
    NOW,
    answered,
    asked,
    people_of_concern,
    share,
    sought,
)
from openmash.governance.selectors import policy_for
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import lower_code

ITEMS = (
    ItemGiven("Two attendances with bruising.", code="H1"),
    ItemGiven("A named informant says more.", nature="intelligence", code="H3"),
    ItemGiven("Live operation.", code="H4", speak_to="DS X"),
)


def reading(cast, case, who="priya", at=NOW):
    viewer = getattr(cast, who)
    fresh = case_by_id(viewer, case.id)
    return read_case(viewer, fresh, policy_for(viewer, fresh.hub_id, at), at)


@pytest.fixture
def asked_case(cast, case):
    share(cast, case)
    answered(cast, asked(cast, case, "police"), "pia", *ITEMS)
    give_view(
        by=cast.tom,
        case_id=case.id,
        position=ViewPosition.DISAGREE,
        words="This needs a strategy discussion.",
        proposes="strategy_discussion",
        at=NOW,
    )
    give_view(by=cast.priya, case_id=case.id, position=ViewPosition.AGREE, words="", at=NOW)
    return case


def decide(cast, case, **changed):
    answers = {"without_returns_because": "They open on Monday.", **changed}
    urgent = sought(case, outcome="strategy_discussion", **answers)
    return record_decision(by=cast.priya, case_id=case.id, sought=urgent, at=NOW)


def test_the_frozen_picture_is_exactly_what_was_shown(cast, asked_case):
    shown = whole_picture(reading(cast, asked_case))
    decision = Decision.objects.get(id=decide(cast, asked_case).id)
    assert thaw(decision) == shown


def test_it_holds_words_codes_views_and_versions(cast, asked_case):
    frozen = thaw(decide(cast, asked_case))
    (answer,) = frozen.answers
    assert [each.code for each in answer.items] == ["H1", "H3", "H4"]
    assert [each.words for each in answer.items] == [
        "Two attendances with bruising.",
        "A named informant says more.",
        "",
    ]
    assert answer.items[2].speak_to == "DS X"
    assert {each.agency: each.position for each in frozen.views}["Rivermead Police"] == "Disagrees"
    assert frozen.policy.endswith("version 1")
    assert frozen.thresholds == "Rivermead continuum of need, 4"
    assert frozen.contacts[0].told == "Maya came to school with a bruise on her cheek."


def test_it_holds_the_chronology_as_the_decider_had_it_and_no_more(cast, asked_case):
    decision = decide(cast, asked_case)
    frozen = thaw(Decision.objects.get(id=decision.id))
    words = [each.words for each in frozen.story]
    assert "Two attendances with bruising." in words
    assert "A named informant says more." in words
    assert not any("Live operation" in each for each in words)
    assert not any("The hub decided" in each for each in words)
    names = {each.name for entry in frozen.story for each in entry.people}
    assert "Maya Dobson" in names


def test_what_the_story_became_later_is_not_in_it(cast, asked_case):
    decision = decide(cast, asked_case)
    before = thaw(Decision.objects.get(id=decision.id)).story
    note_entry(
        by=cast.fay,
        hub_id=cast.hub.id,
        person_ids=people_of_concern(asked_case)[:1],
        words="Moved to Alder Row.",
        happened=Happened(),
        at=NOW,
    )
    (first, *_others) = before
    mark_significant(by=cast.priya, entry_id=first.id, at=NOW, significant=not first.significant)
    assert thaw(Decision.objects.get(id=decision.id)).story == before


def test_a_picture_kept_before_the_chronology_was_part_of_it_still_opens(cast, asked_case):
    decision = decide(cast, asked_case)
    older = replace(thaw(decision), story=None)
    decision.picture, _hash = freeze(decision.id, older)
    assert thaw(decision) == older


def test_later_answers_and_lowered_codes_do_not_change_it(cast, asked_case):
    request = asked(cast, asked_case, "health")
    decision = decide(cast, asked_case)
    before = thaw(Decision.objects.get(id=decision.id))
    later = NOW + timedelta(minutes=12)
    answered(cast, request, "amira", ItemGiven("A fracture last year.", code="H1"), at=later)
    secret = before.answers[0].items[2].id
    lower_code(
        by=cast.pia, item_id=secret, to=HandlingCode.H1, why="The operation is over.", at=later
    )
    assert thaw(Decision.objects.get(id=decision.id)) == before
    (late,) = answered_since(before, reading(cast, asked_case, at=later).answers)
    assert late.agency_name == "Rivermead Health"


def test_a_picture_that_was_altered_does_not_open(cast, asked_case):
    decision = decide(cast, asked_case)
    other = bytearray(bytes(decision.picture))
    other[-1] ^= 1
    decision.picture = bytes(other)
    with pytest.raises(CannotUnseal):
        thaw(decision)


def test_a_picture_moved_to_another_decision_does_not_open(cast, asked_case):
    decision = decide(cast, asked_case)
    impostor = Decision(id=cast.hub.id, picture=decision.picture)
    with pytest.raises(CannotUnseal):
        thaw(impostor)
