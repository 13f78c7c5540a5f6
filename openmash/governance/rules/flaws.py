"""What is wrong with a policy, where, and how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from openmash.core.refusals import Refusal


@dataclass(frozen=True)
class Flaw:
    """One thing wrong: `path` is where, such as `clocks[2].rating`, in `file` if it has one."""

    path: str
    wrong: str
    mend: str
    file: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, {self.path}" if self.file else self.path
        return f"{where}: {self.wrong} {self.mend}"


class PolicyUnusable(Refusal):
    """A policy that cannot be used, with every flaw in it at once."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__(*(str(each) for each in self.flaws))


def shape_flaws(error: ValidationError) -> Iterator[Flaw]:
    """Turn what the shape check found into words a hub manager can act on."""
    errors = error.errors(include_url=False)
    within = {each["loc"][:depth] for each in errors for depth in range(len(each["loc"]))}
    for each in errors:
        emptied = each["type"] == "too_short" and each["loc"] in within
        if not emptied:  # a list is only short because a piece of it is flawed
            yield Flaw(_path(each["loc"]), *_wrong_and_mend(each))


def _wrong_and_mend(error: ErrorDetails) -> tuple[str, str]:
    match error["type"]:
        case "missing":
            return "This is missing.", "Add it."
        case "extra_forbidden":
            return "No policy has this.", "Check the spelling, or take it out."
        case "enum":
            return f"“{error['input']}” is not known.", f"Use {error['ctx']['expected']}."
        case _:
            wrong = error["msg"].removeprefix("Value error, ").rstrip(".")
            return f"{wrong}.", "Put it right here."


def _path(steps: tuple[int | str, ...]) -> str:
    words = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(words).removeprefix(".") or "policy"
