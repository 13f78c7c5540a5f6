"""Who somebody is, and which agencies and teams a hub has."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from openmash.accounts.models import Agency, Hub, HubAgency, Membership, Practitioner, Team
from openmash.accounts.rules import powers_of
from openmash.accounts.terms import POWERS, Power, Role
from openmash.core.refusals import NotHere
from openmash.core.viewers import Standing, Viewer, ViewerKind


def viewer_of(
    practitioner: Practitioner, *, on: date, session: str = "", origin: str = ""
) -> Viewer:
    """Return the practitioner as a viewer, with the memberships that count `on` that day.

    The database must already know who asks (`know_practitioner`): memberships have a wall too.
    """
    rows = (
        Membership.objects.filter(_current(on), practitioner=practitioner)
        .select_related("agency", "hub")
        .order_by("hub__name", "agency_id")
    )
    return Viewer(
        kind=ViewerKind.PRACTITIONER,
        name=practitioner.name,
        id=practitioner.id,
        standings=tuple(_standing(each) for each in rows) if practitioner.is_active else (),
        registration=practitioner.registration_number,
        session=session,
        origin=origin,
    )


def _standing(membership: Membership) -> Standing:
    return Standing(
        hub_id=membership.hub_id,
        hub_name=membership.hub.name,
        agency_id=membership.agency_id,
        agency_kind=membership.agency.kind,
        agency_name=membership.agency.name,
        roles=frozenset(membership.roles),
        powers=powers_of(membership.roles),
        policies_changed_at=membership.hub.policies_changed_at,
    )


def job_viewer(hubs: Iterable[Hub], *, name: str) -> Viewer:
    """Return a job as a viewer, with a name of its own and every working power in its hubs."""
    powers: frozenset[str] = frozenset(Power) - {Power.ADMINISTER}
    return Viewer(
        kind=ViewerKind.JOB,
        name=name,
        standings=tuple(
            Standing(each.id, each.name, None, "", "", frozenset(), powers) for each in hubs
        ),
    )


def door_viewer(hub: Hub, *, origin: str = "") -> Viewer:
    """Return somebody without an account at a hub's public door; they may only refer."""
    standing = Standing(hub.id, hub.name, None, "", "", frozenset(), frozenset({Power.REFER}))
    return Viewer(kind=ViewerKind.DOOR, name="Public form", standings=(standing,), origin=origin)


def hubs_of(viewer: Viewer) -> QuerySet[Hub]:
    """Return the hubs this viewer belongs to, by name."""
    return Hub.objects.filter(id__in=viewer.hub_ids).order_by("name")


def hub_named(name: str) -> Hub:
    """Return the hub with this slug, or the one made from this preset; or raise NotHere."""
    hub = Hub.objects.filter(slug=name).first()
    hub = hub or Hub.objects.filter(preset=name).order_by("slug").first()
    if hub is None:
        raise NotHere
    return hub


def hubs_named(name: str) -> list[Hub]:
    """Return the hub with this slug, or every hub made from this preset; or raise NotHere."""
    exact = list(Hub.objects.filter(slug=name))
    found = exact or list(Hub.objects.filter(preset=name).order_by("slug"))
    if not found:
        raise NotHere
    return found


def public_hubs() -> QuerySet[Hub]:
    """Return the hubs anybody may send a concern to."""
    return Hub.objects.filter(takes_public_concerns=True).order_by("name")


def every_hub() -> QuerySet[Hub]:
    """Return all hubs; for jobs that serve each in turn."""
    return Hub.objects.order_by("slug")


def agencies_of(hub_id: UUID, *, on: date) -> QuerySet[Agency]:
    """Return the member agencies of a hub on a day, by name."""
    return (
        Agency.objects.filter(
            places__hub_id=hub_id, places__is_member=True, places__joined_on__lte=on
        )
        .filter(Q(places__left_on=None) | Q(places__left_on__gt=on))
        .order_by("name")
        .distinct()
    )


def agency_named(agency_id: UUID) -> Agency:
    """Return one agency, or raise NotHere."""
    found = Agency.objects.filter(id=agency_id).first()
    if found is None:
        raise NotHere
    return found


def lead_email_of(hub_id: UUID, agency_id: UUID) -> str:
    """Return where an agency in a hub wants its notices sent; empty when it has not said."""
    place = HubAgency.objects.filter(hub_id=hub_id, agency_id=agency_id).first()
    return place.lead_email if place else ""


def teams_of(hub_id: UUID) -> QuerySet[Team]:
    """Return the teams that take hand-overs in a hub."""
    return Team.objects.filter(hub_id=hub_id).select_related("agency").order_by("name")


def teams_led_by(viewer: Viewer) -> QuerySet[Team]:
    """Return the teams whose hand-overs this viewer may accept or return."""
    return Team.objects.filter(
        memberships__practitioner_id=viewer.practitioner_id,
        memberships__agency_id__in=viewer.agencies_where(Power.RECEIVE_HANDOVER),
        hub_id__in=viewer.hubs_where(Power.RECEIVE_HANDOVER),
    ).distinct()


def practitioners_who_may(power: Power, hub_id: UUID, *, on: date) -> QuerySet[Practitioner]:
    """Return who holds a power in a hub on a day, by name: for choosing whom to give work to."""
    roles = [role.value for role, powers in POWERS.items() if power in powers]
    current = Q(memberships__valid_until=None) | Q(memberships__valid_until__gt=on)
    return (
        Practitioner.objects.filter(
            current,
            is_active=True,
            memberships__hub_id=hub_id,
            memberships__valid_from__lte=on,
            memberships__roles__overlap=roles,
        )
        .order_by("name")
        .distinct()
    )


def everybody_ever_in(hub_id: UUID) -> list[tuple[UUID, str]]:
    """Return the id and name of everybody who is or was a member of a hub, by name."""
    rows = Practitioner.objects.filter(memberships__hub_id=hub_id).order_by("name").distinct()
    return list(rows.values_list("id", "name"))


def practitioner_named(practitioner_id: UUID) -> Practitioner:
    """Return one practitioner by id, or raise NotHere."""
    found = Practitioner.objects.filter(id=practitioner_id).first()
    if found is None:
        raise NotHere
    return found


def names_of_practitioners(ids: Sequence[UUID]) -> dict[UUID, str]:
    """Return names by id, in one query, for pages that list who did what."""
    return dict(Practitioner.objects.filter(id__in=ids).values_list("id", "name"))


def hub_numbered(hub_id: UUID | str) -> Hub:
    """Return one hub by id, or raise NotHere."""
    found = Hub.objects.filter(id=hub_id).first()
    if found is None:
        raise NotHere
    return found


def practitioner_called(username: str) -> Practitioner | None:
    """Return who signs in by this name, or None."""
    return Practitioner.objects.filter(username=username).first()


@dataclass(frozen=True)
class CastShown:
    """One of a demonstration's cast, as the sign-in page introduces them."""

    username: str
    name: str
    job_title: str
    agency: str
    hub: str
    roles: tuple[Role, ...]


def fictional_cast(*, on: date) -> list[CastShown]:
    """Return the fictional practitioners the database shows: the fullest hub first, and in it
    those who meet a concern in the order they meet it."""
    rows = (
        Membership.objects.filter(
            _current(on), practitioner__is_fictional=True, practitioner__is_active=True
        )
        .select_related("practitioner", "agency", "hub")
        .order_by("hub__name", "agency__name", "practitioner__name")
    )
    shown = [
        CastShown(
            username=each.practitioner.username,
            name=each.practitioner.name,
            job_title=each.practitioner.job_title,
            agency=each.agency.name,
            hub=each.hub.name,
            roles=tuple(role for role in Role if role in each.roles),
        )
        for each in rows
    ]
    people_in = Counter(each.hub for each in shown)
    return sorted(shown, key=lambda each: (-people_in[each.hub], _first_duty(each.roles)))


AS_MET = (
    Role.HUB_MANAGER,
    Role.CONTACT_OFFICER,
    Role.SOCIAL_WORKER,
    Role.DECISION_MAKER,
    Role.RESEARCHER,
    Role.AGENCY_DECISION_MAKER,
    Role.REFERRER,
)


def _first_duty(roles: Sequence[Role]) -> int:
    return min((AS_MET.index(each) for each in roles if each in AS_MET), default=len(AS_MET))


def fictional_practitioner(username: str) -> Practitioner:
    """Return one of a demonstration's cast who may sign in, or raise NotHere."""
    found = practitioner_called(username)
    if found is None or not (found.is_fictional and found.is_active):
        raise NotHere
    return found


@dataclass(frozen=True)
class PlaceShown:
    """What somebody is in one hub, for one agency."""

    hub: str
    agency: str
    roles: tuple[Role, ...]
    is_in_focus: bool


def places_of(viewer: Viewer, *, in_focus: UUID) -> list[PlaceShown]:
    """Return what a viewer is, and where, one line for each membership."""
    return [
        PlaceShown(
            hub=each.hub_name,
            agency=each.agency_name,
            roles=tuple(role for role in Role if role in each.roles),
            is_in_focus=each.hub_id == in_focus,
        )
        for each in viewer.standings
    ]


def has_second_step(practitioner_id: UUID) -> bool:
    """Say whether somebody has an authenticator app or a security key to sign in with."""
    types = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    found: bool = Authenticator.objects.filter(user_id=practitioner_id, type__in=types).exists()
    return found


def _current(on: date) -> Q:
    """Match the memberships that count on a day."""
    return Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gt=on))
