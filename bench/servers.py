"""The servers that are measured: the site as deployed, and the barest Django page beside it."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from openmash.config.demo import HOST, free_port
from openmash.config.processes import KeptProcess, without_owner

WORKERS, THREADS = 2, 4
PATIENCE = 60
KIB = 1024


@dataclass(frozen=True)
class Server:
    """A server that answers: its port, and the process its workers belong to."""

    port: int
    pid: int

    def workers_memory(self) -> list[int]:
        """Return what each worker holds now, in MB."""
        return sorted(_memory(each) for each in _children(self.pid))


@contextmanager
def site(folder: Path) -> Iterator[Server]:
    """Run the site under granian with two workers and a pool of connections in each."""
    with _serving("openmash.config.wsgi:application", "/readyz", folder) as server:
        yield server


@contextmanager
def bare_page(folder: Path) -> Iterator[Server]:
    """Run a Django that has one page and one query, on the same database, in the same way."""
    with _serving("bench.bare:application", "/", folder) as server:
        yield server


@contextmanager
def _serving(application: str, probe: str, folder: Path) -> Iterator[Server]:
    port = free_port(None)
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws"]
    command += ["--workers", str(WORKERS), "--blocking-threads", str(THREADS)]
    command += ["--host", HOST, "--port", str(port), application]
    log = folder / "bench-server.log"
    log.write_text("")
    process = KeptProcess("server", command, log, without_owner(os.environ))
    process.start()
    try:
        yield Server(port, _wait_for(process, f"http://{HOST}:{port}{probe}"))
    finally:
        process.stop()


def _wait_for(process: KeptProcess, address: str) -> int:
    give_up = time.monotonic() + PATIENCE
    while not _answers(address):
        process.check_up()
        if time.monotonic() > give_up:
            raise TimeoutError(f"{address} does not answer. {process.last_words()}")
        time.sleep(0.2)
    return process.running.pid if process.running else 0


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _children(pid: int) -> list[int]:
    told = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True)  # noqa: S603, S607
    return [int(each) for each in told.stdout.split()]


def _memory(pid: int) -> int:
    told = subprocess.run(  # noqa: S603
        ["ps", "-o", "rss=", "-p", str(pid)],  # noqa: S607
        capture_output=True,
        text=True,
    )
    return int(told.stdout.strip() or 0) // KIB
