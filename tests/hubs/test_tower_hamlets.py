"""Tower Hamlets: everyone in the hub sees what every agency put in; a file can be restricted."""

import pytest

from openmash.cases.selectors import case_by_id
from openmash.cases.services import restrict_case
from openmash.core.refusals import NotHere
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import SourceCode
from tests.cast import NOW
from tests.hubs.living import answer, ask, opened, read_by, screened, share, told

SEEN_TWICE = "Called to the address twice this month."
LATE = "Late nine times this half-term."
WRIST = "A wrist injury, said to be a fall."
HOSPITAL = [
    {"source": SourceCode.EMERGENCY_DEPARTMENT, "organisation": "Emergency department"},
    {"source": SourceCode.OTHER_HEALTH, "organisation": "Fairwater General Hospital"},
]


@pytest.fixture
def cast(found_hub):
    return found_hub("tower-hamlets")


@pytest.fixture
def case(cast):
    case = opened(cast)
    share(cast, case)
    return case


def test_everyone_in_the_hub_sees_and_adds_what_every_agency_put_in(cast, case):
    police, education, health = ask(cast, case, "police", "education", "health")
    answer(cast, police, "pia", SEEN_TWICE, code="H2")
    answer(cast, education, "eve", LATE, code="H1")
    answer(cast, health, "amira", WRIST, code="H2")
    for who in ("priya", "fay", "pia", "eve", "amira"):
        assert read_by(cast, who, case) == {WRIST, SEEN_TWICE, LATE}


def test_what_is_for_decision_makers_alone_stays_with_them(cast, case):
    (police,) = ask(cast, case, "police")
    answer(cast, police, "pia", "Named by somebody who must not be known.", code="H3")
    assert len(read_by(cast, "priya", case)) == 1
    assert read_by(cast, "fay", case) == set()


def test_somebody_outside_the_hub_sees_nothing_of_it(cast, case):
    for who in ("lee", "noor"):
        with pytest.raises(NotHere):
            case_by_id(cast.see_as(who), case.id)


def test_a_file_can_be_restricted_to_named_people(cast, case):
    named = [cast.priya.practitioner_id, cast.maya.practitioner_id]
    restrict_case(
        by=cast.see_as("priya"), case_id=case.id, named=named, why="A colleague's child.", at=NOW
    )
    assert case_by_id(cast.see_as("maya"), case.id).restricted
    for who in ("fay", "sam", "pia"):
        with pytest.raises(NotHere):
            case_by_id(cast.see_as(who), case.id)


@pytest.mark.parametrize("sender", HOSPITAL, ids=["emergency", "ward"])
def test_a_referral_from_the_hospital_is_passed_on_and_not_checked(cast, sender):
    contact = told(cast, **sender)
    with pytest.raises(CannotScreenYet, match="hospital social work team takes them"):
        screened(cast, contact)
    assert screened(cast, contact, can_decide_now=True)


@pytest.mark.parametrize(
    ("reason", "team"),
    [("disability", "disabled children's team"), ("private_fostering", "private fostering team")],
)
def test_disabled_children_and_private_fostering_are_offered_on_the_form_and_passed_on(
    cast, client, reason, team
):
    page = cast.sign_in(client, "lee").get("/contacts/refer/").content.decode()
    assert f'value="{reason}"' in page
    contact = told(cast, reasons=(reason,))
    with pytest.raises(CannotScreenYet, match=team):
        screened(cast, contact)
    assert screened(cast, contact, can_decide_now=True)


def test_a_general_practices_referral_is_the_hubs(cast):
    assert screened(cast, told(cast, source=SourceCode.GP, organisation="The Surgery"))
