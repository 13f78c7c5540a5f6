"""Time limits running for something, and every change to one."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Clock(models.Model):
    """A time limit running for something. `due_at` moves only by a recorded act (T rules).

    It keeps what it was given: policy, rule, allowance, calendar, and what it may stand still for.
    `gross_due_at` is when it would be due if it never had stood still (clock rule (f)).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    case_id = models.UUIDField(null=True, db_index=True)
    label = models.CharField(max_length=160)
    rule = models.CharField(max_length=12, blank=True)
    standing = models.CharField(max_length=12)
    amount = models.DecimalField(max_digits=7, decimal_places=2)
    unit = models.CharField(max_length=20)
    allowance = models.JSONField(default=dict)
    calendar = models.CharField(max_length=60, default="hub")
    may_pause_for = ArrayField(models.CharField(max_length=40), default=list)
    policy = models.ForeignKey("governance.Policy", on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    counted_from = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    first_due_at = models.DateTimeField()
    gross_due_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)
    cancelled = models.BooleanField(default=False)
    breach_reason = models.CharField(max_length=40, blank=True)
    breach_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about_id", "kind"],
                condition=models.Q(stopped_at=None),
                name="clock_one_running_of_a_kind",
            ),
            models.CheckConstraint(
                condition=models.Q(paused_at=None) | models.Q(stopped_at=None),
                name="clock_stopped_is_not_paused",
            ),
            models.CheckConstraint(
                condition=models.Q(paused_at=None) | ~models.Q(standing="statutory"),
                name="clock_of_statute_is_never_paused",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "due_at"],
                condition=models.Q(stopped_at=None),
                name="clock_running_by_due",
            ),
            models.Index(fields=["about_id"], name="clock_about"),
        ]


class ClockMove(models.Model):
    """A change of a clock's due time: what it was, what it became, and why (clock rule d)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="moves")
    was_due_at = models.DateTimeField()
    due_at = models.DateTimeField()
    why = models.CharField(max_length=200)
    moved_at = models.DateTimeField()
    moved_by = models.CharField(max_length=120)


class ClockPause(models.Model):
    """A span through which a clock stood still, for a reason its policy allows (A6.1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="pauses")
    reason = models.CharField(max_length=40)
    words = models.CharField(max_length=300, blank=True)
    paused_at = models.DateTimeField()
    paused_by = models.CharField(max_length=120)
    resumed_at = models.DateTimeField(null=True)
    resumed_by = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["clock"],
                condition=models.Q(resumed_at=None),
                name="clock_pause_one_open",
            ),
            models.CheckConstraint(
                condition=models.Q(resumed_at=None)
                | models.Q(resumed_at__gte=models.F("paused_at")),
                name="clock_pause_runs_forward",
            ),
        ]


class ClockRung(models.Model):
    """A rung of the hub's ladder that a clock's time has reached, told once (A6.3).

    The rungs of one climb are told together: one letter to each person, whatever their number.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="rungs")
    rung = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()
    tells = models.CharField(max_length=20)
    climb_id = models.UUIDField(db_index=True)
    reached_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["clock", "rung"], name="clock_rung_once"),
        ]


class AnnouncedDay(models.Model):
    """A day that turned out not to be like the calendar said: the latest word on it stands.

    A bank holiday is a nation's, and a closing is one calendar's of the hub.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=20)
    nation = models.CharField(max_length=3, blank=True)
    calendar = models.CharField(max_length=60, blank=True)
    why = models.CharField(max_length=300)
    announced_at = models.DateTimeField()
    announced_by = models.CharField(max_length=120)

    class Meta:
        indexes = [models.Index(fields=["hub", "announced_at"], name="announced_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=["bank_holiday", "no_bank_holiday"], calendar="")
                & ~models.Q(nation="")
                | models.Q(kind__in=["closed", "open"], nation="") & ~models.Q(calendar=""),
                name="announced_day_is_of_a_nation_or_a_calendar",
            ),
        ]
