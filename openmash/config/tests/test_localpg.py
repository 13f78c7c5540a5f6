"""The private PostgreSQL: started, shared, killed, and never in the way of others' folders."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from openmash.config.databases import OWNER, SITE, make_database, make_roles
from openmash.config.localpg import LONGEST_SOCKET_FOLDER, SUPERUSER, PrivatePostgres
from openmash.config.postgres_binaries import PostgresTrouble, find_binaries

USE_AND_LEAVE = """
import sys
from pathlib import Path
from openmash.config.localpg import PrivatePostgres
postgres = PrivatePostgres(Path(sys.argv[1]), fast=True).start()
assert postgres.is_ready()
postgres.stop()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder the server's account can enter, unlike pytest's own."""
    made = Path(tempfile.mkdtemp(prefix="openmash-test-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def postgres(folder: Path) -> Iterator[PrivatePostgres]:
    running = PrivatePostgres(folder / "pg", fast=True).start()
    make_roles(running.url(SUPERUSER, "postgres"))
    yield running
    running.stop()


def _kill(postgres: PrivatePostgres) -> None:
    pid = int((postgres.data / "postmaster.pid").read_text().split("\n")[0])
    os.kill(pid, signal.SIGKILL)


def test_it_starts_listens_on_a_socket_only_and_stops(postgres: PrivatePostgres):
    with psycopg.connect(postgres.url(SUPERUSER, "postgres")) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    postgres.stop()
    assert not postgres.is_ready()


def test_neither_role_may_pass_the_walls(postgres: PrivatePostgres):
    question = "SELECT bool_or(rolsuper OR rolbypassrls) FROM pg_roles WHERE rolname = ANY(%s)"
    with psycopg.connect(postgres.url(SUPERUSER, "postgres")) as connection:
        assert connection.execute(question, [[OWNER, SITE]]).fetchone() == (False,)


def test_what_was_written_survives_a_stop_and_a_kill(postgres: PrivatePostgres):
    make_database(postgres.url(OWNER, "postgres"), "kept")
    postgres.stop()
    postgres.start()
    _kill(postgres)
    again = PrivatePostgres(postgres.home, fast=True).start()
    psycopg.connect(again.url(OWNER, "kept")).close()
    again.stop()


def test_two_may_start_it_at_once(folder: Path):
    command = [sys.executable, "-c", USE_AND_LEAVE, str(folder / "pg")]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    words = [each.communicate(timeout=60)[1] for each in both]
    assert [each.returncode for each in both] == [0, 0], words
    assert not PrivatePostgres(folder / "pg").is_ready()


def test_the_last_to_leave_stops_it(postgres: PrivatePostgres):
    second = PrivatePostgres(postgres.home, fast=True).start()
    postgres.stop()
    assert second.is_ready()
    second.stop()
    assert not second.is_ready()


def test_a_private_home_is_left_private(folder: Path):
    home = folder / "home"
    home.mkdir(mode=0o700)
    postgres = PrivatePostgres(home / "deep" / "pg", fast=True).start()
    try:
        assert postgres.is_ready()
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
    finally:
        postgres.stop()
        shutil.rmtree(postgres.home)


def test_a_long_path_gets_a_short_socket(folder: Path):
    root = folder / ("long-name-" * 12)
    postgres = PrivatePostgres(root, fast=True).start()
    try:
        assert postgres.is_ready()
        assert len(str(postgres.socket)) <= LONGEST_SOCKET_FOLDER
    finally:
        postgres.stop()
        shutil.rmtree(postgres.socket)


def test_the_wheel_can_be_asked_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("OPENMASH_PG_FROM", "wheel")
    assert "pgserver" in str(find_binaries().folder)


def test_without_any_postgresql_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("OPENMASH_PG_BIN", str(tmp_path))
    with pytest.raises(PostgresTrouble, match="demo extra"):
        find_binaries()
