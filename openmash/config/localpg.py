"""A private PostgreSQL for the demonstration and the tests; never for production.

It listens on a UNIX socket only, in folders of its own. Several processes may start it at once and
share it: the last to stop puts out the light. It changes the permissions of no folder it did not
make, and survives having been killed.
"""

import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import IO, Self
from urllib.parse import quote

import psycopg

from openmash.config.postgres_account import Account, server_account
from openmash.config.postgres_binaries import Binaries, PostgresTrouble, find_binaries

SUPERUSER = "postgres"
PORT = 5432
LONGEST_SOCKET_FOLDER = 85  # the kernel allows about 107 bytes with the socket's own name
ATTEMPTS = 40
PAUSE = 0.5

ALWAYS = {"listen_addresses": "", "max_connections": "200", "timezone": "UTC"}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PrivatePostgres:
    """One cluster under `root`; `fast` gives up safety after a power cut, for tests."""

    def __init__(
        self, root: Path, *, fast: bool = False, settings: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.settings = {**ALWAYS, **(FAST if fast else {}), **settings}
        self.account = server_account(root.absolute())
        self.home = _home(root.absolute(), self.account)
        self.binaries = find_binaries()
        self.data = self.home / f"data-{self.binaries.major}"
        self.socket = _socket_folder(self.home / f"socket-{self.binaries.major}")
        self._in_use: IO[str] | None = None

    def start(self) -> Self:
        """Start the server, or join one that is up already."""
        try:
            self._make_folders()
            with self._starting_alone():
                self._in_use = self._in_use or self._say_in_use()
                self._make_cluster()
                self._start_server()
        except PermissionError as trouble:
            raise PostgresTrouble(
                f"{trouble.filename} belongs to another user. Remove {self.home}, or run as them."
            ) from trouble
        return self

    def stop(self) -> None:
        """Stop using the server, and stop it when nobody else uses it."""
        with self._starting_alone():
            if self._in_use:
                self._in_use.close()
                self._in_use = None
            if self._nobody_uses_it():
                self._pg_ctl("-m", "fast", "stop")

    def url(self, role: str, database: str) -> str:
        """Return the address of `database` for `role`."""
        return (
            f"postgresql://{role}@/{database}?host={quote(str(self.socket), safe='')}&port={PORT}"
        )

    def is_ready(self) -> bool:
        """Say whether the server answers; asking its pid file would be fooled by a zombie."""
        try:
            psycopg.connect(self.url(SUPERUSER, "postgres"), connect_timeout=3).close()
        except psycopg.OperationalError:
            return False
        return True

    def _make_folders(self) -> None:
        self.account.make_passable(self.home)
        self.binaries = _within_reach(self.binaries, self.home, self.account)
        for each in (self.data, self.socket):
            self.account.make_private(each)

    @contextmanager
    def _starting_alone(self) -> Iterator[None]:
        with (self.home / "starting.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _say_in_use(self) -> IO[str]:
        lock = (self.home / f"in-use-{self.binaries.major}.lock").open("w")
        fcntl.flock(lock, fcntl.LOCK_SH)
        return lock

    def _nobody_uses_it(self) -> bool:
        with (self.home / f"in-use-{self.binaries.major}.lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

    def _make_cluster(self) -> None:
        if (self.data / "PG_VERSION").exists():
            return
        code, words = self._run(
            "initdb", "-U", SUPERUSER, "-A", "trust", "-E", "UTF8", "--no-sync", *self._locale()
        )
        if code:
            raise PostgresTrouble(f"PostgreSQL could not make its data folder {self.data}: {words}")

    def _locale(self) -> list[str]:
        """Return the locale that sorts alike on every machine."""
        if self.binaries.major >= 17:
            return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return ["--locale=C.UTF-8"]

    def _start_server(self) -> None:
        """Try for a while: after a kill the old server's children may still be leaving."""
        for _ in range(ATTEMPTS):
            if self.is_ready():
                return
            self._forget_a_dead_server()
            if self._pg_ctl("-l", str(self.data / "log"), "-o", self._options(), "start") == 0:
                return
            time.sleep(PAUSE)
        log = self.data / "log"
        words = log.read_text(errors="replace")[-2000:] if log.exists() else "it left no log"
        raise PostgresTrouble(f"The private PostgreSQL in {self.home} does not start: {words}")

    def _options(self) -> str:
        chosen = {
            **self.settings,
            "port": str(PORT),
            "unix_socket_directories": str(self.socket),
        }
        return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in chosen.items())

    def _forget_a_dead_server(self) -> None:
        """Remove the pid file of a killed server nobody has reaped; PostgreSQL thinks it alive."""
        pid_file = self.data / "postmaster.pid"
        if not pid_file.exists():
            return
        status = Path("/proc") / pid_file.read_text().split("\n")[0] / "stat"
        if status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z":
            pid_file.unlink()

    def _pg_ctl(self, *arguments: str) -> int:
        return self._run("pg_ctl", "-w", *arguments)[0]

    def _run(self, program: str, *arguments: str) -> tuple[int, str]:
        """Run a program of PostgreSQL's; its words go to a file, as the server keeps pipes open."""
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        with tempfile.TemporaryFile("w+") as words:
            ended = subprocess.run(  # noqa: S603
                [self.binaries.program(program), "-D", str(self.data), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=subprocess.STDOUT,
                env={**environment, "LC_ALL": "C"},
                **self.account.as_subprocess(),
            )
            words.seek(0)
            return ended.returncode, words.read()


def _home(root: Path, account: Account) -> Path:
    """Return `root`, or a folder of our own elsewhere where the server's account cannot go in."""
    nearest = next(each for each in (root, *root.parents) if each.exists())
    if account.can_enter(nearest):
        return root
    return Path("/var/tmp") / f"openmash-{_digest(root)}"  # noqa: S108 - it must outlive a restart


def _socket_folder(folder: Path) -> Path:
    """Return `folder`, or a stand-in where its name is too long, or a list, to PostgreSQL."""
    if len(os.fsencode(folder)) <= LONGEST_SOCKET_FOLDER and "," not in str(folder):
        return folder
    return Path(tempfile.gettempdir()) / f"openmash-{_digest(folder)}"


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


def _within_reach(binaries: Binaries, home: Path, account: Account) -> Binaries:
    """Copy the wheel's binaries to where the server's account can run them, if it cannot now."""
    if account.can_enter(binaries.folder):
        return binaries
    package = binaries.folder.parent.parent
    copy = home / f"postgresql-{binaries.major}"
    if not copy.exists():
        half = Path(tempfile.mkdtemp(dir=home))
        half.chmod(0o755)
        for each in (binaries.folder.parent, package.parent / f"{package.name}.libs"):
            inside = half / each.relative_to(package.parent)  # libraries are found by this shape
            shutil.copytree(each, inside, symlinks=True)
        half.rename(copy)
    return Binaries(copy / binaries.folder.relative_to(package.parent), binaries.major)
