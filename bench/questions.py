"""What a page asks of the database, and how long the same takes with nothing around it."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.db import connection

from tests.budget import NOT_A_QUESTION, goes_with_any_page

Question = tuple[str, Any]


@dataclass
class Asked:
    """Statements as they were sent, with their values."""

    questions: list[Question] = field(default_factory=list)

    def __call__(
        self,
        execute: Callable[..., Any],
        sql: str,
        values: Any,
        many: bool,
        context: Any,
    ) -> Any:
        if not sql.startswith(NOT_A_QUESTION):
            self.questions.append((sql, values))
        return execute(sql, values, many, context)

    @property
    def own(self) -> int:
        return len(self.questions) - self.beside

    @property
    def beside(self) -> int:
        """Count what goes with any page: session, sign-in, context, policy, audit."""
        return sum(goes_with_any_page(sql) for sql, _ in self.questions)

    def only(self, *beginnings: str) -> list[Question]:
        return [each for each in self.questions if each[0].startswith(beginnings)]


@contextmanager
def listening() -> Iterator[Asked]:
    """Hear every statement of this process until the end of the block."""
    asked = Asked()
    with connection.execute_wrapper(asked):
        yield asked


def replay(address: str, questions: Sequence[Question], *, times: int, keep: bool) -> list[float]:
    """Ask the same of the database again through psycopg alone, reading every answer.

    One transaction each time, which is committed only to be compared with work that is kept.
    """
    seconds = []
    with _as_django_does(address) as raw, raw.cursor() as cursor:
        for _ in range(times):
            began = time.perf_counter()
            _ask_all(cursor, questions)
            if keep:
                raw.commit()
            seconds.append(time.perf_counter() - began)
            raw.rollback()
    return seconds


def _as_django_does(address: str) -> "psycopg.Connection[Any]":
    """Connect as Django does: values put in by the client, nothing prepared."""
    return psycopg.connect(address, cursor_factory=psycopg.ClientCursor, prepare_threshold=None)


def _ask_all(cursor: "psycopg.Cursor[Any]", questions: Sequence[Question]) -> None:
    for sql, values in questions:
        cursor.execute(sql.encode(), values)
        if cursor.description:
            cursor.fetchall()
