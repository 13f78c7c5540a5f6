"""Adopting a policy."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.services import note_policies_changed
from openmash.audit.services import record
from openmash.core.viewers import Viewer
from openmash.governance.models import Policy
from openmash.governance.rules import PolicyDocument, document_hash


@transaction.atomic
def adopt_policy(
    *, by: Viewer, hub_id: UUID, document: PolicyDocument, effective_from: datetime, at: datetime
) -> Policy:
    """Add a version of a hub's policy from a moment on; earlier versions stay as they were."""
    latest = Policy.objects.filter(hub_id=hub_id).order_by("-version").first()
    policy = Policy.objects.create(
        hub_id=hub_id,
        version=latest.version + 1 if latest else 1,
        document=document.model_dump(mode="json"),
        document_hash=document_hash(document),
        effective_from=effective_from,
        created_at=at,
        created_by=by.name,
    )
    note_policies_changed(hub_id=hub_id, at=at)
    record(
        by=by,
        action="policy.adopted",
        at=at,
        hub_id=hub_id,
        subject_kind="policy",
        subject_id=policy.id,
        subject_label=str(policy),
        details={"hash": policy.document_hash},
    )
    return policy
