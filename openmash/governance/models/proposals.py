"""A change to a hub's policy that somebody proposes and somebody else approves."""

import uuid

from django.db import models


class PolicyProposal(models.Model):
    """A whole policy as it would be: drafted, sent, then approved, refused or withdrawn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hub = models.ForeignKey("accounts.Hub", on_delete=models.PROTECT, related_name="+")
    based_on = models.ForeignKey(
        "governance.Policy", on_delete=models.PROTECT, related_name="proposals"
    )
    document = models.JSONField()
    document_hash = models.CharField(max_length=64)
    begins_on = models.DateField()
    why = models.TextField()
    state = models.CharField(max_length=12, default="draft")
    drafted_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        "accounts.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    sent_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        "accounts.Practitioner", null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.TextField(blank=True)
    became = models.OneToOneField(
        "governance.Policy", null=True, on_delete=models.PROTECT, related_name="proposal"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "sent", "approved", "refused", "withdrawn"]),
                name="proposal_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by=None)
                | ~models.Q(answered_by=models.F("proposed_by")),
                name="proposal_answered_by_another",
            ),
        ]
        indexes = [models.Index(fields=["hub", "-drafted_at"], name="proposal_latest")]
