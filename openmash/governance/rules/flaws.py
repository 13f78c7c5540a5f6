"""What is wrong with a policy, where, and how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from openmash.core.refusals import Refusal


@dataclass(frozen=True)
class Flaw:
    """One thing wrong: `path` is where, such as `clocks[2].rating`."""

    path: str
    wrong: str
    mend: str

    def __str__(self) -> str:
        return f"{self.path}: {self.wrong} {self.mend}"


class PolicyUnusable(Refusal):
    """A policy that cannot be used, with every flaw in it at once."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        self.flaws = tuple(flaws)
        super().__init__(*(str(each) for each in self.flaws))


def shape_flaws(error: ValidationError) -> Iterator[Flaw]:
    """Turn what the shape check found into words a hub manager can act on."""
    for each in error.errors(include_url=False):
        path = _path(each["loc"])
        match each["type"]:
            case "missing":
                yield Flaw(path, "This is missing.", "Add it.")
            case "extra_forbidden":
                yield Flaw(path, "No policy has this.", "Check the spelling, or take it out.")
            case "enum":
                known = each["ctx"]["expected"]
                yield Flaw(path, f"“{each['input']}” is not known.", f"Use {known}.")
            case _:
                wrong = each["msg"].removeprefix("Value error, ")
                yield Flaw(path, f"{wrong.rstrip('.')}.", "Put it right here.")


def _path(steps: tuple[int | str, ...]) -> str:
    words = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return "".join(words).removeprefix(".") or "policy"
