"""What is kept of a person besides what matching weighs: never used to say who somebody is."""

from dataclasses import dataclass
from datetime import date

from openmash.people.terms import Ethnicity


@dataclass(frozen=True)
class PersonDetails:
    """Everything else that was told about a person; empty means not told (A3, A3.5).

    `address_protected` seals every address told with them; `contact_unsafe` seals their telephone
    numbers and e-mail addresses. `restricted` hides the person from all but the `audience`.
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
    restricted: bool = False


NO_DETAILS = PersonDetails()
