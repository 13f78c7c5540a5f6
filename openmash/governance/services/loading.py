"""Taking a policy from a file into a hub, from a day on."""

from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction

from openmash.core.refusals import Refusal
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.models import Policy
from openmash.governance.rules import PolicyDocument, document_hash
from openmash.governance.services.policies import adopt_policy


class CannotLoadPolicy(Refusal):
    """This policy cannot be taken into the hub from that day."""


@transaction.atomic
def load_policy(
    *, by: Viewer, hub_id: UUID, document: PolicyDocument, from_day: date, at: datetime
) -> Policy:
    """Adopt a policy from the beginning of a day, or from now if that is today (A5.8).

    What was decided before is judged by the policy of its day, so no policy begins in the past.
    """
    today = at.astimezone(LONDON).date()
    if from_day < today:
        raise CannotLoadPolicy("A policy cannot begin in the past. Choose today or a later day.")
    begins = at if from_day == today else datetime.combine(from_day, time(), LONDON)
    latest = Policy.objects.filter(hub_id=hub_id).order_by("-effective_from").first()
    if latest is not None and latest.effective_from >= begins:
        words = f"{latest.effective_from.astimezone(LONDON):%-d %B %Y}"
        raise CannotLoadPolicy(f"A later policy begins on {words}. Choose a day after it.")
    if latest is not None and latest.document_hash == document_hash(document):
        raise CannotLoadPolicy(f"This is what version {latest.version} says already.")
    return adopt_policy(by=by, hub_id=hub_id, document=document, effective_from=begins, at=at)
