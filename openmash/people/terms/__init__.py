"""The words this room is written in: names, sexes, identifiers, ties and addresses (A3).

Values are stored; labels are plain English and are translated where they are shown.
"""

from openmash.people.terms.addresses import AddressUse, ContactKind
from openmash.people.terms.identifiers import IdentifierAbsence, IdentifierScheme
from openmash.people.terms.persons import Ethnicity, KeyKind, NameUse, Sex
from openmash.people.terms.ties import RelationshipKind

__all__ = [
    "AddressUse",
    "ContactKind",
    "Ethnicity",
    "IdentifierAbsence",
    "IdentifierScheme",
    "KeyKind",
    "NameUse",
    "RelationshipKind",
    "Sex",
]
