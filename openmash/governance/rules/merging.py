"""How one layer of a policy is laid on another (ADR 21).

Mappings merge. Lists of named pieces merge by their key. Every other list, and every plain word,
replaces what was there. `without` takes named pieces out of what lies beneath.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from openmash.governance.rules.flaws import Flaw

Key = tuple[str | None, ...]
Plain = Mapping[str, Any]

AFTER = "after"  # where a piece says to stand, if not at the end

KEYS: dict[str, tuple[str, ...]] = {
    "hub.sites": ("code",),
    "calendars": ("name",),
    "levels": ("level",),
    "ratings": ("code",),
    "scales": ("agency", "name"),
    "scales.grades": ("code",),
    "thresholds.indicators": ("code",),
    "clocks": ("kind", "track", "rating"),
    "late_reasons": ("code",),
    "agencies": ("kind", "code"),
    "presenting_reasons": ("code",),
    "outcomes": ("code",),
    "feedback": ("referrer", "occasion"),
    "scope": ("code",),
    "gate.always_check": ("code",),
    "gate.direct": ("code",),
    "site_thresholds": ("site",),
    "site_thresholds.indicators": ("code",),
    "retention_zones": ("zone",),
    "meetings": ("code",),
    "teams": ("agency", "code"),
    "law": ("track",),
}


@dataclass(frozen=True)
class Laying:
    """Lays one layer on what lies beneath, taking from a shelf what a named piece leaves unsaid.

    Nothing on the shelf is in a policy until a layer names it.
    """

    shelf: Plain = field(default_factory=dict)

    def laid_on(self, beneath: Any, layer: Any, path: str = "") -> Any:
        """Return `layer` laid on `beneath`; neither is changed."""
        if path in KEYS and isinstance(layer, Sequence):
            return self._pieces(beneath or (), layer, path)
        if not isinstance(layer, Mapping):
            return layer
        under = beneath if isinstance(beneath, Mapping) else {}
        over = {
            name: self.laid_on(under.get(name), value, joined(path, name))
            for name, value in layer.items()
        }
        return {**under, **over}

    def _pieces(self, beneath: Sequence[Plain], layer: Sequence[Plain], path: str) -> list[Any]:
        found = {key_of(piece, path): piece for piece in beneath}
        for piece in layer:
            key = key_of(piece, path)
            own = {name: value for name, value in piece.items() if name != AFTER}
            under = found[key] if key in found else self._on_the_shelf(key, path)
            found[key] = self.laid_on(under, own, path)
            if AFTER in piece:
                found = _moved(found, key, only(piece[AFTER], path))
        return list(found.values())

    def _on_the_shelf(self, key: Key, path: str) -> Any:
        """Return what the shelf has by this key, or by its first word where it has no more."""
        pieces = {key_of(piece, path): piece for piece in found_at(self.shelf, path) or ()}
        return pieces.get(key) or pieces.get(only(key[0], path), {})


def _moved(found: dict[Key, Any], key: Key, after: Key) -> dict[Key, Any]:
    """Return the pieces with one put straight after another, if the other is there."""
    if after not in found or after == key:
        return found
    piece = found.pop(key)
    order = {each: (each, key) if each == after else (each,) for each in found}
    found[key] = piece
    return {each: found[each] for group in order.values() for each in group}


def joined(path: str, name: str) -> str:
    """Return the path of a name within a path; a piece of a list has no number in it."""
    return f"{path}.{name}".removeprefix(".")


def key_of(piece: Any, path: str) -> Key:
    """Return what tells a piece from the others in its list; a plain word is the first of a key."""
    if not isinstance(piece, Mapping):
        return only(piece, path)
    values = (piece.get(name) for name in KEYS[path])
    return tuple(None if value is None else str(value) for value in values)


def only(first: Any, path: str) -> Key:
    """Return the key that says its first word and no more."""
    return (str(first), *(None for _ in KEYS[path][1:]))


def in_words(key: Key) -> str:
    """Return a key as somebody would say it."""
    return " ".join(each for each in key if each is not None)


def found_at(whole: Any, path: str) -> Any:
    """Return what is at a dotted path of mappings, or None."""
    for name in path.split("."):
        whole = whole.get(name) if isinstance(whole, Mapping) else None
    return whole


def taken_out(beneath: Plain, without: Plain) -> Plain:
    """Return what lies beneath with the named pieces taken out."""
    for path, names in without.items():
        gone = {key_of(name, path) for name in names}
        kept = [piece for piece in found_at(beneath, path) or () if key_of(piece, path) not in gone]
        beneath = _put_at(beneath, path.split("."), kept)
    return beneath


def _put_at(whole: Plain, names: Sequence[str], value: Any) -> Plain:
    first, *rest = names
    within = whole.get(first)
    inner = _put_at(within if isinstance(within, Mapping) else {}, rest, value) if rest else value
    return {**whole, first: inner}


def layer_flaws(layer: Any, path: str = "") -> Iterator[Flaw]:
    """Yield what would keep a layer from being laid: pieces without a key, or said twice."""
    if path in KEYS and layer is not None:
        yield from _piece_flaws(layer, path)
    elif isinstance(layer, Mapping):
        for name, value in layer.items():
            yield from layer_flaws(value, joined(path, str(name)))


def _piece_flaws(layer: Any, path: str) -> Iterator[Flaw]:
    first = KEYS[path][0]
    pieces = layer if isinstance(layer, list | tuple) else [None]
    seen: set[Key] = set()
    for place, piece in enumerate(pieces):
        where = f"{path}[{place}]"
        if not isinstance(piece, Mapping) or piece.get(first) is None:
            yield Flaw(where, "Nobody can tell which piece this is.", f"Give it its {first}.")
            continue
        key = key_of(piece, path)
        if key in seen:
            wrong = f"“{in_words(key)}” is there twice."
            yield Flaw(where, wrong, f"Put them together, or give each its own {_fields(path)}.")
        seen.add(key)
        for name, value in piece.items():
            yield from layer_flaws(value, joined(path, str(name)))


def without_flaws(beneath: Plain, without: Plain) -> Iterator[Flaw]:
    """Yield what cannot be taken out, because no such piece lies beneath."""
    for path, names in without.items():
        if path not in KEYS or not isinstance(names, list | tuple):
            lists = ", ".join(KEYS)
            yield Flaw(f"without.{path}", "Nothing can be taken out of this.", f"Use {lists}.")
            continue
        have = {key_of(piece, path) for piece in found_at(beneath, path) or ()}
        for name in names:
            if key_of(name, path) not in have:
                wrong = f"“{in_words(key_of(name, path))}” is not there to be taken out."
                known = "; ".join(in_words(each) for each in sorted(have, key=str)) or "nothing"
                yield Flaw(f"without.{path}", wrong, f"Name one that is: {known}.")


def after_flaws(whole: Plain, layer: Any, path: str = "") -> Iterator[Flaw]:
    """Yield each piece of a layer that would stand after one that is not there."""
    if isinstance(layer, Mapping):
        for name, value in layer.items():
            yield from after_flaws(whole, value, joined(path, str(name)))
    elif path in KEYS:
        have = {key_of(piece, path) for piece in found_at(whole, path) or ()}
        for piece in layer or ():
            after = piece.get(AFTER)
            if after is not None and only(after, path) not in have:
                where = f"{path}[{in_words(key_of(piece, path))}].{AFTER}"
                yield Flaw(
                    where, f"“{after}” is not there to stand after.", "Name a piece that is."
                )


def _fields(path: str) -> str:
    return ", ".join(KEYS[path])
