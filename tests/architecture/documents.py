"""What the documents say of the code, gathered so that a test can hold the two together.

Run as a program, it writes the table of powers into its page again.
"""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from openmash.accounts.terms import POWERS, Power, Role

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PACKAGE = ROOT / "openmash"
POWERS_PAGE = DOCS / "data-protection" / "who-may-see-what.md"
BETWEEN_MARKS = re.compile(r"(<!-- powers -->\n).*?(<!-- end of powers -->)", re.DOTALL)

_ADR = re.compile(r"ADRs? (\d+)")
_RULE = re.compile(r"(?<![\w.])(A\d{1,2}(?:\.\d{1,2}a?)?|[TI]\d{1,2}[a-z]?)(?![\w.]*\w)")
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_SETTING = re.compile(r"environment\.\w+\(\s*\"([A-Z_]+)\"")


def pages() -> list[Path]:
    """Return every page of documentation: the docs, the README, and each room's own."""
    rooms = [each for each in PACKAGE.glob("*/README.md") if each.is_file()]
    return sorted([ROOT / "README.md", *DOCS.rglob("*.md"), *rooms])


def sources() -> list[Path]:
    """Return what may cite a decision or a rule."""
    found = [each for folder in (PACKAGE, ROOT / "tests") for each in folder.rglob("*.py")]
    return sorted([*found, ROOT / "conftest.py", ROOT / "pyproject.toml"])


def decisions_cited() -> dict[int, list[str]]:
    """Return each decision the code cites, with where."""
    return _cited(_ADR, sources(), int)


def rules_cited() -> dict[str, list[str]]:
    """Return each rule id in a comment or a docstring of the rooms, with where."""
    found: dict[str, list[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for citation in _in_brackets(path):
            for rule in _RULE.findall(citation):
                found.setdefault(rule, []).append(str(path.relative_to(ROOT)))
    return found


def _in_brackets(path: Path) -> Iterator[str]:
    """Yield what stands in brackets in a docstring: that is where a rule is cited."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            yield from re.findall(r"\(([^()]*)\)", ast.get_docstring(node) or "")


def _cited(pattern: re.Pattern[str], paths: list[Path], kind: type[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for path in paths:
        for cited in pattern.findall(path.read_text()):
            found.setdefault(kind(cited), []).append(str(path.relative_to(ROOT)))
    return found


def decision_pages() -> dict[int, Path]:
    return {int(each.name[:4]): each for each in (DOCS / "adr").glob("0*.md")}


def dependencies() -> set[str]:
    """Return the name of every package asked for, for Python and from npm."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    front_end = json.loads((ROOT / "frontend" / "package.json").read_text())
    npm = {**front_end.get("dependencies", {}), **front_end.get("devDependencies", {})}
    return {re.split(r"[\[<>=~! ]", each)[0] for each in asked} | set(npm)


def first_column(page: Path) -> list[str]:
    """Return the first cell of every row of the page's tables."""
    rows = [each for each in page.read_text().splitlines() if each.startswith("| ")]
    cells = [each.split("|")[1].strip() for each in rows]
    return [each for each in cells if set(each) - set("-: ")]


def links() -> Iterator[tuple[Path, str]]:
    """Yield each link of each page that leads to another file."""
    for page in pages():
        for target in _LINK.findall(page.read_text()):
            if not re.match(r"[a-z]+:", target):
                yield page, target


def settings_read() -> set[str]:
    """Return every variable the settings read from the environment."""
    return set(_SETTING.findall((PACKAGE / "config" / "settings.py").read_text()))


def checks_made() -> set[str]:
    """Return the id of every system check of ours."""
    return set(re.findall(r"openmash\.[EW]\d{3}", (PACKAGE / "config" / "checks.py").read_text()))


def code_in(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(), re.DOTALL)


def powers_table() -> str:
    """Return the table of which role carries which power."""
    lines = ["| Role | Powers |", "| --- | --- |"]
    for role in Role:
        held = [f"`{power.value}`" for power in Power if power in POWERS[role]]
        lines.append(f"| {role.label} | {' '.join(held)} |")
    return "\n".join(lines) + "\n"


def with_powers(page: str) -> str:
    """Return a page with the table of powers as the code has it."""
    return BETWEEN_MARKS.sub(lambda found: found[1] + powers_table() + found[2], page)


if __name__ == "__main__":
    POWERS_PAGE.write_text(with_powers(POWERS_PAGE.read_text()))
