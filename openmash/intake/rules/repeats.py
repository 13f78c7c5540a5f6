"""Earlier contacts about the same people: how long ago, from whom, for what, and how often (A4.3).

An alert asks for a reasoned response. It never makes a referral by itself (A4.5).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from openmash.governance.rules.outcomes import RepeatRules
from openmash.intake.terms import ContactState, PresentingReason, SourceCode

CLUSTER = timedelta(days=28)
CLUSTER_AT_LEAST = 3
DAYS_IN_A_MONTH = 365.2425 / 12


@dataclass(frozen=True)
class ContactSeen:
    """What of a contact is compared with another about the same people."""

    id: UUID
    reference: str
    received_at: datetime
    source: SourceCode
    reasons: frozenset[str]
    is_domestic_abuse: bool
    state: ContactState
    rating: str = ""
    person_ids: frozenset[UUID] = frozenset()


@dataclass(frozen=True)
class Earlier:
    """One earlier contact beside the present one."""

    contact: ContactSeen
    days_before: int
    same_source: bool
    same_reason: bool | None


@dataclass(frozen=True)
class RepeatPanel:
    """Earlier contacts, newest first, and what their number or closeness asks of the screener."""

    rows: tuple[Earlier, ...]
    alerts: tuple[str, ...]
    is_cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.rows)


def panel_of(
    present: ContactSeen,
    earlier: Sequence[ContactSeen],
    rules: RepeatRules,
    *,
    is_cut: bool = False,
) -> RepeatPanel:
    """Return the panel for a contact; the unknown is neither the same nor different."""
    before = sorted(
        (each for each in earlier if each.id != present.id),
        key=lambda each: each.received_at,
        reverse=True,
    )
    rows = tuple(_beside(present, each) for each in before)
    return RepeatPanel(rows, tuple(_alerts(present, before, rules)), is_cut)


def _beside(present: ContactSeen, earlier: ContactSeen) -> Earlier:
    return Earlier(
        contact=earlier,
        days_before=(present.received_at - earlier.received_at).days,
        same_source=present.source is earlier.source,
        same_reason=_same_reason(present, earlier),
    )


def _same_reason(present: ContactSeen, earlier: ContactSeen) -> bool | None:
    if not present.reasons or not earlier.reasons:
        return None
    return bool(present.reasons & earlier.reasons)


def _alerts(present: ContactSeen, before: Sequence[ContactSeen], rules: RepeatRules) -> list[str]:
    found = []
    everything = [present, *before]
    lately = _within(everything, present, rules.months)
    if len(lately) >= rules.contacts:
        found.append(f"{_ordinal(len(lately))} contact in {rules.months} months. Say what is new.")
    abuse = [e for e in _within(everything, present, rules.da_months) if e.is_domestic_abuse]
    if len(abuse) >= rules.da_events and present.is_domestic_abuse:
        found.append(
            f"{_ordinal(len(abuse))} report of domestic abuse in {rules.da_months} months. "
            "Consider a MARAC referral."
        )
    if _is_cluster(present, lately):
        found.append("Several came close together: ask whether one event lies behind them.")
    return found


def _within(
    contacts: Sequence[ContactSeen], present: ContactSeen, months: int
) -> list[ContactSeen]:
    since = present.received_at - timedelta(days=round(months * DAYS_IN_A_MONTH))
    return [each for each in contacts if since <= each.received_at <= present.received_at]


def _is_cluster(present: ContactSeen, lately: Sequence[ContactSeen]) -> bool:
    close = [each for each in lately if present.received_at - each.received_at <= CLUSTER]
    return len(close) > CLUSTER_AT_LEAST


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def is_domestic_abuse(reasons: Sequence[str], tracks: Sequence[str]) -> bool:
    """Say whether a contact tells of domestic abuse, by its reason or a track it suggests."""
    return PresentingReason.DOMESTIC_ABUSE in reasons or "DA" in tracks
