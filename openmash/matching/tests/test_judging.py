"""Joining and parting through the database is the algebra on paper, and leaves its trail."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openmash.audit.models import AuditEvent, StatedReason
from openmash.core.refusals import NotHere, Refusal
from openmash.matching.models import Judgement, Suggestion
from openmash.matching.rules import Judged, identities
from openmash.matching.selectors import trail_of
from openmash.matching.services import confirm_same, keep_apart, suggest_for
from openmash.matching.terms import Verdict
from openmash.people.selectors import identities_of
from openmash.people.services import restrict_people

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TODAY = NOW.date()
JUDGE = {Verdict.SAME: confirm_same, Verdict.APART: keep_apart}


def test_joining_shares_an_identity_and_leaves_a_footprint_and_a_reason(cast, tell):
    known, told = tell(), tell()
    suggest_for(by=cast.sam, hub_id=cast.hub.id, person_id=told.id, at=NOW)
    row = confirm_same(by=cast.fay, told_id=told.id, known_id=known.id, why="Same mother", at=NOW)
    assert len(set(identities_of([told.id, known.id]).values())) == 1
    assert (row.verdict, row.judged_by_name) == ("same", "Fay Morgan")
    assert row.evidence["facts"]
    assert not Suggestion.objects.filter(answered_at=None).exists()
    event = AuditEvent.objects.get(action="matching.judged_same")
    assert StatedReason.objects.get(event_id=event.id).words == "Same mother"


def test_parting_undoes_joining(cast, tell):
    known, told = tell(), tell()
    confirm_same(by=cast.fay, told_id=told.id, known_id=known.id, why="", at=NOW)
    later = NOW + timedelta(hours=1)
    keep_apart(by=cast.fay, told_id=known.id, known_id=told.id, why="Cousins", at=later)
    assert identities_of([told.id, known.id]) == {told.id: told.id, known.id: known.id}


cast_of_five = st.integers(0, 4)
acts = st.lists(
    st.tuples(cast_of_five, cast_of_five, st.sampled_from(Verdict)).filter(
        lambda act: act[0] != act[1]
    ),
    max_size=9,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts)
def test_identities_in_the_database_are_those_on_paper(cast, tell, acts):
    people = [tell() for _each in range(5)]
    judged = []
    for step, (one, other, verdict) in enumerate(acts):
        at = NOW + timedelta(minutes=step)
        told, known = people[one].id, people[other].id
        JUDGE[verdict](by=cast.fay, told_id=told, known_id=known, why="", at=at)
        judged.append(Judged(told, known, verdict, at))
        ids = [each.id for each in people]
        assert identities_of(ids) == identities(judged, ids)


def test_the_trail_tells_what_stands_and_what_was_replaced(cast, tell):
    known, told = tell(), tell()
    confirm_same(by=cast.fay, told_id=told.id, known_id=known.id, why="", at=NOW)
    later = NOW + timedelta(hours=1)
    keep_apart(by=cast.sam, told_id=told.id, known_id=known.id, why="Cousins", at=later)
    trail = trail_of(cast.priya, told.id, on=TODAY)
    assert [(each.verdict, each.judged_by, each.stands) for each in trail.judgements] == [
        (Verdict.APART, "Sam Okafor", True),
        (Verdict.SAME, "Fay Morgan", False),
    ]


def test_two_kept_apart_and_joined_through_a_third_are_pointed_out(cast, tell):
    one, other, between = tell(), tell(), tell()
    keep_apart(by=cast.fay, told_id=one.id, known_id=other.id, why="Twins", at=NOW)
    for each in (one, other):
        confirm_same(by=cast.fay, told_id=each.id, known_id=between.id, why="", at=NOW)
    (pair,) = trail_of(cast.fay, between.id, on=TODAY).contradictions
    assert {each.id for each in pair} == {one.id, other.id}


def test_a_judgement_about_somebody_hidden_is_not_in_the_trail(cast, tell):
    known, told = tell(), tell()
    confirm_same(by=cast.priya, told_id=told.id, known_id=known.id, why="", at=NOW)
    keep_apart(by=cast.priya, told_id=told.id, known_id=known.id, why="", at=NOW)
    restrict_people(
        by=cast.priya,
        hub_id=cast.hub.id,
        person_ids=[known.id],
        named=[cast.priya.id],
        why="Works in the hub",
        at=NOW,
    )
    assert trail_of(cast.fay, told.id, on=TODAY).judgements == []


@pytest.mark.parametrize("who", ["tom", "lee", "noor", "kit"])
def test_those_who_may_not_match_people_change_nothing(cast, tell, who):
    known, told = tell(), tell()
    with pytest.raises((NotHere, Refusal)):
        confirm_same(by=getattr(cast, who), told_id=told.id, known_id=known.id, why="", at=NOW)
    assert not Judgement.objects.exists()


def test_a_record_is_not_judged_against_itself(cast, tell):
    maya = tell()
    with pytest.raises(Refusal):
        confirm_same(by=cast.fay, told_id=maya.id, known_id=maya.id, why="", at=NOW)
