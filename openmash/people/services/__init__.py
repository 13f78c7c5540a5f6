"""Writing people: as told, one record a telling; protected, tied and joined, never merged."""

from openmash.people.services.adding import add_person
from openmash.people.services.protecting import (
    CannotOpenSealed,
    Unsealed,
    open_sealed,
    protect_address,
    restrict_people,
)
from openmash.people.services.tying import add_relationship, set_identities

__all__ = [
    "CannotOpenSealed",
    "Unsealed",
    "add_person",
    "add_relationship",
    "open_sealed",
    "protect_address",
    "restrict_people",
    "set_identities",
]
