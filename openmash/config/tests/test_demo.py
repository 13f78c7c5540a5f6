"""The demonstration: its port, its secrets, its processes, and that there is one of it."""

import os
import socket
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from openmash.config import demo
from openmash.config.demo_environment import demo_secrets
from openmash.config.processes import FALLS_ALLOWED, KeptProcess, ProcessTrouble, without_owner


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind((demo.HOST, 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_taken_port_that_was_asked_for_is_refused(taken_port: int):
    with pytest.raises(demo.DemoTrouble, match="--port"):
        demo.free_port(taken_port)


def test_the_next_free_port_is_found(taken_port: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(demo, "FIRST_PORT", taken_port)
    assert demo.free_port(None) > taken_port


def test_secrets_are_made_once_and_for_our_eyes_only(tmp_path: Path):
    path = tmp_path / "var" / "demo.env"
    first = demo_secrets(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert demo_secrets(path) == first
    assert set(first) == {"SECRET_KEY", "OPENMASH_KEYS", "OPENMASH_DEMO_PASSWORD"}


def test_a_second_demonstration_is_told_where_the_first_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(demo, "VAR", tmp_path)
    with (
        demo._only_demonstration(8123),
        pytest.raises(demo.DemoTrouble, match="8123"),
        demo._only_demonstration(8124),
    ):
        pytest.fail("two demonstrations ran")


DEAF = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("listening to nobody", flush=True)
time.sleep(60)
"""


def _kept(tmp_path: Path, code: str) -> KeptProcess:
    process = KeptProcess("thing", [sys.executable, "-c", code], tmp_path / "log", {})
    process.start()
    return process


def _wait_for_its_end(process: KeptProcess) -> None:
    assert process.running
    process.running.wait(20)


def test_a_process_that_falls_over_is_started_again(tmp_path: Path):
    process = _kept(tmp_path, "import time; time.sleep(60)")
    assert process.running
    first = process.running.pid
    process.running.kill()
    _wait_for_its_end(process)
    process.keep_up()
    assert process.running.pid != first
    assert process.running.poll() is None
    process.stop()
    assert process.running.poll() is not None


def test_a_process_that_does_nothing_but_fall_over_is_given_up(tmp_path: Path):
    process = _kept(tmp_path, "raise SystemExit('no luck')")
    process.falls = FALLS_ALLOWED
    _wait_for_its_end(process)
    with pytest.raises(ProcessTrouble, match="no luck"):
        process.keep_up()


def test_a_process_that_ignores_a_kind_word_is_stopped_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("openmash.config.processes.PATIENCE", 0.2)
    process = _kept(tmp_path, DEAF)
    while not process.log.read_text():
        time.sleep(0.05)
    process.stop()
    assert process.running
    assert process.running.returncode == -9


def test_processes_that_serve_do_not_know_the_owner_s_address(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://owner@/openmash")
    assert "DATABASE_OWNER_URL" not in without_owner(os.environ)
