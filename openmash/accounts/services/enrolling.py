"""Enrolling practitioners, and what each is in which hub, from one day to another."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import transaction

from openmash.accounts.models import Membership, Practitioner
from openmash.accounts.terms import Role
from openmash.audit.services import record
from openmash.core.viewers import Viewer


@transaction.atomic
def enrol_practitioner(
    *,
    by: Viewer,
    username: str,
    name: str,
    email: str,
    job_title: str,
    at: datetime,
    password_hash: str = "",
    registration_number: str = "",
    mfa_required: bool = True,
    is_fictional: bool = False,
) -> Practitioner:
    """Give somebody a sign-in name; what they may do comes with a membership.

    Without a password hash they sign in by another way. Only a fictional practitioner can be signed
    in as with one press, and only in a demonstration.
    """
    practitioner = Practitioner(
        username=username,
        name=name,
        email=email,
        job_title=job_title,
        registration_number=registration_number,
        mfa_required=mfa_required,
        is_fictional=is_fictional,
    )
    practitioner.password = password_hash or make_password(None)
    practitioner.save()
    record(
        by=by,
        action="practitioner.enrolled",
        at=at,
        hub_id=None,
        subject_kind="practitioner",
        subject_id=practitioner.id,
        subject_label=username,
    )
    return practitioner


@transaction.atomic
def give_membership(
    *,
    by: Viewer,
    practitioner_id: UUID,
    hub_id: UUID,
    agency_id: UUID,
    roles: Sequence[Role],
    at: datetime,
    team_id: UUID | None = None,
    valid_until: date | None = None,
) -> Membership:
    """Make somebody a member of a hub for an agency, in these roles, from today."""
    membership = Membership.objects.create(
        practitioner_id=practitioner_id,
        hub_id=hub_id,
        agency_id=agency_id,
        team_id=team_id,
        roles=[each.value for each in roles],
        valid_from=at.date(),
        valid_until=valid_until,
    )
    record(
        by=by,
        action="membership.given",
        at=at,
        hub_id=hub_id,
        subject_kind="practitioner",
        subject_id=practitioner_id,
        details={"roles": membership.roles},
    )
    return membership


@transaction.atomic
def end_membership(*, by: Viewer, membership: Membership, at: datetime) -> None:
    """End a membership today: it counts for nothing from the very next request (trust 4)."""
    Membership.objects.filter(id=membership.id).update(valid_until=at.date())
    record(
        by=by,
        action="membership.ended",
        at=at,
        hub_id=membership.hub_id,
        subject_kind="practitioner",
        subject_id=membership.practitioner_id,
    )
