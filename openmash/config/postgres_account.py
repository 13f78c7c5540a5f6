"""Which system user the private PostgreSQL runs as: it refuses to run as root."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openmash.config.postgres_binaries import PostgresTrouble

OURS = "openmash-postgres"


@dataclass(frozen=True)
class Account:
    """The user the server runs as; `dropped` when that is not the user we are."""

    uid: int
    gid: int
    dropped: bool

    def as_subprocess(self) -> dict[str, Any]:
        """Return the arguments that make `subprocess` run as this user."""
        if not self.dropped:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": [], "cwd": "/"}

    def can_enter(self, folder: Path) -> bool:
        question = ["test", "-x", str(folder)]
        return subprocess.run(question, **self.as_subprocess()).returncode == 0  # noqa: S603

    def make_passable(self, folder: Path) -> None:
        """Make `folder` and the parents it lacks; those that exist are left as they are."""
        for each in reversed((folder, *folder.parents)):
            if not each.exists():
                each.mkdir(exist_ok=True)
                if self.dropped:
                    each.chmod(0o755)
        _refuse_strangers(folder)

    def make_private(self, folder: Path) -> None:
        """Make `folder`, if need be, for the server alone."""
        if not folder.exists():
            folder.mkdir(mode=0o700, exist_ok=True)
            if self.dropped:
                os.chown(folder, self.uid, self.gid)
        elif folder.stat().st_uid != self.uid:
            raise PermissionError(13, "belongs to another user", str(folder))


def server_account(root: Path) -> Account:
    """Return the account for a cluster under `root`: our own, unless we are root."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), dropped=False)
    owners = {each.stat().st_uid for each in root.glob("data-*")} - {0}
    entry = pwd.getpwuid(owners.pop()) if owners else _system_user()
    return Account(entry.pw_uid, entry.pw_gid, dropped=True)


def _system_user() -> pwd.struct_passwd:
    for name in ("postgres", OURS):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return _new_system_user()


def _new_system_user() -> pwd.struct_passwd:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", OURS]
    try:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        return pwd.getpwnam(OURS)
    except (OSError, subprocess.CalledProcessError, KeyError) as trouble:
        raise PostgresTrouble(
            "PostgreSQL does not run as root and no system user could be made for it. "
            f"Make one called {OURS}, or run as an ordinary user."
        ) from trouble


def _refuse_strangers(folder: Path) -> None:
    """Refuse a folder in a shared place that somebody else made first."""
    if folder.stat().st_uid not in (0, os.geteuid()):
        raise PermissionError(13, "belongs to another user", str(folder))
