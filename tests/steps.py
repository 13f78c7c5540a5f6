"""The steps of a story: each one public verb, done by whoever would do it, seeing what they see.

Journeys and the story of `tests.story` are told with them.
"""

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from openmash.accounts.selectors import job_viewer, teams_of
from openmash.accounts.services import act_as
from openmash.cases.services import allocate_case, open_case, record_conversation
from openmash.cases.terms import ConversationKind
from openmash.chronology.rules import Happened
from openmash.chronology.services import note_entry
from openmash.core.partial_dates import PartialDate
from openmash.decisions.services import DecisionSought, OutcomeChosen, record_decision
from openmash.governance.terms import AgreementAnswer, Track
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import ask_agencies, nil_return, respond
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
    screen_contact,
)
from openmash.intake.terms import Channel, FileSource, FormKind, Part, SourceCode
from openmash.intake.tests.reading_files import police_file
from openmash.pathways.services import hand_over, prepare_feedback
from openmash.people.terms import Sex
from openmash.sharing.services import decide_sharing
from tests.cast import NOW, Cast

if TYPE_CHECKING:
    from openmash.cases.models import Case, Conversation
    from openmash.chronology.models import Entry
    from openmash.decisions.models import Decision
    from openmash.information_requests.models import InformationRequest, Item
    from openmash.intake.models import (
        Attachment,
        Clarification,
        Contact,
        Draft,
        Subject,
    )
    from openmash.pathways.models import Feedback, Handover

SENT = NOW - timedelta(hours=3)
ASKED = NOW - timedelta(hours=2)
ANSWERED = NOW - timedelta(hours=1)
POWER = "Children Act 1989, section 47(9) to (11)"
PURPOSE = "To decide what help the child needs"


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


def screened(cast: Cast, contact: "Contact") -> "Contact":
    """Fay reads it first, and finds that agencies must be asked."""
    by = cast.see_as("fay")
    concerns = [each for each in subjects_of([contact.id])[contact.id] if each.is_concern]
    screen_contact(
        by=by,
        contact_id=contact.id,
        rating="amber",
        can_decide_now=False,
        gate_reason="Health may hold more.",
        rationale="An injury that is not explained.",
        tracks={each.id: [Track.CHILD_EN] for each in concerns},
        at=ASKED,
    )
    contact.refresh_from_db()
    return contact


def opened(cast: Cast, contact: "Contact") -> "Case":
    """Fay opens a case and takes it herself."""
    screened(cast, contact)
    by = cast.see_as("fay")
    case = open_case(by=by, contact_ids=[contact.id], rating="amber", concern="Injury", at=ASKED)
    allocate_case(by=by, case_id=case.id, to_id=by.practitioner_id, at=ASKED)
    case.refresh_from_db()
    return case


def share(cast: Cast, case: "Case") -> None:
    """Priya decides that agencies may be told enough to answer."""
    decide_sharing(
        by=cast.see_as("priya"),
        case_id=case.id,
        to_share=True,
        purpose=PURPOSE,
        informed="yes",
        agreement="given",
        article_6="e",
        article_9="safeguarding",
        power_relied_on=POWER,
        proportionality="Only the household, over two years.",
        at=ASKED,
    )


def ask(cast: Cast, case: "Case", kind: str) -> "InformationRequest":
    """Fay asks one agency about the child."""
    (request,) = ask_agencies(
        by=cast.see_as("fay"),
        case_id=case.id,
        agency_ids=[cast.agencies[kind].id],
        person_ids=[case.people.filter(is_concern=True).values_list("person_id", flat=True)[0]],
        summary="A bruise on a child's cheek.",
        purpose=PURPOSE,
        power_relied_on=POWER,
        question="What do you hold?",
        at=ASKED,
    )
    return request


def answer(cast: Cast, request: "InformationRequest") -> "Item":
    """Pia answers for the police: one thing they know."""
    returned = respond(
        by=cast.see_as("pia"),
        request_id=request.id,
        asked_about_id=request.people.get().id,
        answer="known",
        items=[ItemGiven(words="Called to the address twice this month.")],
        at=ANSWERED,
    )
    item: Item = returned.items.get()
    return item


def told_to_the_end(cast: Cast) -> "tuple[Case, Decision, Handover, Feedback]":
    """Another child's case, decided, handed over, and its referrer's answer written."""
    case = opened(cast, told_by_lee(cast, a_child("Nia", "Vale", date(2018, 5, 27))))
    share(cast, case)
    request = ask(cast, case, "police")
    nil_return(by=cast.see_as("pia"), asked_about_ids=[request.people.get().id], at=ANSWERED)
    decision = decide(cast, case)
    handover = hand_over(
        by=cast.see_as("fay"),
        decision_id=decision.id,
        team_id=teams_of(cast.hub.id).get(agency=cast.agencies["csc"]).id,
        summary="Nia needs to be seen this week; her mother agrees.",
        at=NOW,
    )
    hub = job_viewer([cast.hub], name="Feedback")
    act_as(hub)
    (feedback,) = prepare_feedback(by=hub, decision_id=decision.id, at=NOW)
    case.refresh_from_db()
    return case, decision, handover, feedback


def decide(cast: Cast, case: "Case") -> "Decision":
    """Priya decides on an assessment for the child."""
    person = case.people.filter(is_concern=True).values_list("person_id", flat=True)[0]
    return record_decision(
        by=cast.see_as("priya"),
        case_id=case.id,
        sought=DecisionSought(
            rationale="A bruise nobody has explained, and a mother who is afraid to say.",
            outcomes=[OutcomeChosen(person, Track.CHILD_EN, "child_assessment")],
        ),
        at=NOW,
    )


def an_entry(cast: Cast, person_id: UUID) -> "Entry":
    return note_entry(
        by=cast.see_as("fay"),
        hub_id=cast.hub.id,
        person_ids=[person_id],
        words="Moved to Alder Row with her mother.",
        happened=Happened(),
        at=NOW,
    )


def a_conversation(cast: Cast, case: "Case") -> "Conversation":
    return record_conversation(
        by=cast.see_as("fay"),
        case_id=case.id,
        kind=ConversationKind.NOTE,
        said="The school will keep her until four.",
        happened_at=ANSWERED,
        at=NOW,
    )


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
