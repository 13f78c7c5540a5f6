"""How long somebody without an account may come back to a form they have begun (A2.3)."""

from datetime import datetime, timedelta

KEPT_FOR = timedelta(days=14)


def kept_until(saved_at: datetime) -> datetime:
    """Return when a form is thrown away unless it is kept again or sent."""
    return saved_at + KEPT_FOR


def may_come_back(saved_at: datetime, at: datetime) -> bool:
    return at < kept_until(saved_at)
