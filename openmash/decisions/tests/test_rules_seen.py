"""A frozen picture as others may read it: no frozen item travels further than a live one."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from openmash.core.handling import HandlingCode
from openmash.core.sight import Marking, Sight, sight_of
from openmash.core.viewers import Standing, Viewer, ViewerKind
from openmash.decisions.rules import AnswerSeen, ItemSeen, Seen, as_seen_by, not_in_the_picture

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
