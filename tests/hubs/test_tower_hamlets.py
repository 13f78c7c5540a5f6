"""Tower Hamlets: everyone in the hub sees what every agency put in; a file can be restricted."""

import pytest

from openmash.cases.selectors import case_by_id
from openmash.cases.services import restrict_case
from openmash.core.refusals import NotHere
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import SourceCode
from tests.cast import NOW
from tests.hubs.steps import (
    answered,
    arrives,
    asked,
    may_be_shared,
    read_by,
    read_first,
    taken_up,
)

SEEN_TWICE = "Called to the address twice this month."
LATE = "Late nine times this half-term."
WRIST = "A wrist injury, said to be a fall."
INFORMANT = "Named by somebody who must not be known."


@pytest.fixture
def cast(found_hub):
    return found_hub("tower-hamlets")


@pytest.fixture
def case(cast):
    case = taken_up(cast, arrives(cast))
    may_be_shared(cast, case)
    return case


def test_everyone_in_the_hub_sees_what_every_agency_put_in(cast, case):
    police, education, health = asked(cast, case, "police", "education", "health")
    answered(cast, police, SEEN_TWICE, code="H2", by="pia")
    answered(cast, education, LATE, code="H1", by="eve")
    answered(cast, health, WRIST, code="H2", by="amira")
    everything = [WRIST, SEEN_TWICE, LATE]
    for who in ("priya", "fay", "pia", "eve", "amira"):
        assert read_by(cast, who, case) == everything


def test_what_is_for_decision_makers_alone_stays_with_them(cast, case):
    (police,) = asked(cast, case, "police")
    answered(cast, police, INFORMANT, code="H3", by="pia")
    assert read_by(cast, "priya", case) == [INFORMANT]
    assert read_by(cast, "fay", case) == []


def test_somebody_outside_the_hub_sees_nothing_of_it(cast, case):
    (police,) = asked(cast, case, "police")
    answered(cast, police, SEEN_TWICE, by="pia")
    for who in ("lee", "noor"):
        with pytest.raises(NotHere):
            read_by(cast, who, case)


def test_a_file_can_be_restricted_to_named_people(cast, case):
    named = [cast.priya.practitioner_id, cast.maya.practitioner_id]
    restrict_case(
        by=cast.see_as("priya"), case_id=case.id, named=named, why="A colleague's child.", at=NOW
    )
    assert case_by_id(cast.see_as("maya"), case.id).restricted
    for who in ("fay", "sam", "pia"):
        with pytest.raises(NotHere):
            case_by_id(cast.see_as(who), case.id)


HOSPITAL = [
    {"source": SourceCode.EMERGENCY_DEPARTMENT, "organisation": "Emergency department"},
    {"source": SourceCode.OTHER_HEALTH, "organisation": "Fairwater General Hospital"},
]


@pytest.mark.parametrize("told", HOSPITAL, ids=["emergency", "ward"])
def test_a_referral_from_the_hospital_is_passed_on_and_not_checked(cast, told):
    contact = arrives(cast, **told)
    with pytest.raises(CannotScreenYet, match="hospital social work team takes them"):
        read_first(cast, contact, can_decide_now=False)
    assert read_first(cast, contact, can_decide_now=True)


def test_a_general_practices_referral_is_the_hubs(cast):
    contact = arrives(cast, source=SourceCode.GP, organisation="The Surgery")
    assert read_first(cast, contact, can_decide_now=False)
