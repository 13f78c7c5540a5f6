"""The two answers a verb may give in place of doing what it was asked."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_heard: ContextVar["list[Refusal] | None"] = ContextVar("refusals_heard", default=None)


class Refusal(Exception):
    """A verb declines, and says in words what to do next.

    A refusal is an answer, not an accident: the request commits, and the footprint of having been
    refused survives, whether a page showed the reasons or not (ADR 6).
    """

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons: tuple[str, ...] = reasons
        heard = _heard.get()
        if heard is not None:
            heard.append(self)

    def __str__(self) -> str:
        return " ".join(self.reasons)


class NotHere(Exception):
    """There is nothing here for this viewer: hidden and absent look the same (A3.2)."""


class RecordHasMoved(Refusal):
    """Somebody else changed the record since it was read; a lost race is told, not swallowed."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*(reasons or ("Someone else changed this. Reload it and try again.",)))


@contextmanager
def hearing_refusals() -> Iterator[list[Refusal]]:
    """Collect every refusal raised within, so that a request can record that it was refused."""
    heard: list[Refusal] = []
    token = _heard.set(heard)
    try:
        yield heard
    finally:
        _heard.reset(token)
