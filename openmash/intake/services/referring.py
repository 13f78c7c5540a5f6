"""A decision makes a contact about somebody a referral (A4.1)."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from openmash.intake.models import Subject


def mark_referrals(
    *, contact_ids: Collection[UUID], person_ids: Collection[UUID], at: datetime
) -> None:
    """Note when the contacts about these people became referrals; the first time stands."""
    Subject.objects.filter(
        contact_id__in=contact_ids, person_id__in=person_ids, became_referral_at=None
    ).update(became_referral_at=at)
