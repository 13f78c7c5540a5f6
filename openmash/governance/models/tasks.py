"""What a person must still do."""

import uuid

from django.db import models

from openmash.governance.own_pages import page_of


class Task(models.Model):
    """Something a person must still do; validation that must not block urgency becomes one."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    about_kind = models.CharField(max_length=40)
    about_id = models.UUIDField()
    case_id = models.UUIDField(null=True, db_index=True)
    words = models.CharField(max_length=300)
    needs_power = models.CharField(max_length=40)
    raised_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about_id", "kind"],
                condition=models.Q(done_at=None),
                name="task_one_open_of_a_kind",
            ),
        ]
        indexes = [
            models.Index(
                fields=["hub", "due_at"], condition=models.Q(done_at=None), name="task_open_by_due"
            ),
        ]

    @property
    def own_page(self) -> str:
        """The name of the page this is done on, where a sentence does not finish it."""
        return page_of(self.kind)
