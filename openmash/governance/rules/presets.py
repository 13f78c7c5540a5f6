"""The policies OpenMASH ships: one readable file each, complete, and checked like any other."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml

from openmash.core.refusals import Refusal
from openmash.governance.rules.checks import check_document
from openmash.governance.rules.document import PolicyDocument

SHELF = "openmash.governance"


class NoSuchPreset(Refusal):
    """Somebody asked for a preset that is not on the shelf."""


def preset_names() -> tuple[str, ...]:
    """Return the names of the presets, in order."""
    return tuple(sorted(each.name.removesuffix(".yaml") for each in _shelf() if _is_preset(each)))


@cache
def load_preset(name: str) -> PolicyDocument:
    """Return a preset's policy, as fit for use as a hub's own."""
    if name not in preset_names():
        raise NoSuchPreset(f"There is no preset “{name}”. Choose from {', '.join(preset_names())}.")
    text = files(SHELF).joinpath("presets", f"{name}.yaml").read_text(encoding="utf-8")
    return check_document(yaml.safe_load(text))


def _shelf() -> list[Traversable]:
    return list(files(SHELF).joinpath("presets").iterdir())


def _is_preset(file: Traversable) -> bool:
    return file.name.endswith(".yaml")
