"""Friday at ten past eleven at night: a child in danger now, and nothing that holds anybody up."""

from datetime import UTC, datetime

import pytest

from tests.journeys.people import People, Person

pytestmark = pytest.mark.browser

LATE_ON_FRIDAY = datetime(2026, 11, 20, 23, 10, tzinfo=UTC)


def test_a_child_in_danger_at_night_is_acted_on_within_minutes(people: People) -> None:
    people.it_is(LATE_ON_FRIDAY)
    abel = people.sits_down("abel")
    abel_takes_the_call(abel)
    case = abel_screens_it_red(abel)
    abel_asks_everybody_at_once(abel, case)
    priya_calls_a_strategy_discussion(people.sits_down("priya"), case)


def abel_takes_the_call(abel: Person) -> None:
    """999 comes first; then the little that is known, and the rest may stay empty (A2.1)."""
    abel.opens("/contacts/record/", on_a_phone=True)
    abel.reads("If somebody is in immediate danger, ring 999 now.")
    abel.presses("No name is known", on_a_phone=True)
    abel.reads("ring 999 now")
    abel.chooses("Somebody is in immediate danger")
    abel.fills("First names", "kayleigh?", within="#person-1")
    abel.fills("Born", "about 4", within="#person-1")
    abel.fills("What happened", "neighbour ringing - screaming, man w/ knife, child inside")
    abel.presses("Record the contact", on_a_phone=True)
    abel.reads("is recorded", "kayleigh?")


def abel_screens_it_red(abel: Person) -> str:
    """The clock from receipt is on the page; Red needs one line of why."""
    abel.reads("Decide the next steps and tell the referrer")
    abel.chooses("Red", of="Rating")
    abel.fills("Why this rating", "knife, child in house")
    abel.chooses("No: ask the agencies")
    abel.fills("Why", "what police hold")
    abel.presses("Finish screening")
    abel.fills("The concern in a few words", "Knife in the home, child inside")
    abel.presses("Open the case", on_a_phone=True)
    return abel.reference


def abel_asks_everybody_at_once(abel: Person, case: str) -> None:
    """One press, before agreement and lawful basis are written out (A7.7)."""
    abel.opens(f"/requests/case/{case}/", on_a_phone=True)
    abel.presses("Ask now: do not wait")
    abel.opens(f"/case/{case}/", on_a_phone=True)
    abel.reads("Rivermead Police", "Rivermead Health")


def priya_calls_a_strategy_discussion(priya: Person, case: str) -> None:
    """No answer has come and nothing is written out, and still the decision goes ahead (A10.6)."""
    priya.opens(f"/decisions/{case}/decide/", on_a_phone=True)
    priya.chooses("Strategy discussion for kayleigh?")
    priya.fills("Why", "A knife, and a small child in the house.")
    priya.page.get_by_role("button", name="Decide:").wait_for()
    priya.reads("It cannot wait, so it goes ahead.")
    priya.presses("Decide:", on_a_phone=True)
    priya.reads("Strategy discussion")
    priya.opens("/cases/tasks/", on_a_phone=True)
    priya.reads("Knife in the home, child inside")
