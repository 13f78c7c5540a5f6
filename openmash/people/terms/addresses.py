"""Words for where people live and how they are reached."""

from enum import StrEnum


class AddressUse(StrEnum):
    """What an address is to the person; `OLD` is kept because it finds people."""

    HOME = "home"
    OLD = "old"
    TEMPORARY = "temporary"
    REFUGE = "refuge"
    SITE = "site"
    INSTITUTION = "institution"
    NO_FIXED_ABODE = "no_fixed_abode"

    @property
    def label(self) -> str:
        return _ADDRESS_LABELS[self]

    @property
    def is_shared_by_strangers(self) -> bool:
        """Say whether living there says little about who somebody is."""
        return self in _SHARED_BY_STRANGERS


_ADDRESS_LABELS: dict[AddressUse, str] = {
    AddressUse.HOME: "Home",
    AddressUse.OLD: "Former address",
    AddressUse.TEMPORARY: "Temporary",
    AddressUse.REFUGE: "Refuge",
    AddressUse.SITE: "Site shared by several families",
    AddressUse.INSTITUTION: "Hospital, care home, prison or other institution",
    AddressUse.NO_FIXED_ABODE: "No fixed abode",
}

_SHARED_BY_STRANGERS = frozenset(
    {
        AddressUse.TEMPORARY,
        AddressUse.REFUGE,
        AddressUse.SITE,
        AddressUse.INSTITUTION,
        AddressUse.NO_FIXED_ABODE,
    }
)


class ContactKind(StrEnum):
    """How somebody is reached."""

    PHONE = "phone"
    EMAIL = "email"

    @property
    def label(self) -> str:
        return "Telephone" if self is ContactKind.PHONE else "E-mail"
