"""The two answers a verb may give in place of doing what it was asked."""


class Refusal(Exception):
    """A verb declines, and says in words what to do next.

    A refusal is an answer, not an accident: the request commits, and the footprint of having
    been refused survives (see `docs/adr/0006-a-request-is-one-transaction.md`).
    """

    def __init__(self, *reasons: str) -> None:
        super().__init__(*reasons)
        self.reasons: tuple[str, ...] = reasons

    def __str__(self) -> str:
        return " ".join(self.reasons)


class NotHere(Exception):
    """There is nothing here for this viewer: hidden and absent look the same (A3.2)."""


class RecordHasMoved(Refusal):
    """Somebody else changed the record since it was read; a lost race is told, not swallowed."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(*(reasons or ("Someone else changed this. Reload it and try again.",)))
