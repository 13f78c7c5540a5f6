"""The house keeps its own rules, and each rule is seen to catch a trespass (ADRs 2, 3, 4).

A trespass is tried in a temporary copy of the package, where nothing else is wrong.
"""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from openmash.config import diagnosis
from tests.architecture.rooms import trespasses_on_models

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "openmash"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to trespass in."""
    leave_out = shutil.ignore_patterns("static", "locale", "templates", "__pycache__", "tests")
    shutil.copytree(PACKAGE, tmp_path / "openmash", ignore=leave_out)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def _run(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)


def _lint_imports(folder: Path) -> str:
    program = Path(sys.executable).parent / "lint-imports"
    ended = _run(folder, str(program), "--no-cache")
    return "" if ended.returncode == 0 else ended.stdout


def _add(copy: Path, module: str, line: str) -> None:
    """Write `line` at the end of `module`, making it if the room has none."""
    path = copy / Path(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    with path.open("a") as file:
        file.write(f"\n{line}\n")


def test_the_import_contracts_hold():
    assert _lint_imports(ROOT) == ""


def test_each_room_keeps_its_models_to_itself():
    assert trespasses_on_models() == []


@pytest.mark.parametrize(
    ("module", "line", "contract", "words"),
    [
        (
            "openmash.people.services",
            "import openmash.intake.services",
            "ADR 2",
            "openmash.people is not allowed to import openmash.intake",
        ),
        ("openmash.people.rules", "import django", "ADR 4", "openmash.people.rules -> django"),
        (
            "openmash.cases.services",
            "import openmash.cases.views",
            "ADR 3",
            "openmash.cases.services is not allowed to import openmash.cases.views",
        ),
    ],
)
def test_a_trespass_breaks_its_contract(
    copy: Path, module: str, line: str, contract: str, words: str
):
    _add(copy, module, line)
    said = _lint_imports(copy)
    broken = [each for each in said.splitlines() if each.endswith("BROKEN")]
    assert any(contract in each for each in broken), said
    assert words in said


def test_a_room_that_reaches_for_another_s_models_is_caught(copy: Path):
    _add(copy, "openmash.decisions.services", "import openmash.cases.models")
    ended = _run(copy, sys.executable, str(ROOT / "tests" / "architecture" / "rooms.py"))
    assert "openmash.decisions.services" in ended.stdout
    assert "imports openmash.cases.models" in ended.stdout


def test_migrations_import_nothing_of_ours():
    files = sorted(PACKAGE.glob("*/migrations/*.py"))
    assert len(files) > 10
    assert [str(each) for each in files if _imports_ours(each.read_text())] == []


@pytest.mark.parametrize(
    "line", ["import openmash.cases.terms", "from openmash.cases import terms", "from . import x"]
)
def test_a_migration_that_does_is_caught(line: str):
    assert _imports_ours(line)


def _imports_ours(source: str) -> bool:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (node.level or node.module == "openmash"):
            return True
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
        if any(name.split(".")[0] == "openmash" for name in names):
            return True
    return False


@pytest.mark.django_db
def test_every_table_with_hub_data_has_row_level_security():
    assert list(diagnosis.about_walls()) == []
