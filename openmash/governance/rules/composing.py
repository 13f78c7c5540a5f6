"""A policy made of parts: shared law and practice first, then a hub's own words, then an edition's.

Each layer is laid on those before it (see `merging`). What a part says of a track or a rating the
hub does not have is left out, so that one part serves many hubs; a hub's own words never are.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from openmash.governance.rules.checks import check_document
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.flaws import Flaw, PolicyUnusable
from openmash.governance.rules.merging import (
    Laying,
    Plain,
    after_flaws,
    found_at,
    layer_flaws,
    taken_out,
    without_flaws,
)
from openmash.governance.rules.narrowing import narrowed
from openmash.governance.rules.tracing import traced
from openmash.governance.terms import Edition

FindPart = Callable[[str], Plain | None]
ABOUT_COMPOSING = frozenset({"made_of", "without", "offers", "editions"})


@dataclass(frozen=True)
class Layer:
    """What one file, or one edition within it, says of a policy."""

    file: str
    says: Plain
    is_part: bool = False

    @property
    def own(self) -> Plain:
        """What it says, without what only says how to compose."""
        return {name: value for name, value in self.says.items() if name not in ABOUT_COMPOSING}


def is_composed(raw: Plain) -> bool:
    """Say whether this is written to be composed, or is a whole policy already."""
    return "editions" in raw or "made_of" in raw


def composed_policy(file: str, raw: Plain, edition: Edition, find_part: FindPart) -> PolicyDocument:
    """Return the policy that a file describes in one edition, or refuse it with every flaw."""
    layers = layers_of(file, raw, edition, find_part)
    try:
        return check_document(composed(layers, edition))
    except PolicyUnusable as unusable:
        raise PolicyUnusable(traced(unusable.flaws, layers, composed(layers, edition))) from None


def editions_in(raw: Plain) -> tuple[Edition, ...]:
    """Return the editions a file has; a whole policy has the one it says it is."""
    written = raw.get("editions") if is_composed(raw) else [raw.get("edition")]
    return tuple(each for each in Edition if each.value in (written or ()))


def layers_of(file: str, raw: Plain, edition: Edition, find_part: FindPart) -> tuple[Layer, ...]:
    """Return what a policy is made of, in the order it is laid, or refuse with every flaw."""
    hub = Layer(file, raw)
    overlay = Layer(f"{file} ({edition.value})", _edition(file, raw, edition))
    flaws: list[Flaw] = []
    made_of = overlay.says.get("made_of", raw.get("made_of")) or ()
    parts = {each.file: each for each in _parts(file, made_of, find_part, flaws, ())}
    layers = (*parts.values(), hub, overlay)
    for each in layers:
        flaws += (replace(flaw, file=each.file) for flaw in _layer_flaws(each))
    if flaws:
        raise PolicyUnusable(dict.fromkeys(flaws))
    return layers


def composed(layers: Sequence[Layer], edition: Edition) -> Plain:
    """Return the whole policy these layers make, unchecked; refuse what cannot be taken out."""
    layers = _narrowed(layers)
    laying = Laying(_shelf(layers))
    whole: Plain = {}
    flaws: list[Flaw] = []
    for each in layers:
        without = each.says.get("without") or {}
        found = tuple(replace(flaw, file=each.file) for flaw in without_flaws(whole, without))
        flaws += found
        whole = laying.laid_on(whole if found else taken_out(whole, without), each.own)
        flaws += (replace(flaw, file=each.file) for flaw in after_flaws(whole, each.own))
    if flaws:
        raise PolicyUnusable(flaws)
    return {**_signs_by_track(whole), "edition": edition.value}


def _signs_by_track(whole: Plain) -> Plain:
    """Put the signs of need in the order of the hub's tracks, whichever part each came from."""
    signs = found_at(whole, "thresholds.indicators")
    if not signs:
        return whole
    tracks = [str(each) for each in whole.get("tracks") or ()]
    places = {track: place for place, track in enumerate(tracks)}
    ordered = sorted(signs, key=lambda each: places.get(str(each.get("track")), len(places)))
    return {**whole, "thresholds": {**whole["thresholds"], "indicators": ordered}}


def _shelf(layers: Sequence[Layer]) -> Plain:
    offered = (each.says.get("offers") or {} for each in layers)
    return reduce(Laying().laid_on, offered, {})


def _narrowed(layers: Sequence[Layer]) -> tuple[Layer, ...]:
    """Leave out of each part what it says of tracks and ratings the hub does not have."""
    tracks = _last_said(layers, "tracks")
    layers = tuple(_narrow(each, "track", tracks) for each in layers)
    ratings = _ratings(layers)
    return tuple(_narrow(each, "rating", ratings) for each in layers)


def _narrow(layer: Layer, word: str, offered: frozenset[str]) -> Layer:
    if not layer.is_part:
        return layer
    return replace(layer, says=narrowed(layer.says, word, offered) or {})


def _ratings(layers: Sequence[Layer]) -> frozenset[str]:
    whole: Plain = {}
    for each in layers:
        gone = (each.says.get("without") or {}).get("ratings") or ()
        whole = taken_out(whole, {"ratings": gone})
        whole = Laying().laid_on(whole, {"ratings": each.says.get("ratings") or ()})
    return frozenset(str(each["code"]) for each in whole["ratings"])


def _last_said(layers: Sequence[Layer], name: str) -> frozenset[str]:
    said: Sequence[Any] = ()
    for each in layers:
        said = each.says.get(name) or said
    return frozenset(map(str, said))


def _edition(file: str, raw: Plain, edition: Edition) -> Plain:
    editions = raw.get("editions") or {}
    if not isinstance(editions, Mapping) or edition.value not in editions:
        wrong = f"There is no edition “{edition.value}”."
        mend = "Add it, with at least its version and effective_from."
        raise PolicyUnusable([Flaw("editions", wrong, mend, file)])
    return editions[edition.value] or {}


def _parts(
    file: str, names: Any, find_part: FindPart, flaws: list[Flaw], above: tuple[str, ...]
) -> Iterator[Layer]:
    for name in names if isinstance(names, list | tuple) else [names]:
        part = find_part(str(name))
        if part is None or name in above:
            wrong = (
                f"There is no part “{name}”." if part is None else f"“{name}” is made of itself."
            )
            flaws.append(
                Flaw("made_of", wrong, "Name a file in presets/parts, without .yaml.", file)
            )
            continue
        within = f"parts/{name}.yaml"
        yield from _parts(within, part.get("made_of") or (), find_part, flaws, (*above, str(name)))
        yield Layer(within, part, is_part=True)


def _layer_flaws(layer: Layer) -> Iterator[Flaw]:
    yield from layer_flaws(layer.own)
    for name in ("without", "offers"):
        if not isinstance(layer.says.get(name) or {}, Mapping):
            yield Flaw(name, "This is not a mapping.", f"Write `{name}: {{outcomes: […]}}`.")
    if layer.is_part:
        yield from layer_flaws(layer.says.get("offers") or {})
    elif "offers" in layer.says:
        yield Flaw("offers", "Only a part has a shelf.", "Move it to a file in presets/parts.")
    if layer.is_part and "editions" in layer.says:
        yield Flaw("editions", "A part has no editions.", "Move them to the hub's own file.")
