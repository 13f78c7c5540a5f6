"""Devon: gathered from whoever knows, near and far, and then a social work manager decides."""

import pytest

from openmash.decisions.services import CannotDecideYet
from tests.hubs.living import answer, ask, decide, opened, read_by, share
from tests.hubs.reading import usually_asked


@pytest.fixture
def cast(found_hub):
    return found_hub("devon")


@pytest.fixture
def case(cast):
    case = opened(cast)
    share(cast, case)
    return case


@pytest.mark.parametrize("who", ["fay", "tom"])
def test_nobody_but_a_social_work_manager_decides(cast, case, who):
    ask(cast, case, "police")
    with pytest.raises(CannotDecideYet):
        decide(cast, case, "child_assessment", by=who, without_returns_because="It is clear.")


def test_a_social_work_manager_decides_once_it_is_gathered(cast, case):
    police, camhs = ask(cast, case, "police", "camhs")
    answer(cast, police, "pia", "Called to the address twice this month.")
    answer(cast, camhs, "cara", "On the waiting list since June.")
    assert len(read_by(cast, "priya", case)) == 2
    assert decide(cast, case, "child_assessment").decided_by_id == cast.priya.practitioner_id


def test_those_linked_from_afar_are_asked_like_those_in_the_room(cast, case):
    asked = usually_asked(cast, case)
    assert {"Dunmoor Police", "Dunmoor Health", "Dunmoor Education"} <= asked
    assert {
        "Dunmoor Early Years",
        "Dunmoor Youth Justice Service",
        "Dunmoor Children's Mental Health",
        "Dunmoor Adult Mental Health",
        "Dunmoor Housing",
        "Probation Service, Dunmoor",
    } <= asked


def test_the_ambulance_service_is_asked_where_a_child_is_in_danger(cast):
    case = opened(cast, rating="red")
    assert "Dunmoor Ambulance Service" in usually_asked(cast, case)
