"""`./run demo`: a fictional hub to walk around in, from nothing, until Ctrl-C.

A second start keeps what was done; `--fresh` begins again. The database, the secrets and the logs
are under `var/`.
"""

import argparse
import fcntl
import os
import signal
import socket
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType

import django
import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connections

from openmash.config import processes
from openmash.config.databases import OWNER, drop_database, make_database
from openmash.config.demo_environment import DATABASE, VAR, demo_environment
from openmash.config.localpg import PrivatePostgres
from openmash.config.postgres_binaries import PostgresTrouble
from openmash.core.refusals import NotHere, Refusal

HOST = "127.0.0.1"
FIRST_PORT = 8000
PORTS_TRIED = 50
PATIENCE = 60
MOST_LANES = 4
CAST = [
    "maya",
    "priya",
    "sam",
    "fay",
    "bo",
    "lena",
    "tom",
    "pia",
    "amira",
    "eve",
    "joe",
    "hana",
    "dee",
    "lee",
    "ines",
    "owen",
    "fern",
    "rosa",
    "abel",
    "kit",
    "ravi",
    "gwen",
    "bea",
    "noor",
    "root",
]


class DemoTrouble(Exception):
    """The demonstration cannot go on; the words say why and what to do."""


class Stopped(Exception):
    """Somebody asked us to stop."""


def main(arguments: list[str]) -> int:
    """Run the demonstration; every failure is one clear sentence."""
    options = _options(arguments)
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, _stop)
    try:
        with ExitStack() as stack:
            _demonstrate(options, stack)
    except Stopped:
        print("\nStopped. The hub is kept for the next time.")
    except (DemoTrouble, PostgresTrouble, processes.ProcessTrouble) as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run demo", description=__doc__)
    parser.add_argument("--hub", default="london", metavar="PRESET", help="which kind of hub")
    parser.add_argument("--size", choices=["small", "year"], default="small")
    parser.add_argument("--port", type=int, help=f"default: {FIRST_PORT}, or the next free one")
    parser.add_argument("--no-open", action="store_true", help="do not open a browser")
    parser.add_argument("--fresh", action="store_true", help="forget the hub and begin again")
    return parser.parse_args(arguments)


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise Stopped


def _demonstrate(options: argparse.Namespace, stack: ExitStack) -> None:
    port = free_port(options.port)
    stack.enter_context(_only_demonstration(port))
    print("Starting PostgreSQL …", flush=True)
    postgres = stack.enter_context(demo_environment())
    if options.fresh or _is_half_made(options.hub):
        _forget_everything(postgres)
    _make_hub(options)
    environment = processes.without_owner(os.environ)
    kept = [
        processes.site_process(host=HOST, port=port, folder=VAR, environment=environment),
        processes.worker_process(folder=VAR, environment=environment),
    ]
    for each in kept:
        each.log.write_text("")
        stack.callback(each.stop)
        each.start()
    _wait_until_ready(port, kept)
    _introduce(port, postgres)
    if not options.no_open:
        webbrowser.open(f"http://localhost:{port}/")
    processes.keep_up(kept)


def free_port(wanted: int | None) -> int:
    """Return the port asked for, or the first free one; say so when the one asked for is taken."""
    if wanted is not None:
        if not _is_free(wanted):
            raise DemoTrouble(f"Port {wanted} is in use. Choose another with --port.")
        return wanted
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(port):
            return port
    raise DemoTrouble(f"No port from {FIRST_PORT} on is free. Choose one with --port.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except (OSError, OverflowError):
            return False
        return True


@contextmanager
def _only_demonstration(port: int) -> Iterator[None]:
    """Hold the one demonstration of this folder; a second is told where the first is."""
    VAR.mkdir(parents=True, exist_ok=True)
    with (VAR / "demo.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise DemoTrouble(f"The demonstration is running already: {lock.read()}") from None
        lock.truncate(0)
        lock.write(f"http://localhost:{port}/")
        lock.flush()
        yield


def _forget_everything(postgres: PrivatePostgres) -> None:
    print("Forgetting the hub …", flush=True)
    server = postgres.url(OWNER, "postgres")
    drop_database(server, DATABASE)
    make_database(server, DATABASE)
    for note in VAR.glob("*-is-being-made"):
        note.unlink()


def _make_hub(options: argparse.Namespace) -> None:
    """Migrate, and make the fictional hub unless it is there."""
    try:
        django.setup()
        print("Bringing the database up to date …", flush=True)
        call_command("migrate", verbosity=0)
        if not _has_hub(options.hub):
            print(f"Making a fictional hub ({options.hub}, {options.size}) …", flush=True)
            with _noted_until_made(options.hub):
                call_command("make_hub", options.hub, size=options.size, lanes=lanes())
    except (CommandError, Refusal, ImproperlyConfigured) as trouble:
        raise DemoTrouble(f"The hub could not be made: {trouble}") from trouble
    finally:
        connections.close_all()


def lanes() -> int:
    """Return how many processes live the hub's weeks: the machine's cores, four at most."""
    return min(os.cpu_count() or 1, MOST_LANES)


def _note(hub: str) -> Path:
    return VAR / f"{hub}-is-being-made"


def _is_half_made(hub: str) -> bool:
    return _note(hub).exists()


@contextmanager
def _noted_until_made(hub: str) -> Iterator[None]:
    """Leave a note while a hub is being made, so that one cut off is begun again."""
    _note(hub).touch()
    yield
    _note(hub).unlink()


def _has_hub(name: str) -> bool:
    from openmash.accounts.selectors import hub_named  # only once Django is set up

    try:
        hub_named(name)
    except NotHere:
        return False
    return True


def _wait_until_ready(port: int, kept: list[processes.KeptProcess]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not _answers(f"http://{HOST}:{port}/readyz"):
        for each in kept:
            each.check_up()
        if time.monotonic() > give_up:
            raise DemoTrouble(f"The site is not ready after {PATIENCE} s. {kept[0].last_words()}")
        time.sleep(0.2)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _introduce(port: int, postgres: PrivatePostgres) -> None:
    """Print the address, who may sign in, and with what."""
    print("\nSign in as\n")
    for username, name, job_title in _cast(postgres):
        print(f"  {username:<8} {name:<24} {job_title}")
    print(f"\nPassword  {os.environ['OPENMASH_DEMO_PASSWORD']}  (works here only)")
    print(f"Address   http://localhost:{port}/")
    print("\nEverybody here is made up. Ctrl-C stops it all.", flush=True)


def _cast(postgres: PrivatePostgres) -> list[tuple[str, str, str]]:
    """Return everybody made up: those every hub has in their order, then those of this one."""
    question = "SELECT username, name, job_title FROM accounts_practitioner WHERE is_fictional"
    with psycopg.connect(postgres.url(OWNER, DATABASE)) as connection:
        found = connection.execute(question).fetchall()
    place = {username: number for number, username in enumerate(CAST)}
    return sorted(found, key=lambda each: (place.get(each[0], len(CAST)), each[0]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
