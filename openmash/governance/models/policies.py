"""The hub's policy as it stood on each day."""

import uuid

from django.db import models


class Policy(models.Model):
    """One version of a hub's policy: a validated document, its hash and its dates."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="policies")
    version = models.PositiveIntegerField()
    document = models.JSONField()
    document_hash = models.CharField(max_length=64)
    effective_from = models.DateTimeField()
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "policies"
        constraints = [
            models.UniqueConstraint(fields=["hub", "version"], name="policy_version_once"),
            models.UniqueConstraint(fields=["hub", "effective_from"], name="policy_starts_once"),
        ]

    def __str__(self) -> str:
        return f"version {self.version}"
