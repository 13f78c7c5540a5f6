"""Founding hubs, enrolling practitioners, and telling the database who is asking (ADR 7).

Row-level security compares columns with settings made here. They are local to the transaction, so
a pooled connection can never carry one request's sight into the next.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction

from openmash.accounts.models import Agency, Hub, HubAgency, Membership, Practitioner, Team
from openmash.accounts.terms import Role
from openmash.audit.services import record
from openmash.core.sealing import Keyring
from openmash.core.viewers import Viewer

_SET = """
select set_config('app.practitioner', %s, true),
       set_config('app.hubs', %s, true),
       set_config('app.agencies', %s, true),
       set_config('app.audience', %s, true)
"""


def keyring() -> Keyring:
    """Return the hub's sealing keys, which are kept outside the database (trust 4)."""
    return Keyring.of(*settings.SEALING_KEYS.items())


def act_as(viewer: Viewer) -> None:
    """Let the rest of this transaction see what `viewer` may see, and nothing else."""
    _set(
        practitioner=str(viewer.id or ""),
        hubs=viewer.hub_ids,
        agencies=viewer.agency_ids,
        audience=[viewer.id] if viewer.id else [],
    )


def know_practitioner(practitioner_id: UUID) -> None:
    """Let this transaction read one practitioner's own memberships, before hubs are known."""
    _set(practitioner=str(practitioner_id), hubs=[], agencies=[], audience=[practitioner_id])


@contextmanager
def acting_as(viewer: Viewer) -> Iterator[None]:
    """Open a transaction that sees what `viewer` may see; for jobs and commands."""
    with transaction.atomic():
        act_as(viewer)
        yield


def _set(
    *, practitioner: str, hubs: Iterable[UUID], agencies: Iterable[UUID], audience: Iterable[UUID]
) -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("The database is told who asks inside a transaction, or not at all.")
    with connection.cursor() as cursor:
        cursor.execute(_SET, [practitioner, _array(hubs), _array(agencies), _array(audience)])


def _array(ids: Iterable[UUID]) -> str:
    return "{" + ",".join(str(each) for each in ids) + "}"


def note_policies_changed(*, hub_id: UUID, at: datetime) -> None:
    """Let every process know that what it has read of this hub's policies is out of date."""
    Hub.objects.filter(id=hub_id).update(policies_changed_at=at)


@transaction.atomic
def found_hub(
    *, by: Viewer, slug: str, name: str, preset: str, phone: str, duty_email: str, at: datetime
) -> Hub:
    """Make a hub. Until it adopts a policy it can take no decision."""
    hub = Hub.objects.create(
        slug=slug, name=name, preset=preset, phone=phone, duty_email=duty_email
    )
    record(
        by=by,
        action="hub.founded",
        at=at,
        hub_id=hub.id,
        subject_kind="hub",
        subject_id=hub.id,
        subject_label=hub.slug,
    )
    return hub


@transaction.atomic
def join_agency(
    *,
    by: Viewer,
    hub_id: UUID,
    name: str,
    kind: str,
    is_member: bool,
    at: datetime,
    lead_email: str = "",
    agency: Agency | None = None,
) -> Agency:
    """Let an agency join a hub, as a member who is asked or as one that only refers.

    Give `agency` where it is already in another hub: one police force, several hubs (A17.3).
    """
    agency = agency or Agency.objects.create(name=name, kind=kind)
    HubAgency.objects.create(
        hub_id=hub_id,
        agency=agency,
        is_member=is_member,
        lead_email=lead_email,
        joined_on=at.date(),
    )
    record(
        by=by,
        action="agency.joined",
        at=at,
        hub_id=hub_id,
        subject_kind="agency",
        subject_id=agency.id,
        subject_label=agency.name,
    )
    return agency


def add_team(*, hub_id: UUID, agency_id: UUID, name: str, system_name: str) -> Team:
    """Name a team that takes hand-overs, and the system it keeps its own records in."""
    return Team.objects.create(
        hub_id=hub_id, agency_id=agency_id, name=name, system_name=system_name
    )


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
) -> Practitioner:
    """Give somebody a sign-in name; what they may do comes with a membership.

    Without a password hash they sign in by another way, or set a password first.
    """
    practitioner = Practitioner(
        username=username,
        name=name,
        email=email,
        job_title=job_title,
        registration_number=registration_number,
        mfa_required=mfa_required,
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
