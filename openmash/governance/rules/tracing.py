"""Which file said it: a flaw in a composed policy is told by file and by name, not by number."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from openmash.governance.rules.flaws import Flaw
from openmash.governance.rules.merging import KEYS, Key, Plain, in_words, joined, key_of

STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
Step = str | int | Key


class Said(Protocol):
    """A layer: a file and what it says."""

    @property
    def file(self) -> str: ...

    @property
    def says(self) -> Plain: ...


def traced(flaws: Iterable[Flaw], layers: Sequence[Said], whole: Plain) -> Iterator[Flaw]:
    """Yield each flaw with the file that last spoke there, and its pieces by name."""
    for flaw in flaws:
        steps = tuple(_steps(flaw.path, whole))
        yield replace(flaw, path=_path(steps) or flaw.path, file=_who_says(steps, layers))


def _steps(path: str, whole: Any) -> Iterator[Step]:
    """Yield the way to a flaw, each piece of a keyed list by its key."""
    place = ""
    for number, name in STEP.findall(path):
        if not number:
            place = joined(place, name)
            whole = whole.get(name) if isinstance(whole, Mapping) else None
            yield name
            continue
        listed = isinstance(whole, list | tuple) and int(number) < len(whole)
        whole = whole[int(number)] if listed else None
        yield key_of(whole, place) if place in KEYS and listed else int(number)


def _path(steps: Sequence[Step]) -> str:
    words = (f".{each}" if isinstance(each, str) else f"[{_word(each)}]" for each in steps)
    return "".join(words).removeprefix(".")


def _word(step: Step) -> str:
    return in_words(step) if isinstance(step, tuple) else str(step)


def _who_says(steps: Sequence[Step], layers: Sequence[Said]) -> str:
    """Return the file that goes furthest towards the flaw; of several, the last."""
    depths = [
        (_depth(steps, says), place, layer.file)
        for place, layer in enumerate(layers)
        for says in (layer.says, layer.says.get("offers") or {})
    ]
    return max(depths)[2] if depths else ""


def _depth(steps: Sequence[Step], says: Any) -> int:
    place = ""
    for depth, step in enumerate(steps):
        if isinstance(step, str):
            place = joined(place, step)
            says = says.get(step) if isinstance(says, Mapping) else None
        elif isinstance(step, tuple):
            says = next((each for each in says if key_of(each, place) == step), None)
        else:
            says = says[step] if isinstance(says, list | tuple) and step < len(says) else None
        if says is None:
            return depth
    return len(steps)
