"""What is kept of a person besides what matching weighs: never used to say who somebody is."""

from dataclasses import dataclass, replace
from datetime import date

from openmash.people.rules.person_facts import PersonFacts
from openmash.people.terms import Ethnicity


@dataclass(frozen=True)
class PersonDetails:
    """Everything else that was told about a person; empty means not told (A3, A3.5).

    `address_protected` seals every address told with them, `contact_unsafe` their telephone
    numbers and e-mail addresses: nothing finds a person by what is sealed.
    """

    died_on: date | None = None
    gender: str = ""
    ethnicity: Ethnicity | None = None
    ethnicity_perceived: str = ""
    first_language: str = ""
    needs_interpreter: bool = False
    communication_needs: str = ""
    address_protected: bool = False
    contact_unsafe: bool = False


NO_DETAILS = PersonDetails()


def findable(facts: PersonFacts, details: PersonDetails) -> PersonFacts:
    """Return the facts somebody may be found and matched by: nothing that is to be sealed."""
    if details.address_protected:
        facts = replace(facts, addresses=())
    return replace(facts, phones=(), emails=()) if details.contact_unsafe else facts
