"""The policies OpenMASH ships: one readable file for each hub, made of shared parts (ADR 21).

Each comes in two editions: as its source described it, and the same model under today's law.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from openmash.core.refusals import Refusal
from openmash.governance.rules.composing import composed_policy
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.reading import read_yaml
from openmash.governance.terms import Edition

SHELF = "openmash.governance"


class NoSuchPreset(Refusal):
    """Somebody asked for a preset that is not on the shelf."""


@cache
def preset_names() -> tuple[str, ...]:
    """Return the names of the presets, in order."""
    return _names(_shelf())


@cache
def part_names() -> tuple[str, ...]:
    """Return the names of the parts presets are made of, in order."""
    return _names(_shelf().joinpath("parts"))


def load_preset(name: str, edition: Edition = Edition.TODAY) -> PolicyDocument:
    """Return a preset's policy in one edition, as fit for use as a hub's own."""
    return _loaded(name, edition)


@cache
def _loaded(name: str, edition: Edition) -> PolicyDocument:
    return composed_policy(f"{name}.yaml", preset_source(name), edition, part_called)


@cache
def preset_source(name: str) -> Mapping[str, Any]:
    """Return what a preset's own file says, before it is composed."""
    if name not in preset_names():
        raise NoSuchPreset(f"There is no preset “{name}”. Choose from {', '.join(preset_names())}.")
    return _read(_shelf().joinpath(f"{name}.yaml"))


@cache
def part_called(name: str) -> Mapping[str, Any] | None:
    """Return what a part says, if there is one of this name."""
    return _read(_shelf().joinpath("parts", f"{name}.yaml")) if name in part_names() else None


def _read(file: Traversable) -> Mapping[str, Any]:
    return read_yaml(file.name, file.read_text(encoding="utf-8"))


def _shelf() -> Traversable:
    return files(SHELF).joinpath("presets")


def _names(folder: Traversable) -> tuple[str, ...]:
    named = (each.name for each in folder.iterdir())
    return tuple(sorted(each.removesuffix(".yaml") for each in named if each.endswith(".yaml")))
