"""Keep a few processes running: start them, start again what falls over, stop them all."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

PATIENCE = 15  # seconds a process is given to leave when asked
FALLS_ALLOWED = 20


class ProcessTrouble(Exception):
    """A process will not stay up; the words say where to read why."""


@dataclass
class KeptProcess:
    """One command, its log, and how often it has fallen over."""

    name: str
    command: list[str]
    log: Path
    environment: dict[str, str]
    falls: int = 0
    running: "subprocess.Popen[bytes] | None" = field(default=None, repr=False)

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = self._open(log)

    def keep_up(self) -> None:
        """Start it again if it fell over, unless it does nothing else."""
        if self.running is None or self.running.poll() is None:
            return
        self.falls += 1
        if self.falls > FALLS_ALLOWED:
            raise ProcessTrouble(f"The {self.name} does not stay up. {self.last_words()}")
        self.start()

    def check_up(self) -> None:
        if self.running is not None and self.running.poll() is not None:
            raise ProcessTrouble(f"The {self.name} did not start. {self.last_words()}")

    def stop(self) -> None:
        if self.running is None or self.running.poll() is not None:
            return
        self.running.terminate()
        try:
            self.running.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()[-5:]
        return f"Its log, {self.log}, ends:\n" + "\n".join(lines)

    def _open(self, log: IO[bytes]) -> "subprocess.Popen[bytes]":
        """Start in a session of its own, so that Ctrl-C reaches us first and we stop it kindly."""
        return subprocess.Popen(  # noqa: S603
            self.command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=self.environment,
            start_new_session=True,
        )


def site_process(*, host: str, port: int, folder: Path, environment: dict[str, str]) -> KeptProcess:
    """Return the site under granian, with two workers."""
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "2"]
    command += ["--blocking-threads", "4", "--respawn-failed-workers", "--no-ws"]
    command += ["--host", host, "--port", str(port), "openmash.config.wsgi:application"]
    return KeptProcess("site", command, folder / "demo-site.log", environment)


def worker_process(*, folder: Path, environment: dict[str, str]) -> KeptProcess:
    """Return the job worker."""
    command = [sys.executable, "-m", "openmash.config.command", "procrastinate", "worker"]
    return KeptProcess("job worker", command, folder / "demo-worker.log", environment)


def without_owner(environment: "os._Environ[str]") -> dict[str, str]:
    """Return the environment of a process that serves: it must not know the owner's address."""
    return {name: value for name, value in environment.items() if name != "DATABASE_OWNER_URL"}


def keep_up(kept: list[KeptProcess]) -> None:
    """Keep every process up until something interrupts us."""
    while True:
        time.sleep(1)
        for each in kept:
            each.keep_up()
