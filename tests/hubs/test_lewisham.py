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
from tests.cast import NOW
from tests.hubs.living import (
    ANSWERED,
    ASKED,
    MAYA,
    SENT,
    answer,
    ask,
    decide,
    handed_over,
    opened,
    read_by,
    screened,
    share,
    told,
)
from tests.steps import a_child

MAN = replace(a_child("Cal", "Rook"), part=Part.ALLEGED_HARM, born=None)
NSPCC = {"organisation": "NSPCC helpline", "source": SourceCode.OTHER}
ANONYMOUS = {"source": SourceCode.ANONYMOUS}
MISSING = {"reasons": (PresentingReason.MISSING,), "source": SourceCode.POLICE}


@pytest.fixture
def cast(found_hub):
    return found_hub("lewisham")


def person_in(contact, part):
    return next(e.person_id for e in subjects_of([contact.id])[contact.id] if e.part == part)


@pytest.mark.parametrize("kind", [NSPCC, ANONYMOUS, MISSING], ids=["nspcc", "anonymous", "missing"])
def test_nspcc_anonymous_and_missing_are_never_decided_unchecked(cast, kind):
    contact = told(cast, **kind)
    with pytest.raises(CannotScreenYet, match="always checked"):
        screened(cast, contact, rating="green", can_decide_now=True)
    assert screened(cast, contact, rating="green")


def test_a_repeat_is_never_decided_unchecked(cast):
    first, again = told(cast, at=SENT.replace(month=9)), told(cast)
    known, told_now = (person_in(each, Part.CHILD_OF_CONCERN) for each in (first, again))
    by = cast.see_as("fay")
    confirm_same(by=by, told_id=told_now, known_id=known, why="The same child.", at=ASKED)
    with pytest.raises(CannotScreenYet, match="repeat"):
        screened(cast, again, rating="green", can_decide_now=True)
    assert screened(cast, first, rating="green", can_decide_now=True)


def test_as_described_it_was_the_same_gate(found_hub):
    cast = found_hub("lewisham", Edition.AS_DESCRIBED)
    with pytest.raises(CannotScreenYet, match="Anonymous"):
        screened(cast, told(cast, **ANONYMOUS), rating="green", can_decide_now=True)


def test_a_decision_says_that_there_was_no_threshold_document(cast):
    case = opened(cast, can_decide_now=True)
    policy = policy_for(cast.priya, cast.hub.id, NOW)
    seen = what_is_seen(read_case(cast.see_as("priya"), case, policy, NOW))
    assert "no threshold document" in seen.thresholds
    assert decide(cast, case, "child_assessment").threshold_version == ""


def test_the_duty_manager_settles_what_agencies_disagree_about(cast):
    case = opened(cast)
    share(cast, case)
    ask(cast, case, "police")

    def rate(who, rating, at, *, as_hub=True):
        by = cast.see_as(who)
        rate_case(by=by, case_id=case.id, rating=rating, why="Heard them.", as_hub=as_hub, at=at)

    rate("tom", "red", ANSWERED, as_hub=False)
    with pytest.raises(CannotRate, match="Seen differently"):
        rate("fay", "green", ANSWERED)
    rate("priya", "green", ANSWERED)
    rate("maya", "amber", NOW)
    with pytest.raises(CannotRate, match="higher step"):
        rate("priya", "green", NOW)
    assert [e.rating for e in ratings_of(case) if e.is_hub] == ["amber", "green", "amber"]


def test_an_adult_who_moves_from_family_to_family_is_seen_in_each(cast):
    first = told(cast, MAYA, MAN, at=SENT.replace(month=9))
    second = told(cast, a_child("Ivy", "Marsh"), MAN)
    known, told_now = (person_in(each, Part.ALLEGED_HARM) for each in (first, second))
    by = cast.see_as("fay")
    confirm_same(by=by, told_id=told_now, known_id=known, why="The same tattoo.", at=NOW)
    panel = repeat_panel(by, cast.hub.id, [told_now], NOW, beside=second)
    assert [each.contact.id for each in panel.rows] == [first.id]


def test_what_the_police_hold_reaches_the_marac(cast):
    contact = told(cast, reasons=(PresentingReason.DOMESTIC_ABUSE,))
    case = opened(cast, contact, Track.DA)
    share(cast, case)
    (police,) = ask(cast, case, "police")
    answer(cast, police, "pia", "Violent to three partners in two years.")
    handover = handed_over(cast, decide(cast, case, "marac"), "Domestic Abuse Service")
    assert handover.team.agency.name == "Kingsholt MARAC coordinator"


def test_members_hear_what_came_of_it_and_do_not_read_what_others_put_in(cast):
    case = opened(cast)
    share(cast, case)
    police, health = ask(cast, case, "police", "health")
    answer(cast, police, "pia", "Called twice this month.")
    answer(cast, health, "amira", "A wrist injury.")
    assert read_by(cast, "amira", case) == {"A wrist injury."}
    assert len(read_by(cast, "priya", case)) == 2


def test_a_record_does_not_go_on_paper(cast, client):
    contact = told(cast)
    page = cast.sign_in(client, "fay").get(f"/contacts/{contact.reference}/").content.decode()
    assert "Records of this hub are not printed." in page
