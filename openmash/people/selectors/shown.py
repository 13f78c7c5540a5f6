"""A person as a page may show them: name and age first, area before address (look 5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from django.utils.dateformat import format as in_format
from django.utils.translation import gettext as _

from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.people.models import Address, Person, PersonName
from openmash.people.rules import tidy_postcode
from openmash.people.selectors import ages
from openmash.people.selectors.visible import (
    lives_at_a_protected_address,
    people_open_to,
    people_visible_to,
)
from openmash.people.terms import AddressUse, NameUse, Sex

USES_IN_ORDER = (
    NameUse.USUAL,
    NameUse.OFFICIAL,
    NameUse.AS_TOLD,
    NameUse.ALIAS,
    NameUse.NICKNAME,
    NameUse.MAIDEN,
    NameUse.OLD,
)


@dataclass(frozen=True)
class PersonShown:
    """One record of a person, already fetched; a protected address is not in it at all."""

    id: UUID
    identity_id: UUID
    hub_id: UUID
    name: str
    other_names: tuple[str, ...]
    born: PartialDate | None
    expected_on: date | None
    died_on: date | None
    sex: Sex
    area: str
    address_words: str
    address_protected: bool
    restricted: bool

    def age_words(self, on: date) -> str:
        """Return the age on a day in words, when a baby is expected, or nothing."""
        if self.expected_on:
            return _("expected %(day)s") % {"day": _short_day(self.expected_on, on)}
        if self.died_on and self.died_on <= on:
            return _("died %(day)s") % {"day": in_format(self.died_on, "j F Y")}
        return ages.age_words(self.born, on=on)

    def born_words(self) -> str:
        """Return the date of birth no more exactly than it was told, or when it is expected."""
        if self.expected_on:
            return _("expected %(day)s") % {"day": in_format(self.expected_on, "j F Y")}
        return ages.born_words(self.born)


def people_shown(viewer: Viewer, ids: Iterable[UUID], *, on: date) -> dict[UUID, PersonShown]:
    """Return the people of these ids whom the viewer may know of; always three queries."""
    rows = with_what_is_shown(people_visible_to(viewer).filter(id__in=set(ids)))
    return {each.id: as_shown(each, on=on) for each in rows}


def person_for(viewer: Viewer, person_id: UUID, *, on: date) -> PersonShown:
    """Return one person whose record the viewer may open, or raise NotHere."""
    row = with_what_is_shown(people_open_to(viewer)).filter(id=person_id).first()
    if row is None:
        raise NotHere
    return as_shown(row, on=on)


def with_what_is_shown(rows: QuerySet[Person]) -> QuerySet[Person]:
    """Fetch names, addresses and protection along with the people."""
    return rows.annotate(hidden_place=lives_at_a_protected_address()).prefetch_related(
        "names", "addresses"
    )


def as_shown(row: Person, *, on: date) -> PersonShown:
    """Return a person fetched by `with_what_is_shown` as a page may show them."""
    hidden = row.address_protected or bool(getattr(row, "hidden_place", True))
    name, *others = _names(row)
    address = None if hidden else _where_they_live(list(row.addresses.all()), on)
    return PersonShown(
        id=row.id,
        identity_id=row.identity_id,
        hub_id=row.hub_id,
        name=name,
        other_names=tuple(others),
        born=born_of(row),
        expected_on=row.expected_on,
        died_on=row.died_on,
        sex=Sex(row.sex),
        area=area_of(address) if address else "",
        address_words=_("address protected") if hidden else address_words(address),
        address_protected=hidden,
        restricted=row.restricted,
    )


def born_of(row: Person) -> PartialDate | None:
    return PartialDate(row.born_on, Precision(row.born_precision)) if row.born_on else None


def full_name(name: PersonName) -> str:
    return f"{name.given} {name.family}".strip()


def area_of(address: Address) -> str:
    """Return the postcode district, which is all a list may show of where somebody lives."""
    if address.use == AddressUse.NO_FIXED_ABODE:
        return _("no fixed abode")
    return tidy_postcode(address.postcode).partition(" ")[0]


def address_words(address: Address | None) -> str:
    """Return an address in one line, or that it is not known."""
    if address is None:
        return _("not known")
    written = ", ".join(part for part in (address.line, address.postcode) if part)
    if address.use == AddressUse.NO_FIXED_ABODE:
        return written or _("no fixed abode")
    return written or _("not known")


def _names(row: Person) -> list[str]:
    """Return every name once, the one to call them by first."""
    ordered = sorted(row.names.all(), key=lambda each: (_place_of(each), each.recorded_at))
    told = list(dict.fromkeys(full_name(each) for each in ordered))
    if told:
        return told
    return [_("Unborn baby") if row.expected_on else _("Name not known")]


def _place_of(name: PersonName) -> int:
    return USES_IN_ORDER.index(NameUse(name.use))


def _where_they_live(addresses: Sequence[Address], on: date) -> Address | None:
    now = [
        each
        for each in addresses
        if each.use != AddressUse.OLD and (each.lived_until is None or each.lived_until > on)
    ]
    return max(now, key=lambda each: each.recorded_at, default=None)


def _short_day(day: date, on: date) -> str:
    return in_format(day, "j M" if day.year == on.year else "j M Y")
