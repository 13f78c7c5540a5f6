"""News: how an earlier room lets a later one know, without knowing it (ADR 5).

Only `openmash.config.wiring` says who listens. A listener defers a job and does nothing else,
inside the transaction that caused the news, so a crash loses neither or both.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

Fact = TypeVar("Fact")

_listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)


def when(fact: type[Fact], listener: Callable[[Fact], None]) -> None:
    """Call `listener` each time a fact of exactly this type is told."""
    if listener not in _listeners[fact]:
        _listeners[fact].append(listener)


def tell(fact: object) -> None:
    """Tell every listener; an error in one is the teller's error, never swallowed."""
    for listener in _listeners[type(fact)]:
        listener(fact)


def forget_listeners() -> None:
    """Forget every listener, for tests that wire their own."""
    _listeners.clear()
