"""A policy named on a command line: a preset, or a file, whole or made of the shipped parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openmash.governance.rules.checks import check_document
from openmash.governance.rules.composing import (
    FindPart,
    composed_policy,
    editions_in,
    is_composed,
)
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.flaws import Flaw, PolicyUnusable
from openmash.governance.rules.front_doors import (
    PREFIX,
    NoSuchFrontDoor,
    front_door_called,
    front_door_source,
    said_for,
)
from openmash.governance.rules.merging import Plain
from openmash.governance.rules.presets import part_called, preset_names, preset_source
from openmash.governance.rules.reading import read_yaml
from openmash.governance.terms import Edition


@dataclass(frozen=True)
class PolicySource:
    """What a policy was read from: the file's name, what it says, and where its parts are."""

    file: str
    says: Plain
    find_part: FindPart = part_called

    @property
    def editions(self) -> tuple[Edition, ...]:
        return editions_in(self.says)

    def policy(self, edition: Edition) -> PolicyDocument:
        """Return the policy in one edition, or refuse it with every flaw, told by its file."""
        if is_composed(self.says):
            return composed_policy(self.file, self.says, edition, self.find_part)
        try:
            return check_document(self.says)
        except PolicyUnusable as unusable:
            raise PolicyUnusable(_in_file(unusable.flaws, self.file)) from None


def source_called(name: str) -> PolicySource:
    """Return a preset by its name, or a file by its path; refuse what is neither.

    `wales/torfaen` is a row of the table of Welsh front doors.
    """
    if name in preset_names():
        return PolicySource(f"{name}.yaml", preset_source(name))
    if name.startswith(PREFIX):
        return _front_door(name)
    path = Path(name)
    if not path.is_file():
        known = ", ".join(preset_names())
        wrong = f"There is no preset and no file “{name}”."
        raise PolicyUnusable([Flaw("policy", wrong, f"Name a file, or one of: {known}.")])
    return PolicySource(path.name, read_yaml(path.name, path.read_text(encoding="utf-8")))


def _front_door(name: str) -> PolicySource:
    try:
        row = front_door_called(name.removeprefix(PREFIX))
    except NoSuchFrontDoor as unknown:
        flaw = Flaw("policy", f"There is no front door “{name}”.", " ".join(unknown.reasons))
        raise PolicyUnusable([flaw]) from unknown
    return PolicySource(name, front_door_source(row), said_for(row))


def _in_file(flaws: tuple[Flaw, ...], file: str) -> Iterator[Flaw]:
    return (Flaw(each.path, each.wrong, each.mend, file) for each in flaws)
