"""What `docs/hubs.md` says of each hub: its clauses, and what shows each of them."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.architecture.documents import DOCS, PACKAGE, ROOT

PAGE = DOCS / "hubs.md"
AWAITED = "What is awaited"
WHERE = (ROOT / "tests", PACKAGE)


@dataclass(frozen=True)
class Clause:
    """One clause of what makes a hub that hub."""

    hub: str
    words: str
    shown_by: str

    @property
    def tests(self) -> list[tuple[str, str]]:
        """The file and the name of each test that proves it."""
        return re.findall(r"`(test_\w+\.py)::(test_\w+)`", self.shown_by)

    @property
    def awaits(self) -> list[str]:
        """The capabilities it still waits for."""
        return [each.strip() for each in re.findall(r"\*\*awaits\*\* ([^;:`|]+)", self.shown_by)]


def sections() -> dict[str, str]:
    """Return each second-level section by its heading."""
    parts = re.split(r"^## (.+)$", PAGE.read_text(), flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def clauses() -> Iterator[Clause]:
    """Yield every clause of every hub."""
    for hub, text in sections().items():
        if hub != AWAITED:
            yield from (Clause(hub, words, shown) for words, shown in _rows(text))


def awaited() -> set[str]:
    """Return the capabilities the page says are awaited."""
    return {name for name, _ in _rows(sections()[AWAITED])}


def tests_in(file: str) -> set[str]:
    """Return the tests of a file of this name, wherever it is; it must be in one place."""
    (found,) = [each for folder in WHERE for each in folder.rglob(file)]
    tree = ast.parse(found.read_text())
    return {each.name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)}


def _rows(text: str) -> list[tuple[str, str]]:
    """Return the two cells of each row of a table, its head left out."""
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", text, flags=re.MULTILINE)
    return [
        (first, second) for first, second in rows if first not in {"---", "Clause", "Capability"}
    ]
