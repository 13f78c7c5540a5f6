"""The people in our tests, the same everywhere, so that a test reads as a story.

Priya decides for the hub, Tom is police on the case, Amira is health and not yet asked, Lee is the
referrer, Noor decides in another hub and must see nothing. The rest are the demo's cast.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import transaction
from django.db.models import Model
from django.test import Client

from openmash.accounts import selectors, services
from openmash.accounts.models import (
    Agency,
    Hub,
    HubAgency,
    Membership,
    Practitioner,
    Team,
)
from openmash.accounts.services import act_as, know_practitioner
from openmash.accounts.terms import Role
from openmash.core.viewers import Viewer
from openmash.governance.models import Policy
from openmash.governance.rules import load_preset
from openmash.governance.selectors import forget_versions
from openmash.governance.services import adopt_policy

FOUNDED = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday in winter: London keeps UTC

PEOPLE: dict[str, tuple[str, str, Role]] = {
    "sam": ("Sam Okafor", "csc", Role.CONTACT_OFFICER),
    "bo": ("Bo Lindqvist", "csc", Role.BUSINESS_SUPPORT),
    "fay": ("Fay Morgan", "csc", Role.SOCIAL_WORKER),
    "fern": ("Fern Castle", "asc", Role.ADULT_PRACTITIONER),
    "abel": ("Abel Stone", "csc", Role.OUT_OF_HOURS),
    "priya": ("Priya Raman", "csc", Role.DECISION_MAKER),
    "owen": ("Owen Pryce", "asc", Role.DECISION_MAKER),
    "maya": ("Maya Lund", "csc", Role.HUB_MANAGER),
    "tom": ("Tom Hale", "police", Role.AGENCY_DECISION_MAKER),
    "pia": ("Pia Novak", "police", Role.RESEARCHER),
    "amira": ("Amira Haddad", "health", Role.RESEARCHER),
    "lena": ("Lena Fox", "health", Role.AGENCY_LEAD),
    "eve": ("Eve Marsh", "education", Role.RESEARCHER),
    "joe": ("Joe Bright", "probation", Role.RESEARCHER),
    "hana": ("Hana Doyle", "housing", Role.RESEARCHER),
    "dee": ("Dee Cole", "early_help", Role.RESEARCHER),
    "ines": ("Ines Duarte", "da_service", Role.RESEARCHER),
    "lee": ("Lee Ashworth", "school", Role.REFERRER),
    "rosa": ("Rosa Quinn", "csc", Role.RECEIVING_MANAGER),
    "kit": ("Kit Barlow", "csc", Role.AUDITOR),
    "ravi": ("Ravi Desai", "csc", Role.ANALYST),
    "gwen": ("Gwen Parry", "csc", Role.IG_LEAD),
    "bea": ("Bea Holt", "csc", Role.BOARD_MEMBER),
    "root": ("Root Admin", "csc", Role.ADMINISTRATOR),
}
REFERRERS_ONLY = {"school"}
NAMES_OF_AGENCIES = {
    "csc": "Rivermead Children's Services",
    "asc": "Rivermead Adult Services",
    "police": "Rivermead Police",
    "health": "Rivermead Health",
    "education": "Rivermead Education",
    "probation": "Rivermead Probation",
    "housing": "Rivermead Homes",
    "early_help": "Rivermead Early Help",
    "da_service": "Rivermead Haven",
    "school": "Witton Park School",
}


@dataclass
class Cast:
    """A hub with its people, another hub with Noor, and each of them as a viewer by name."""

    hub: Hub
    elsewhere: Hub
    agencies: dict[str, Agency]
    practitioners: dict[str, Practitioner]
    viewers: dict[str, Viewer] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Viewer:
        """`cast.priya` is Priya as a viewer; the database is told nothing until `see_as`."""
        try:
            return vars(self)["viewers"][name]
        except KeyError:
            raise AttributeError(name) from None

    def see_as(self, name: str) -> Viewer:
        """Let the database show the rest of this test what one of the cast may see."""
        act_as(self.viewers[name])
        return self.viewers[name]

    def sign_in(self, client: Client, name: str) -> Client:
        client.force_login(
            self.practitioners[name], backend="django.contrib.auth.backends.ModelBackend"
        )
        return client


def maker(*hubs: Hub) -> Viewer:
    """Return the one who sets a hub up, before it has people."""
    return selectors.job_viewer(hubs, name="Set-up")


def make_cast(preset: str = "london") -> Cast:
    """Found two hubs, let the agencies join, enrol everybody, and adopt the preset's policy."""
    hub, elsewhere = _found("rivermead", preset), _found("elsewhere", preset)
    act_as(maker(hub, elsewhere))
    agencies = {
        kind: services.join_agency(
            by=maker(hub),
            hub_id=hub.id,
            name=name,
            kind=kind,
            is_member=kind not in REFERRERS_ONLY,
            lead_email=f"{kind}@hub.example",
            at=FOUNDED,
        )
        for kind, name in NAMES_OF_AGENCIES.items()
    }
    team = services.add_team(
        hub_id=hub.id,
        agency_id=agencies["csc"].id,
        name="Assessment Team East",
        system_name="Mosaic",
    )
    for each in ("early_help", "asc", "da_service"):
        services.add_team(
            hub_id=hub.id, agency_id=agencies[each].id, name=f"{each} team", system_name="Eclipse"
        )
    people = {
        username: _enrol(
            username, hub, agencies[kind], role, team.id if username == "rosa" else None
        )
        for username, (_, kind, role) in PEOPLE.items()
    }
    other = services.join_agency(
        by=maker(elsewhere),
        hub_id=elsewhere.id,
        name="Elsewhere Children's Services",
        kind="csc",
        is_member=True,
        at=FOUNDED,
    )
    people["noor"] = _enrol("noor", elsewhere, other, Role.DECISION_MAKER, None)
    cast = Cast(hub, elsewhere, agencies, people)
    for name, practitioner in people.items():
        know_practitioner(practitioner.id)
        cast.viewers[name] = selectors.viewer_of(practitioner, on=NOW.date())
    act_as(maker(hub, elsewhere))
    return cast


SET_UP = (Hub, Agency, HubAgency, Team, Practitioner, Membership, Policy)
_kept: dict[str, tuple[Cast, list[list[Model]]]] = {}


def cast_of(preset: str) -> Cast:
    """Return the cast, made by the public verbs once a run and put back row by row after that.

    Ids stay the same from test to test; what the making left on the audit is not put back.
    """
    forget_versions()
    if preset not in _kept:
        cast = make_cast(preset)
        _kept[preset] = deepcopy((cast, [list(each.objects.all()) for each in SET_UP]))  # type: ignore[attr-defined]
        return cast
    cast, rows = deepcopy(_kept[preset])
    act_as(maker(cast.hub, cast.elsewhere))
    for model, made in zip(SET_UP, rows, strict=True):
        model.objects.bulk_create(made)  # type: ignore[attr-defined]
    return cast


def _found(slug: str, preset: str) -> Hub:
    hub = services.found_hub(
        by=maker(),
        slug=slug,
        name=f"{slug.title()} hub",
        preset=preset,
        phone="01632 960100",
        duty_email=f"duty@{slug}.example",
        at=FOUNDED,
    )
    act_as(maker(hub))
    adopt_policy(
        by=maker(hub),
        hub_id=hub.id,
        document=load_preset(preset),
        effective_from=FOUNDED,
        at=FOUNDED,
    )
    hub.refresh_from_db()
    return hub


def _enrol(
    username: str, hub: Hub, agency: Agency, role: Role, team_id: UUID | None
) -> Practitioner:
    name = PEOPLE[username][0] if username in PEOPLE else "Noor Siddiqui"
    practitioner = services.enrol_practitioner(
        by=maker(hub),
        username=username,
        name=name,
        email=f"{username}@hub.example",
        job_title=role.label,
        registration_number="SW000001" if username in {"priya", "fay", "maya"} else "",
        mfa_required=False,
        at=FOUNDED,
    )
    services.give_membership(
        by=maker(hub),
        practitioner_id=practitioner.id,
        hub_id=hub.id,
        agency_id=agency.id,
        team_id=team_id,
        roles=[role],
        at=FOUNDED,
    )
    return practitioner


@pytest.fixture
def cast(db: None) -> Iterator[Cast]:
    """A hub on the London preset; the database sees both hubs until a test says `see_as`."""
    with transaction.atomic():
        yield cast_of("london")


@pytest.fixture
def lancashire_cast(db: None) -> Iterator[Cast]:
    with transaction.atomic():
        yield cast_of("lancashire")


@pytest.fixture
def committed_cast(committed_db: str) -> Cast:
    """A hub on the London preset, really committed: for threads and for browsers."""
    with transaction.atomic():
        return make_cast("london")
