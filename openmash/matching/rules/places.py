"""How two people's addresses agree; a refuge or a site shared by many says little."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import product

from openmash.matching.rules.alike import one_slip
from openmash.matching.rules.levels import NOT_KNOWN, Level
from openmash.people.rules import (
    AddressFact,
    PersonFacts,
    address_tokens,
    building_number,
    compact_postcode,
    flat_number,
    is_no_fixed_abode,
    same_building,
)

_STRENGTH: tuple[Level, ...] = (
    "same",
    "postcode",
    "nearly",
    "line",
    "area",
    "shared",
    "different",
    NOT_KNOWN,
)
_SHORTEST_WHOLE = 5
_AREA_LETTERS_FROM_END = 3


def address_level(left: PersonFacts, right: PersonFacts) -> Level:
    """Return how the two places that agree best agree; old addresses count."""
    pairs = product(_comparable(left.addresses), _comparable(right.addresses))
    return min((_pair_level(*pair) for pair in pairs), key=_STRENGTH.index, default=NOT_KNOWN)


def _comparable(addresses: Iterable[AddressFact]) -> list[AddressFact]:
    return [each for each in addresses if not is_no_fixed_abode(each.line)]


@lru_cache(maxsize=20_000)
def _pair_level(one: AddressFact, other: AddressFact) -> Level:
    level = next((level for level, agrees in _LADDER if agrees(one, other)), _absence(one, other))
    shared = one.use.is_shared_by_strangers or other.use.is_shared_by_strangers
    return "shared" if shared and level in ("same", "postcode", "nearly", "line") else level


def _absence(one: AddressFact, other: AddressFact) -> Level:
    """Two postcodes or two lines can differ; a postcode and a line cannot be compared."""
    comparable = (_whole(one) and _whole(other)) or (one.line and other.line)
    return "different" if comparable else NOT_KNOWN


def _is_same(one: AddressFact, other: AddressFact) -> bool:
    return _is_postcode(one, other) and _is_building(one, other)


def _is_postcode(one: AddressFact, other: AddressFact) -> bool:
    return _whole(one) != "" and _whole(one) == _whole(other)


def _is_nearly(one: AddressFact, other: AddressFact) -> bool:
    both = _whole(one), _whole(other)
    return all(both) and one_slip(*both) and _is_building(one, other)


def _is_line(one: AddressFact, other: AddressFact) -> bool:
    tokens = address_tokens(one.line)
    comparable = not (_whole(one) and _whole(other))
    return comparable and len(tokens) > 1 and tokens == address_tokens(other.line)


def _is_area(one: AddressFact, other: AddressFact) -> bool:
    areas = {_area(one), _area(other)}
    return len(areas) == 1 and "" not in areas


_LADDER: tuple[tuple[Level, Callable[[AddressFact, AddressFact], bool]], ...] = (
    ("same", _is_same),
    ("postcode", _is_postcode),
    ("nearly", _is_nearly),
    ("line", _is_line),
    ("area", _is_area),
)


def _is_building(one: AddressFact, other: AddressFact) -> bool:
    if address_tokens(one.line) == address_tokens(other.line) != frozenset():
        return True
    flats = {flat_number(one.line), flat_number(other.line)} - {""}
    return len(flats) < 2 and same_building(building_number(one.line), building_number(other.line))


def _whole(address: AddressFact) -> str:
    compact = compact_postcode(address.postcode)
    return compact if len(compact) >= _SHORTEST_WHOLE else ""


def _area(address: AddressFact) -> str:
    whole = _whole(address)
    return whole[:-_AREA_LETTERS_FROM_END] if whole else compact_postcode(address.postcode)
