"""Moving, giving, rating and writing down: the row, the trail, the footprint; or nothing."""

from datetime import timedelta

import pytest

from openmash.audit.models import AuditEvent
from openmash.cases.models import Allocation, Case, Conversation, StatusMove
from openmash.cases.selectors import (
    allocations_of,
    case_by_id,
    held_cases,
    ratings_of,
    running_record,
)
from openmash.cases.services import (
    CannotAllocate,
    CannotRate,
    CannotRecord,
    CaseCannotMove,
    add_agency_to_case,
    allocate_case,
    close_case,
    move_case,
    rate_case,
    record_conversation,
)
from openmash.cases.terms import AllocationKind, CaseStatus, ConversationKind, How
from openmash.cases.tests.factories import NOW, opened
from openmash.chronology.selectors import entries_of_case
from openmash.core.handling import HandlingCode, Nature
from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.governance.selectors import clocks_about


def _footprints(case: Case, action: str) -> int:
    return AuditEvent.objects.filter(action=action, case_id=case.id).count()


@pytest.fixture
def case(cast) -> Case:
    return opened(cast.see_as("fay"), cast.hub.id)


def test_a_case_moves_and_the_trail_says_from_where_and_who(cast, case):
    move_case(by=cast.see_as("fay"), case_id=case.id, to=CaseStatus.ANALYSIS, at=NOW, why="All in")
    latest = StatusMove.objects.filter(case=case).latest("moved_at", "id")
    moved = StatusMove.objects.get(case=case, was="checks")
    assert (moved.became, moved.moved_by_name, moved.why) == ("analysis", "Fay Morgan", "All in")
    assert latest
    assert _footprints(case, "case.moved") == 1


def test_moving_a_case_to_where_it_is_leaves_nothing(cast, case):
    move_case(by=cast.see_as("fay"), case_id=case.id, to=CaseStatus.CHECKS, at=NOW)
    assert _footprints(case, "case.moved") == 0


def test_a_move_that_is_not_allowed_is_refused_and_leaves_nothing(cast, case):
    with pytest.raises(CaseCannotMove):
        move_case(by=cast.see_as("priya"), case_id=case.id, to=CaseStatus.CLOSED, at=NOW)
    assert case_by_id(cast.priya, case.id).status == "checks"
    assert _footprints(case, "case.moved") == 0


def test_a_lost_race_is_told(cast, case, monkeypatch):
    fay = cast.see_as("fay")
    stale = case_by_id(fay, case.id)
    move_case(by=fay, case_id=case.id, to=CaseStatus.ANALYSIS, at=NOW)
    monkeypatch.setattr("openmash.cases.services.moving.case_by_id", lambda by, case_id: stale)
    with pytest.raises(RecordHasMoved):
        move_case(by=fay, case_id=case.id, to=CaseStatus.DISCUSSION, at=NOW)


def test_closing_dates_the_case_and_lets_its_holder_go_and_opening_again_undates_it(cast, case):
    priya = cast.see_as("priya")
    allocate_case(by=priya, case_id=case.id, to_id=cast.practitioners["fay"].id, at=NOW)
    move_case(by=priya, case_id=case.id, to=CaseStatus.DECIDED, at=NOW)
    closed = close_case(by=priya, case_id=case.id, at=NOW)
    assert (closed.closed_at, closed.allocated_to) == (NOW, None)
    assert not Allocation.objects.filter(case=case, held_until=None).exists()
    again = move_case(by=priya, case_id=case.id, to=CaseStatus.DECISION_PENDING, at=NOW)
    assert again.closed_at is None


def test_a_case_is_given_and_given_on_and_every_spell_is_kept(cast, case):
    priya, fay, sam = cast.see_as("priya"), cast.practitioners["fay"], cast.practitioners["sam"]
    allocate_case(by=priya, case_id=case.id, to_id=fay.id, at=NOW, why="Knows the family")
    later = NOW + timedelta(hours=1)
    allocate_case(by=priya, case_id=case.id, to_id=sam.id, at=later)
    spells = [(s.practitioner.name, s.held_until) for s in allocations_of(case)]
    assert spells == [("Sam Okafor", None), ("Fay Morgan", later)]
    assert [each.id for each in held_cases(cast.see_as("sam"), cast.hub.id)] == [case.id]
    assert _footprints(case, "case.allocated") == 2


def test_cover_leaves_the_holder_and_both_have_it_in_their_work(cast, case):
    priya = cast.see_as("priya")
    allocate_case(by=priya, case_id=case.id, to_id=cast.practitioners["fay"].id, at=NOW)
    allocate_case(
        by=priya,
        case_id=case.id,
        to_id=cast.practitioners["sam"].id,
        kind=AllocationKind.COVER,
        at=NOW,
    )
    assert case_by_id(priya, case.id).allocated_to_id == cast.practitioners["fay"].id
    for name in ("fay", "sam"):
        assert held_cases(cast.see_as(name), cast.hub.id).count() == 1


def test_anybody_takes_a_case_nobody_holds_and_only_one_of_them(cast, case):
    fay, sam = cast.practitioners["fay"], cast.practitioners["sam"]
    allocate_case(by=cast.see_as("fay"), case_id=case.id, to_id=fay.id, at=NOW)
    with pytest.raises(CannotAllocate, match="nobody holds"):
        allocate_case(by=cast.see_as("sam"), case_id=case.id, to_id=sam.id, at=NOW)
    assert Allocation.objects.filter(case=case).count() == 1


def test_a_partner_on_the_case_gives_it_to_nobody(cast, case):
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    with pytest.raises(NotHere):
        allocate_case(
            by=cast.see_as("tom"),
            case_id=case.id,
            to_id=cast.practitioners["tom"].id,
            at=NOW,
        )


def _product(case: Case):
    return next(each for each in clocks_about([case.id])[case.id] if each.kind == "product")


def test_a_raised_rating_brings_the_product_forward(cast):
    case = opened(cast.see_as("fay"), cast.hub.id, rating="green")
    before = _product(case).due_at
    rate_case(
        by=cast.see_as("fay"), case_id=case.id, rating="red", why="A burn.", at=NOW, as_hub=True
    )
    assert _product(case).due_at == NOW + timedelta(hours=4) < before
    assert case_by_id(cast.fay, case.id).rating == "red"


def test_a_lowered_rating_keeps_its_time_unless_somebody_says_why(cast, case):
    fay, before = cast.see_as("fay"), _product(case).due_at
    rate_case(by=fay, case_id=case.id, rating="amber", why="Seen.", at=NOW, as_hub=True)
    assert _product(case).due_at == before
    rate_case(
        by=fay,
        case_id=case.id,
        rating="green",
        why="Safe.",
        at=NOW,
        as_hub=True,
        extend_because="Health is closed until Monday.",
    )
    assert _product(case).due_at > before


def test_an_agencys_own_rating_stands_beside_the_hubs(cast, case):
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    rate_case(
        by=cast.see_as("tom"), case_id=case.id, rating="amber", why="Standard", at=NOW, as_hub=False
    )
    cast.see_as("fay")
    assert case_by_id(cast.fay, case.id).rating == "red"
    own, first = ratings_of(case)
    assert (own.is_hub, first.is_hub) == (False, True)
    assert own.agency_id == cast.agencies["police"].id


def test_where_agencies_differ_only_a_decision_maker_settles_it(cast, case):
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    ask = {"case_id": case.id, "why": "As seen.", "at": NOW}
    rate_case(by=cast.see_as("tom"), rating="red", as_hub=False, **ask)
    with pytest.raises(CannotRate, match="Rivermead Police"):
        rate_case(by=cast.see_as("fay"), rating="amber", as_hub=True, **ask)
    rate_case(by=cast.see_as("priya"), rating="amber", as_hub=True, **ask)
    assert case_by_id(cast.priya, case.id).rating == "amber"


def test_a_partner_does_not_set_the_hubs_rating(cast, case):
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    with pytest.raises(CannotRate, match="not authorised"):
        rate_case(
            by=cast.see_as("tom"), case_id=case.id, rating="blue", why="x", at=NOW, as_hub=True
        )


def _talk(by, case: Case, **changed):
    answers = {
        "kind": ConversationKind.CONVERSATION,
        "with_whom": "Lesley's midwife",
        "how": How.PHONE,
        "said": "She was seen on Monday.",
        "happened_at": NOW - timedelta(hours=1),
        "at": NOW,
    }
    return record_conversation(by=by, case_id=case.id, **{**answers, **changed})


def test_a_conversation_is_written_down_and_joins_the_story(cast, case):
    sam = cast.see_as("sam")
    _talk(sam, case, agreed="To call again.")
    (entry,) = running_record(sam, case, NOW)
    assert (entry.recorded_by, entry.entry.was_reached, entry.nature) == (
        "Sam Okafor",
        True,
        Nature.FACT,
    )
    story = entries_of_case(sam, case.id, at=NOW)
    assert any("Lesley's midwife" in each.words for each in story.entries)
    assert _footprints(case, "case.recorded") == 1


def test_a_correction_stands_in_place_of_the_entry_and_both_stay(cast, case):
    sam = cast.see_as("sam")
    first = _talk(sam, case)
    _talk(sam, case, said="She was seen on Tuesday.", corrects_id=first.id)
    newest, oldest = running_record(sam, case, NOW)
    assert {newest.is_corrected, oldest.is_corrected} == {True, False}
    with pytest.raises(RecordHasMoved):
        _talk(sam, case, said="On Wednesday.", corrects_id=first.id)


def test_an_h3_note_is_read_by_deciders_and_by_whoever_wrote_it(cast, case):
    _talk(cast.see_as("sam"), case, code=HandlingCode.H3)
    seen_by = {
        name for name in ("sam", "fay", "priya") if running_record(cast.see_as(name), case, NOW)
    }
    assert seen_by == {"sam", "priya"}


def test_a_direction_is_signed_by_a_manager_or_not_at_all(cast, case):
    with pytest.raises(CannotRecord, match="Only a manager"):
        _talk(cast.see_as("fay"), case, kind=ConversationKind.DIRECTION)
    assert not Conversation.objects.exists()
    entry = _talk(cast.see_as("maya"), case, kind=ConversationKind.DIRECTION, with_whom="")
    assert entry.recorded_by_id == cast.maya.id


def test_an_attempt_keeps_that_nobody_was_reached(cast, case):
    entry = _talk(cast.see_as("sam"), case, kind=ConversationKind.ATTEMPT)
    assert entry.was_reached is False


def test_an_entry_of_another_case_cannot_be_corrected_from_this_one(cast, case):
    sam = cast.see_as("sam")
    other = opened(cast.see_as("fay"), cast.hub.id)
    first = _talk(sam, other)
    with pytest.raises(NotHere):
        _talk(sam, case, corrects_id=first.id)
