"""`intake`: how fast concerns are kept, matched, clocked and audited, against the bare INSERTs.

Contacts come from two processes at once, as they do from two workers; a batch of police
notifications comes as one file. All of it goes into a copy of the data set, dropped afterwards.
"""

import time
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from random import Random
from typing import Any

import django
from django.db import transaction
from django.utils import timezone

from bench.cluster import copy_database, forget_database
from bench.data_sets import Size, move_to
from bench.figures import in_ms, percentile, print_table
from bench.questions import Question, listening, replay
from openmash.config.databases import SITE
from openmash.config.localpg import PrivatePostgres

PROCESSES = 2
WARMING_UP, RAW_CONTACTS = 5, 30
NOTIFICATIONS = 1_000
P95_MS = 120
CONTACTS_PER_SECOND = 60
IMPORT_SECONDS = 30
WRITTEN = ("INSERT", "\nselect set_config")


def run(postgres: PrivatePostgres, size: Size, times: int) -> dict[str, Any]:
    """Measure contacts and a file, and return what was found."""
    copy = f"{size.database}_intake"
    move_to(postgres, copy)
    copy_database(postgres, size.database, copy)
    try:
        contacts = _contacts(postgres.url(SITE, copy), each=times * 10)
        batch = _batch(postgres.url(SITE, copy), notifications=min(times * 50, NOTIFICATIONS))
    finally:
        move_to(postgres, size.database)
        forget_database(postgres, copy)
    _print(contacts, batch)
    return {"data": {"set": size.name}, "contacts": contacts, "police_batch": batch}


def _contacts(address: str, each: int) -> dict[str, Any]:
    print(f"  {each} contacts from each of {PROCESSES} processes …", flush=True)
    context = get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, context, django.setup) as processes:
        list(processes.map(_receive, range(PROCESSES), [WARMING_UP] * PROCESSES))
        began = time.perf_counter()
        parts = processes.map(_receive, range(PROCESSES, 2 * PROCESSES), [each] * PROCESSES)
        seconds = list(chain.from_iterable(parts))
        took = time.perf_counter() - began
    raw = [
        replay(address, _inserts_of_a_contact(seed), times=1, keep=True)[0]
        for seed in range(100, 100 + RAW_CONTACTS)
    ]
    return {
        "processes": PROCESSES,
        "ms": in_ms(seconds),
        "per_second": round(len(seconds) / took, 1),
        "raw_inserts_ms": in_ms(raw),
        "times_raw_inserts": round(percentile(seconds, 0.5) / percentile(raw, 0.5), 1),
    }


def _receive(seed: int, times: int) -> list[float]:
    """Receive contacts one after another and return how long each took; in a process of its own."""
    from bench.concerns import receive_one  # models can be imported only once Django is set up

    chance, seconds = _chance(seed), []
    for _ in range(times):
        began = time.perf_counter()
        receive_one(chance)
        seconds.append(time.perf_counter() - began)
    return seconds


def _inserts_of_a_contact(seed: int) -> list[Question]:
    """Return what one contact writes, having rolled it back so that it can be written again."""
    from bench.concerns import receive_one

    with transaction.atomic(), listening() as asked:
        receive_one(_chance(seed))
        transaction.set_rollback(True)
    return asked.only(*WRITTEN)


def _chance(seed: int) -> Random:
    return Random(f"{seed} {timezone.now()}")  # noqa: S311 - fiction, not secrets


def _batch(address: str, notifications: int) -> dict[str, Any]:
    """Import a file twice over: once to time it, once to hear what it writes. Both are undone."""
    from bench.concerns import import_one, police_file

    print(f"  a file of {notifications:,} police notifications …", flush=True)
    content = police_file(notifications)
    with transaction.atomic():
        began = time.perf_counter()
        new = import_one(content)
        took = time.perf_counter() - began
        transaction.set_rollback(True)
    with transaction.atomic(), listening() as asked:
        import_one(content)
        transaction.set_rollback(True)
    [raw] = replay(address, asked.only(*WRITTEN), times=1, keep=False)
    return {
        "N": notifications,
        "new_contacts": new,
        "seconds": round(took, 1),
        "per_second": round(notifications / took, 1),
        "raw_inserts_seconds": round(raw, 2),
        "times_raw_inserts": round(took / raw, 1),
    }


def _print(contacts: dict[str, Any], batch: dict[str, Any]) -> None:
    timed = contacts["ms"]
    headings = ["work", "N", "p50 ms", "p95 ms", "max ms", "each second", "x raw INSERTs"]
    one_by_one = [timed[each] for each in ("N", "p50", "p95", "max")]
    in_a_file = [batch["N"], "", "", f"{batch['seconds']} s in all"]
    print_table(
        headings,
        [
            ["a contact about 4 people", *one_by_one, *_speed(contacts)],
            ["notifications in one file", *in_a_file, *_speed(batch)],
        ],
    )
    met = [
        [f"contact p95 <= {P95_MS} ms", timed["p95"] <= P95_MS],
        [f"contacts >= {CONTACTS_PER_SECOND}/s", contacts["per_second"] >= CONTACTS_PER_SECOND],
        [f"file of 1,000 <= {IMPORT_SECONDS} s", batch["per_second"] * IMPORT_SECONDS >= 1_000],
    ]
    print()
    print_table(["goal", "here"], met)


def _speed(found: dict[str, Any]) -> list[float]:
    return [found["per_second"], found["times_raw_inserts"]]
