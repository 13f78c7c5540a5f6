"""Time limits running for something, and every change to one."""

import uuid

from django.db import models


class Clock(models.Model):
    """A time limit running for something. `due_at` moves only by a recorded act (T rules)."""

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
    policy = models.ForeignKey("governance.Policy", on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    due_at = models.DateTimeField()
    first_due_at = models.DateTimeField()
    stopped_at = models.DateTimeField(null=True)
    breach_reason = models.CharField(max_length=40, blank=True)
    breach_words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about_id", "kind"],
                condition=models.Q(stopped_at=None),
                name="clock_one_running_of_a_kind",
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
