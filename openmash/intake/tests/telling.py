"""Small tellings for tests: a school nurse about Maya Dobson, unless a test says otherwise."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from openmash.core.partial_dates import PartialDate
from openmash.core.viewers import Viewer
from openmash.governance.terms import AgreementAnswer
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.services import Sender, receive_contact
from openmash.intake.terms import Channel, Part, PresentingReason, SourceCode
from openmash.people.terms import Sex

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday in winter: London keeps UTC

MAYA = ToldPerson(
    part=Part.CHILD_OF_CONCERN,
    given_names="Maya",
    family_name="Dobson",
    born=PartialDate(date(2022, 3, 27)),
    born_as_told="27/03/2022",
    sex=Sex.FEMALE,
    address="4 Quarry Row",
    postcode="ZX9 1AA",
)
LESLEY = ToldPerson(
    part=Part.PARENT_CARER,
    given_names="Lesley",
    family_name="Lawrence",
    born=PartialDate(date(1991, 1, 20)),
    address="4 Quarry Row",
    postcode="ZX9 1AA",
    relationship="mother",
    parental_responsibility=True,
)
IWAN = ToldPerson(
    part=Part.ADULT_OF_CONCERN,
    given_names="Iwan",
    family_name="Prŷs",
    born=PartialDate(date(1945, 5, 1)),
)
NURSE = ToldReferrer(
    name="Justin Brown-Smith",
    role="School nurse",
    organisation="Witton Park School",
    email="nurse@school.example",
    phone="01632 960497",
    source_code=SourceCode.SCHOOL_NURSE,
)
NEIGHBOUR = ToldReferrer(
    name="Winifred Nextdoor",
    phone="01632 960498",
    is_professional=False,
    source_code=SourceCode.ACQUAINTANCE,
)
TELLING = ToldContact(
    sender_reference="",
    channel=Channel.PORTAL,
    received_at=NOW,
    people=(MAYA, LESLEY),
    referrer=NURSE,
    narrative="Bruise to her left ear, noticed at PE.",
    reasons=(PresentingReason.PHYSICAL_ABUSE,),
    agreement=AgreementAnswer.GIVEN,
)


def told(**changes: Any) -> ToldContact:
    return replace(TELLING, **changes)


def receive(by: Viewer, hub_id: UUID, *, sender: Sender | None = None, **changes: Any) -> Contact:
    notification = told(**changes)
    return receive_contact(
        by=by,
        hub_id=hub_id,
        told=notification,
        original=b"as it came",
        media_type="text/plain",
        at=notification.received_at,
        sender=sender or Sender(),
    )


def of_concern(contact: Contact) -> list[Subject]:
    return list(contact.subjects.filter(is_concern=True).order_by("position"))
