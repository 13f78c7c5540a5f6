"""Who takes over, and what the referrer was told."""

import uuid

from django.db import models


class Handover(models.Model):
    """An outcome handed to a team, until it accepts or returns it (A12.2, A12.3)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="handovers")
    decision = models.ForeignKey(
        "decisions.Decision", on_delete=models.PROTECT, related_name="handovers"
    )
    team = models.ForeignKey("accounts.Team", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    summary = models.TextField()
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey("accounts.Practitioner", on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    returned_because = models.TextField(blank=True)
    system_name = models.CharField(max_length=60, blank=True)
    system_reference = models.CharField(max_length=60, blank=True)
    waived_because = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["team", "state"], name="handover_tray")]


class HandoverPerson(models.Model):
    """Somebody handed over, and the outcome they are handed over for."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    outcome = models.ForeignKey("decisions.Outcome", on_delete=models.PROTECT, related_name="+")


class Feedback(models.Model):
    """What one referrer is told about one contact (A13). Words sent are never edited."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("intake.Contact", on_delete=models.PROTECT, related_name="feedback")
    decision = models.ForeignKey(
        "decisions.Decision", null=True, on_delete=models.PROTECT, related_name="feedback"
    )
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    not_sent_because = models.CharField(max_length=200, blank=True)
    due_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sent_by_name = models.CharField(max_length=120, blank=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "feedback"
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "decision", "kind"], name="feedback_once_a_decision"
            ),
        ]
