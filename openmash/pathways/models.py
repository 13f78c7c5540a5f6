"""Who takes over, and what the referrer was told."""

import uuid

from django.db import models


class Handover(models.Model):
    """An outcome handed to a team, until it accepts or returns it (A12.2, A12.3).

    Without a team, it says why nobody had to accept: told by telephone, another authority's.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=20, unique=True)
    case = models.ForeignKey("cases.Case", on_delete=models.PROTECT, related_name="handovers")
    decision = models.ForeignKey(
        "decisions.Decision", on_delete=models.PROTECT, related_name="handovers"
    )
    team = models.ForeignKey("accounts.Team", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=20)
    summary = models.TextField(blank=True)
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
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="sent", answered_at=None)
                | models.Q(state="accepted", answered_at__isnull=False)
                | (
                    models.Q(state="returned", answered_at__isnull=False)
                    & ~models.Q(returned_because="")
                )
                | (
                    models.Q(state="waived", answered_at__isnull=False)
                    & ~models.Q(waived_because="")
                ),
                name="handover_state",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waived")
                | (models.Q(team__isnull=False) & ~models.Q(summary="")),
                name="handover_goes_to_a_team",
            ),
        ]


class HandoverPerson(models.Model):
    """Somebody handed over and the outcome it is for; name and birth as they were sent."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    handover = models.ForeignKey(Handover, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    outcome = models.ForeignKey("decisions.Outcome", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=400)
    born_words = models.CharField(max_length=60, blank=True)


class Feedback(models.Model):
    """What one referrer is told about one contact (A13). Words sent are never edited.

    An outcome is of a decision; or of the `ending` of a contact that no case ever had.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey("intake.Contact", on_delete=models.PROTECT, related_name="feedback")
    decision = models.ForeignKey(
        "decisions.Decision", null=True, on_delete=models.PROTECT, related_name="feedback"
    )
    ending = models.UUIDField(null=True, unique=True)
    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    subject = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    not_sent_because = models.CharField(max_length=300, blank=True)
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
            models.UniqueConstraint(
                fields=["contact", "kind"],
                condition=models.Q(kind="acknowledgement"),
                name="feedback_acknowledged_once",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="acknowledgement", decision=None, ending=None)
                | models.Q(kind="outcome", decision__isnull=False, ending=None)
                | models.Q(kind="outcome", decision=None, ending__isnull=False),
                name="feedback_is_of_a_decision_or_an_ending",
            ),
            models.CheckConstraint(
                condition=models.Q(state="due", sent_at=None)
                | (
                    models.Q(state__in=["sent", "read"], sent_at__isnull=False)
                    & ~models.Q(words="")
                )
                | (
                    models.Q(state__in=["not_possible", "not_appropriate"], sent_at=None)
                    & ~models.Q(not_sent_because="")
                ),
                name="feedback_state",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "due_at"], condition=models.Q(state="due"), name="feedback_due"
            ),
        ]
