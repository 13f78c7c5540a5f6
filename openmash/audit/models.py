"""What is kept of every act and every look. Ids and labels only: audit outlives its subjects."""

import uuid

from django.db import models


class AuditEvent(models.Model):
    """One act or one look, written in the transaction of what it tells (A18.8)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    is_look = models.BooleanField(default=False)
    actor_kind = models.CharField(max_length=20)
    actor_id = models.UUIDField(null=True)
    actor_label = models.CharField(max_length=200)
    agency_id = models.UUIDField(null=True)
    agency_label = models.CharField(max_length=200, blank=True)
    roles = models.CharField(max_length=300, blank=True)
    origin = models.CharField(max_length=64, blank=True)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.UUIDField(null=True)
    subject_label = models.CharField(max_length=200, blank=True)
    case_id = models.UUIDField(null=True)
    details = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["hub_id", "-at"], name="audit_event_hub"),
            models.Index(fields=["subject_label", "-at"], name="audit_event_label"),
            models.Index(fields=["subject_id", "-at"], name="audit_event_subject"),
            models.Index(fields=["case_id", "-at"], name="audit_event_case"),
            models.Index(fields=["actor_id", "-at"], name="audit_event_actor"),
        ]


class AuditPerson(models.Model):
    """A person whose record an event showed or touched."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub_id = models.UUIDField(null=True)
    event_id = models.UUIDField(db_index=True)
    person_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person_id", "-at"], name="audit_person_person")]


class StatedReason(models.Model):
    """Why somebody said they looked: their own words, kept apart from the event itself."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub_id = models.UUIDField(null=True)
    event_id = models.UUIDField(db_index=True)
    words = models.TextField()

    class Meta:
        db_table = "audit_stated_reason"


class ShownPerson(models.Model):
    """Whom this sign-in has been shown on which page, so that a refresh is not a second look."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.CharField(max_length=64)
    page = models.CharField(max_length=120)
    person_id = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        db_table = "shown_person"
        constraints = [
            models.UniqueConstraint(
                fields=["session", "page", "person_id"], name="shown_person_once_a_session"
            )
        ]
