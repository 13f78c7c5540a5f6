"""What is known of one person, as plain values: what keys are made of and matching compares.

The caller leaves out what may not be used: protected addresses, unsafe contact details.
"""

from dataclasses import dataclass
from datetime import date

from openmash.core.partial_dates import PartialDate
from openmash.people.terms import AddressUse, IdentifierScheme, NameUse, Sex


@dataclass(frozen=True)
class NameFact:
    """One name somebody goes by, in its own spelling; either half may be empty."""

    given: str = ""
    family: str = ""
    use: NameUse = NameUse.USUAL

    @property
    def full(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class AddressFact:
    """One place somebody lives or lived, as far as it was told."""

    line: str = ""
    postcode: str = ""
    use: AddressUse = AddressUse.HOME


@dataclass(frozen=True)
class IdentifierFact:
    """One number somebody is known by."""

    scheme: IdentifierScheme
    value: str


@dataclass(frozen=True)
class PersonFacts:
    """Everything matching may weigh about one person; empty means not known (A3.1)."""

    names: tuple[NameFact, ...] = ()
    born: PartialDate | None = None
    expected_on: date | None = None
    sex: Sex = Sex.NOT_KNOWN
    addresses: tuple[AddressFact, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    identifiers: tuple[IdentifierFact, ...] = ()
