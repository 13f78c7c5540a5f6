"""Contacts and cases for tests, made by the public verbs."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from openmash.cases.models import Case
from openmash.cases.services import open_case
from openmash.core.partial_dates import PartialDate
from openmash.core.viewers import Viewer
from openmash.governance.terms import AgreementAnswer, Track
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.selectors import subjects_of
from openmash.intake.services import Sender, receive_contact, screen_contact
from openmash.intake.terms import Channel, Part, SourceCode
from openmash.people.terms import Sex

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

MAYA = ToldPerson(
    part=Part.CHILD_OF_CONCERN,
    given_names="Maya",
    family_name="Dobson",
    born=PartialDate(datetime(2022, 3, 4, tzinfo=UTC).date()),
    sex=Sex.FEMALE,
    address="14 Alder Row",
    postcode="ZX9 4AB",
)
LESLEY = ToldPerson(
    part=Part.PARENT_CARER,
    given_names="Lesley",
    family_name="Dobson",
    sex=Sex.FEMALE,
    relationship="mother",
)
IWAN = ToldPerson(
    part=Part.ADULT_OF_CONCERN,
    given_names="Iwan",
    family_name="Prŷs",
    born=PartialDate(datetime(1945, 5, 1, tzinfo=UTC).date()),
    sex=Sex.MALE,
)


def told(*people: ToldPerson, reference: str = "", **changed: object) -> ToldContact:
    """Return what a school told of these people; of Maya and her mother when none are given."""
    answers: dict[str, object] = {
        "sender_reference": reference,
        "channel": Channel.PORTAL,
        "received_at": NOW - timedelta(hours=2),
        "people": people or (MAYA, LESLEY),
        "referrer": ToldReferrer(
            name="Lee Ashworth", role="Designated lead", source_code=SourceCode.SCHOOL
        ),
        "narrative": "Maya came to school with a bruise on her cheek.",
        "agreement": AgreementAnswer.GIVEN,
    }
    return ToldContact(**{**answers, **changed})  # type: ignore[arg-type]


def received(by: Viewer, hub_id: UUID, *people: ToldPerson, **changed: object) -> UUID:
    """Receive a contact at the time it says it was sent."""
    notification = told(*people, **changed)  # type: ignore[arg-type]
    contact = receive_contact(
        by=by,
        hub_id=hub_id,
        told=notification,
        original=b"as sent",
        media_type="text/plain",
        at=notification.received_at,
        sender=Sender(),
    )
    return contact.id


def screened(
    by: Viewer,
    hub_id: UUID,
    *people: ToldPerson,
    rating: str = "red",
    can_decide_now: bool = False,
    **changed: object,
) -> UUID:
    """Receive and screen a contact, with a track for each person of concern."""
    contact_id = received(by, hub_id, *people, **changed)
    tracks = {
        each.id: [Track.ADULT_EN if each.part == Part.ADULT_OF_CONCERN else Track.CHILD_EN]
        for each in subjects_of([contact_id])[contact_id]
        if each.is_concern
    }
    screen_contact(
        by=by,
        contact_id=contact_id,
        rating=rating,
        can_decide_now=can_decide_now,
        gate_reason="Health may hold more.",
        rationale="An injury that is not explained.",
        tracks=tracks,
        at=NOW - timedelta(hours=1),
    )
    return contact_id


def opened(by: Viewer, hub_id: UUID, *people: ToldPerson, **changed: object) -> Case:
    """Open a case from one screened contact."""
    rating = str(changed.get("rating", "red"))
    concern = str(changed.pop("concern", "Injury not explained"))
    at = changed.pop("at", NOW)
    assert isinstance(at, datetime)
    contact_id = screened(by, hub_id, *people, **changed)  # type: ignore[arg-type]
    return open_case(by=by, contact_ids=[contact_id], rating=rating, concern=concern, at=at)
