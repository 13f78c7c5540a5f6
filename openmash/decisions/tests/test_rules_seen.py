"""A frozen picture as others may read it: no frozen item travels further than a live one."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from openmash.core.handling import HandlingCode
from openmash.core.sight import Marking, Sight, sight_of
from openmash.core.viewers import Standing, Viewer, ViewerKind
from openmash.decisions.rules import (
    AnswerSeen,
    EntrySeen,
    ItemSeen,
    NamedSeen,
    Seen,
    as_seen_by,
    not_in_the_picture,
)

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
HUB, CSC, ASC, POLICE = (UUID(int=each) for each in range(1, 5))
PRIYA, OWEN, FAY = (UUID(int=each) for each in range(11, 14))


def viewer(person: UUID, agency: UUID, *powers: str) -> Viewer:
    standing = Standing(HUB, "Hub", agency, "", "", frozenset(), frozenset(powers))
    return Viewer(ViewerKind.PRACTITIONER, "Somebody", person, (standing,))


def item(code: str, supplied_by: UUID = POLICE, *, instead: str = "") -> ItemSeen:
    return ItemSeen(
        UUID(int=100), supplied_by, code, "What we hold.", "Fact", None, "DS Hale", False, instead
    )


def seen(*items: ItemSeen) -> Seen:
    answer = AnswerSeen(
        UUID(int=50), POLICE, "Police", "Maya", "Known", AT, "Pia", "", "", "", "", items
    )
    return Seen(
        at=AT,
        decider="Priya",
        decider_id=PRIYA,
        hub_id=HUB,
        case="K-1",
        rating="amber",
        status="checks",
        policy="1",
        policy_id=UUID(int=9),
        thresholds="",
        people=(),
        contacts=(),
        answers=(answer,),
        outstanding=(),
        views=(),
        discussion=None,
    )


def test_the_decider_reads_again_exactly_what_they_read():
    frozen = seen(item("H4", CSC), item("H3"))
    assert as_seen_by(frozen, viewer(PRIYA, CSC), visibility="closed") == frozen


def test_another_decision_maker_learns_only_that_anothers_h4_exists():
    frozen = seen(item("H4", CSC))
    (shown,) = (
        as_seen_by(frozen, viewer(OWEN, ASC, "see_every_return"), visibility="closed")
        .answers[0]
        .items
    )
    assert (shown.words, shown.speak_to) == ("", "DS Hale")


def test_an_item_out_of_sight_leaves_its_form_of_words_or_nothing():
    worker = viewer(FAY, CSC, "see_cases")
    frozen = seen(item("H3"), item("H3", instead="Police have been called there."))
    (shown,) = as_seen_by(frozen, worker, visibility="closed").answers[0].items
    assert (shown.words, shown.instead) == ("", "Police have been called there.")


codes = st.sampled_from(list(HandlingCode))
agencies = st.sampled_from([CSC, ASC, POLICE])
powers = st.sampled_from([(), ("see_cases",), ("see_cases", "see_every_return")])


@given(codes, agencies, agencies, powers, st.sampled_from(["open", "closed"]))
def test_a_frozen_item_travels_no_further_than_a_live_one(
    code, supplied_by, agency, held, visibility
):
    other = viewer(OWEN, agency, *held)
    frozen = seen(item(code.value, supplied_by))
    shown = as_seen_by(frozen, other, visibility=visibility).answers[0].items
    sight = sight_of(other, Marking(HUB, code, supplied_by), visibility=visibility)
    assert bool(shown) == (sight is not Sight.NOTHING)
    assert any(each.words for each in shown) == (sight is Sight.WHOLE)


def test_what_came_in_later_is_told_from_what_was_read():
    frozen = seen()
    late = UUID(int=51)
    assert not_in_the_picture([UUID(int=50), late], frozen) == [late]
    assert not_in_the_picture([late], replace(frozen, answers=())) == [late]


MAYA, KARL = NamedSeen(UUID(int=21), "Maya"), NamedSeen(UUID(int=22), "Karl")


def entry(code: str = "H2", **changed: Any) -> EntrySeen:
    told: dict[str, Any] = {
        "id": UUID(int=70),
        "happened": "November 2026",
        "words": "Officers came to the house.",
        "nature": "fact",
        "source": "Police",
        "code": code,
        "supplied_by": POLICE,
        "audience": (),
        "restricted": False,
        "significant": False,
        "known_at": AT,
        "people": (MAYA, KARL),
    }
    return EntrySeen(**{**told, **changed})


def story_for(who: Viewer, *entries: EntrySeen, known: set[UUID], visibility: str = "closed"):
    frozen = replace(seen(), story=entries)
    return as_seen_by(frozen, who, visibility=visibility, known=known).story


@given(codes, agencies, powers, st.sampled_from(["open", "closed"]))
def test_a_frozen_entry_travels_no_further_than_a_live_one(code, agency, held, visibility):
    other = viewer(OWEN, agency, *held)
    shown = story_for(other, entry(code.value), known={MAYA.id}, visibility=visibility)
    sight = sight_of(other, Marking(HUB, code, POLICE), visibility=visibility)
    assert bool(shown) == (sight is Sight.WHOLE)


def test_an_entry_restricted_to_others_is_not_there():
    owen = viewer(OWEN, ASC, "see_every_return")
    known = {MAYA.id, KARL.id}
    assert story_for(owen, entry(restricted=True, audience=(PRIYA,)), known=known) == ()
    assert story_for(owen, entry(restricted=True, audience=(PRIYA, OWEN)), known=known) != ()


def test_people_not_known_of_are_left_out_and_so_is_what_is_about_nobody_else():
    owen = viewer(OWEN, ASC, "see_every_return")
    (shown,) = story_for(owen, entry(), known={MAYA.id})
    assert shown.people == (MAYA,)
    assert story_for(owen, entry(), known=set()) == ()


def test_a_picture_without_a_story_says_so():
    owen = viewer(OWEN, ASC, "see_every_return")
    assert as_seen_by(seen(), owen, visibility="closed").story is None
    assert seen().named_in_story == set()
