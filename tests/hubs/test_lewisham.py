"""Lewisham: no threshold document, which it says; four kinds of contact that are always checked."""

from dataclasses import replace

import pytest

from openmash.cases.selectors import ratings_of
from openmash.cases.services import CannotRate, rate_case
from openmash.decisions.selectors import read_case, what_is_seen
from openmash.governance.selectors import policy_for
from openmash.governance.terms import Edition, Track
from openmash.intake.selectors import repeat_panel, subjects_of
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import Part, PresentingReason, SourceCode
from openmash.matching.services import confirm_same
from openmash.pathways.services import hand_over
from tests.cast import NOW
from tests.hubs.steps import (
    CHILD,
    HOUR,
    answered,
    arrives,
    asked,
    decided,
    may_be_shared,
    read_by,
    read_first,
    taken_up,
)
from tests.steps import a_child

MAN = replace(a_child("Cal", "Rook"), part=Part.ALLEGED_HARM, born=None, address="", postcode="")
NSPCC = {"organisation": "NSPCC helpline", "source": SourceCode.OTHER}
ANONYMOUS = {"organisation": "", "source": SourceCode.ANONYMOUS, "is_professional": False}
MISSING = {"reasons": [PresentingReason.MISSING], "source": SourceCode.POLICE}


@pytest.fixture
def cast(found_hub):
    return found_hub("lewisham")


@pytest.mark.parametrize("kind", [NSPCC, ANONYMOUS, MISSING], ids=["nspcc", "anonymous", "missing"])
def test_nspcc_anonymous_and_missing_are_never_decided_unchecked(cast, kind):
    contact = arrives(cast, **kind)
    with pytest.raises(CannotScreenYet, match="always checked"):
        read_first(cast, contact, rating="green", can_decide_now=True)
    assert read_first(cast, contact, rating="green", can_decide_now=False)


def test_a_repeat_is_never_decided_unchecked(cast):
    first = arrives(cast, at=NOW - 400 * HOUR)
    again = arrives(cast)
    known, told = (subjects_of([e.id])[e.id][0].person_id for e in (first, again))
    confirm_same(by=cast.see_as("fay"), told_id=told, known_id=known, why="The same.", at=NOW)
    with pytest.raises(CannotScreenYet, match="repeat"):
        read_first(cast, again, rating="green", can_decide_now=True)
    assert read_first(cast, first, rating="green", can_decide_now=True)


def test_a_decision_says_that_there_was_no_threshold_document(cast):
    case = taken_up(cast, arrives(cast), can_decide_now=True)
    assert decided(cast, case, "child_assessment").threshold_version == ""
    policy = policy_for(cast.priya, cast.hub.id, NOW)
    seen = what_is_seen(read_case(cast.see_as("priya"), case, policy, NOW))
    assert "no threshold document" in seen.thresholds


def test_the_duty_manager_settles_what_agencies_disagree_about(cast):
    case = taken_up(cast, arrives(cast))
    may_be_shared(cast, case)
    asked(cast, case, "police")
    hub, rate = {"as_hub": True, "case_id": case.id}, rate_case
    tom = cast.see_as("tom")
    rate(by=tom, rating="red", why="We know him.", as_hub=False, case_id=case.id, at=NOW - HOUR)
    with pytest.raises(CannotRate, match="Seen differently"):
        rate(by=cast.see_as("fay"), rating="green", why="Nothing new.", at=NOW - HOUR, **hub)
    rate(by=cast.see_as("priya"), rating="green", why="Heard both.", at=NOW - HOUR, **hub)
    rate(by=cast.see_as("maya"), rating="amber", why="Heard all three.", at=NOW, **hub)
    with pytest.raises(CannotRate, match="higher step"):
        rate(by=cast.see_as("priya"), rating="green", why="Still green.", at=NOW, **hub)
    assert [each.rating for each in ratings_of(case) if each.is_hub][-1] == "amber"


def test_an_adult_who_moves_from_family_to_family_is_seen_in_each(cast):
    first = arrives(cast, CHILD, MAN, at=NOW - 400 * HOUR)
    second = arrives(cast, a_child("Ivy", "Marsh"), MAN)
    one, other = (
        next(s.person_id for s in subjects_of([c.id])[c.id] if s.part == Part.ALLEGED_HARM)
        for c in (first, second)
    )
    by = cast.see_as("fay")
    confirm_same(by=by, told_id=other, known_id=one, why="The same tattoo.", at=NOW)
    panel = repeat_panel(by, cast.hub.id, [other], NOW, beside=second)
    assert [each.contact.id for each in panel.rows] == [first.id]


def test_what_the_police_hold_reaches_the_marac(cast):
    contact = arrives(cast, reasons=[PresentingReason.DOMESTIC_ABUSE])
    case = taken_up(cast, contact, tracks=[Track.DA])
    may_be_shared(cast, case)
    (police,) = asked(cast, case, "police")
    answered(cast, police, "Violent to three partners in two years.", by="pia")
    decision = decided(cast, case, "marac", track=Track.DA)
    handover = hand_over(
        by=cast.see_as("fay"),
        decision_id=decision.id,
        team_id=cast.team("da_service"),
        summary="High risk: three partners, and rising.",
        at=NOW,
    )
    assert handover.team.agency_id == cast.agencies["da_service"].id


def test_members_hear_what_came_of_it_and_do_not_read_what_others_put_in(cast):
    case = taken_up(cast, arrives(cast))
    may_be_shared(cast, case)
    police, health = asked(cast, case, "police", "health")
    answered(cast, police, "Called twice this month.", by="pia")
    answered(cast, health, "A wrist injury.", by="amira")
    assert read_by(cast, "amira", case) == ["A wrist injury."]
    assert len(read_by(cast, "priya", case)) == 2


def test_as_described_it_was_the_same_gate(found_hub):
    cast = found_hub("lewisham", Edition.AS_DESCRIBED)
    with pytest.raises(CannotScreenYet, match="Anonymous"):
        read_first(cast, arrives(cast, **ANONYMOUS), rating="green", can_decide_now=True)
