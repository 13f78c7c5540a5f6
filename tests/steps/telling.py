"""What arrives: people as they are told of, a concern, a draft, a paper, a question, a file."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from openmash.core.partial_dates import PartialDate
from openmash.governance.terms import AgreementAnswer
from openmash.intake.models import ImportBatch
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.selectors import subjects_of
from openmash.intake.services import (
    Sender,
    ask_clarification,
    attach_to_contact,
    import_contacts,
    receive_contact,
    save_draft,
)
from openmash.intake.terms import Channel, FileSource, FormKind, Part, SourceCode
from openmash.intake.tests.reading_files import police_file
from openmash.people.terms import Sex
from tests.cast import NOW, Cast
from tests.steps.moments import ANSWERED, SENT

if TYPE_CHECKING:
    from openmash.intake.models import Attachment, Clarification, Contact, Draft, Subject


def a_child(given: str, family: str = "Dobson", born: date = date(2022, 3, 4)) -> ToldPerson:
    """Return a child of concern as a school tells of one; the Dobsons live at Alder Row."""
    is_dobson = family == "Dobson"
    return ToldPerson(
        part=Part.CHILD_OF_CONCERN,
        given_names=given,
        family_name=family,
        born=PartialDate(born),
        sex=Sex.FEMALE,
        address="14 Alder Row" if is_dobson else "",
        postcode="ZX9 4AB" if is_dobson else "",
    )


MOTHER = ToldPerson(
    part=Part.PARENT_CARER,
    given_names="Lesley",
    family_name="Dobson",
    born=PartialDate(date(1991, 1, 20)),
    sex=Sex.FEMALE,
    address="14 Alder Row",
    postcode="ZX9 4AB",
    relationship="mother",
    parental_responsibility=True,
)
IWAN = ToldPerson(
    part=Part.ADULT_OF_CONCERN,
    given_names="Iwan",
    family_name="Prŷs",
    born=PartialDate(date(1945, 5, 1)),
    sex=Sex.MALE,
)


def told_by_lee(
    cast: Cast, *people: ToldPerson, agreement: AgreementAnswer = AgreementAnswer.GIVEN
) -> "Contact":
    """Lee, at a school, sends a concern through the portal."""
    by = cast.see_as("lee")
    told = ToldContact(
        sender_reference="",
        channel=Channel.PORTAL,
        received_at=SENT,
        people=people,
        referrer=ToldReferrer(
            name="Lee Ashworth",
            role="Designated safeguarding lead",
            organisation="Witton Park School",
            email="lee@hub.example",
            source_code=SourceCode.SCHOOL,
        ),
        narrative="A bruise on the cheek, and frightened to go home.",
        agreement=agreement,
    )
    return receive_contact(
        by=by,
        hub_id=cast.hub.id,
        told=told,
        original=told.narrative.encode(),
        media_type="text/plain",
        at=SENT,
        sender=Sender(cast.lee.id, cast.agencies["school"].id),
    )


def subject_of(contact: "Contact") -> "Subject":
    """Return the one the concern is about."""
    return next(each for each in subjects_of([contact.id])[contact.id] if each.is_concern)


def concern_of(contact: "Contact") -> UUID:
    """Return the record of the one the concern is about."""
    return subject_of(contact).person_id


def a_draft(cast: Cast, who: str, form: FormKind) -> "Draft":
    """Begin a form, and do not send it."""
    return save_draft(
        by=cast.see_as(who),
        hub_id=cast.hub.id,
        draft_id=uuid4(),
        form=form,
        answers={"narrative": ["Late again today."]},
        at=ANSWERED,
    )


def a_paper(cast: Cast, contact: "Contact") -> "Attachment":
    """Sam puts on a contact what came by post."""
    return attach_to_contact(
        by=cast.see_as("sam"),
        contact_id=contact.id,
        filename="note.txt",
        content=b"She was late again today.",
        at=NOW,
    )


def a_question(cast: Cast, contact: "Contact") -> "Clarification":
    """Sam asks whoever sent a contact."""
    return ask_clarification(
        by=cast.see_as("sam"), contact_id=contact.id, question="Who fetches her?", at=NOW
    )


def a_file_of_one_bad_row(cast: Cast) -> "ImportBatch":
    """Sam imports a police file whose one row cannot be read."""
    report = import_contacts(
        by=cast.see_as("sam"),
        hub_id=cast.hub.id,
        source=FileSource.POLICE,
        filename="batch.csv",
        content=police_file({"Created": "31/02/2025 10:00"}),
        at=NOW,
    )
    return ImportBatch.objects.get(filename=report.filename)
