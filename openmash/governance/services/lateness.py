"""Why a clock was late: asked when it stops, and never in the way of urgent work (5.17, A6.1)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.models import Clock, Task
from openmash.governance.rules.lateness import asks_why_late, late_reasons
from openmash.governance.selectors.clocks import unexplained_about
from openmash.governance.selectors.policies import policy_for
from openmash.governance.services.tasks import raise_task, settle_task
from openmash.governance.terms.clocks import SAY_WHY_LATE, time_up_task


class SayWhyLate(Refusal):
    """A reason is wanted, and none of the hub's was given."""


def ask_why_late(clock: Clock, *, at: datetime) -> None:
    """Make a task of a reason nobody has given yet; one for a case, however many were late."""
    if not asks_why_late(clock.kind, clock.standing):
        return
    raise_task(
        hub_id=clock.hub_id,
        kind=SAY_WHY_LATE,
        about_kind="case" if clock.case_id else clock.about_kind,
        about_id=clock.case_id or clock.about_id,
        words=f"Say why this was late: {clock.label}."[:300],
        needs_power=Power.KEEP_RECORD,
        at=at,
        case_id=clock.case_id,
    )


def settle_time_up(clock: Clock, *, at: datetime) -> None:
    """Take from the hub manager's list that this clock's time goes: it has stopped."""
    Task.objects.filter(
        about_id=clock.about_id, kind=time_up_task(clock.kind), done_at=None
    ).update(done_at=at, answer="It has stopped.")


@transaction.atomic
def explain_late(
    *, by: Viewer, clocks: Sequence[Clock], reason: str, words: str = "", at: datetime
) -> None:
    """Say why clocks that stopped late did: one reason for all of these, from the hub's list.

    Whoever calls has found the clocks through the gate of what they are about.
    """
    for clock in clocks:
        check_reason(by, clock, reason, at)
        explained = Clock.objects.filter(
            id=clock.id, stopped_at__isnull=False, cancelled=False, breach_reason=""
        ).update(breach_reason=reason, breach_words=words.strip())
        if not explained:
            raise RecordHasMoved
        _footprint(by, clock, reason, at)
        about = clock.case_id or clock.about_id
        if not unexplained_about(about).exists():
            settle_task(about_id=about, kind=SAY_WHY_LATE, by=by, at=at, answer=reason)


def check_reason(by: Viewer, clock: Clock, reason: str, at: datetime) -> None:
    """Refuse a reason that is none of this hub's, naming those that are."""
    if not by.may(Power.KEEP_RECORD, clock.hub_id):
        raise NotHere
    known = dict(late_reasons(policy_for(by, clock.hub_id, at).document))
    if reason not in known:
        raise SayWhyLate(f"Say why it was late. Choose from: {'; '.join(known.values())}.")


def _footprint(by: Viewer, clock: Clock, reason: str, at: datetime) -> None:
    record(
        by=by,
        action="clock.explained",
        at=at,
        hub_id=clock.hub_id,
        subject_kind="clock",
        subject_id=clock.id,
        subject_label=clock.label,
        case_id=clock.case_id,
        details={"kind": clock.kind, "reason": reason},
    )
