"""The dated story. When it happened, was recorded and became known are three things."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Entry(models.Model):
    """One dated thing somebody told us. Corrected by a later entry, never edited (A9)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    happened_from = models.DateTimeField(null=True)
    happened_until = models.DateTimeField(null=True)
    happened_precision = models.CharField(max_length=10, default="unknown")
    recorded_at = models.DateTimeField()
    known_at = models.DateTimeField()
    words = models.TextField()
    nature = models.CharField(max_length=20, default="fact")
    significant = models.BooleanField(default=False)
    supplied_by = models.ForeignKey(
        "accounts.Agency", null=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=2, default="H2")
    audience = ArrayField(models.UUIDField(), default=list)
    restricted = models.BooleanField(default=False)
    case_id = models.UUIDField(null=True, db_index=True)
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by"
    )

    class Meta:
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__in=["H0", "H1", "H2", "H3", "H4"]),
                name="entry_code_is_a_handling_code",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    happened_precision__in=["minute", "day", "month", "year", "about", "unknown"]
                ),
                name="entry_precision",
            ),
            models.CheckConstraint(
                condition=models.Q(happened_from=None, happened_precision="unknown")
                | (models.Q(happened_from__isnull=False) & ~models.Q(happened_precision="unknown")),
                name="entry_precision_agrees",
            ),
        ]


class EntryPerson(models.Model):
    """Somebody an entry is about."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="people")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=30, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "person"], name="entry_person_once"),
        ]


class EntrySource(models.Model):
    """Where an entry came from: a contact, an item of a return, a decision."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="sources")
    kind = models.CharField(max_length=40)
    source_id = models.UUIDField(db_index=True)
    label = models.CharField(max_length=160)
