"""Writing people: as told, one record a telling; protected, tied and joined, never merged."""

from openmash.people.services.adding import add_people, add_person
from openmash.people.services.protecting import (
    CannotOpenSealed,
    Unsealed,
    lift_restriction_of_people,
    open_sealed,
    protect_address,
    restrict_people,
)
from openmash.people.services.tying import (
    TieTold,
    add_relationship,
    add_relationships,
    set_identities,
)

__all__ = [
    "CannotOpenSealed",
    "TieTold",
    "Unsealed",
    "add_people",
    "add_person",
    "add_relationship",
    "add_relationships",
    "lift_restriction_of_people",
    "open_sealed",
    "protect_address",
    "restrict_people",
    "set_identities",
]
