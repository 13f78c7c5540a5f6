"""What the hub and its agencies do about it, from screening to the answer back."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.selectors import job_viewer, teams_of
from openmash.accounts.services import act_as
from openmash.cases.services import allocate_case, open_case, record_conversation
from openmash.cases.terms import ConversationKind
from openmash.chronology.rules import Happened
from openmash.chronology.services import note_entry
from openmash.decisions.services import DecisionSought, OutcomeChosen, record_decision
from openmash.governance.terms import Track
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import ask_agencies, nil_return, respond
from openmash.intake.selectors import subjects_of
from openmash.intake.services import screen_contact
from openmash.pathways.services import hand_over, prepare_feedback
from openmash.sharing.services import decide_sharing
from tests.cast import NOW, Cast
from tests.steps.moments import ANSWERED, ASKED
from tests.steps.telling import a_child, told_by_lee

if TYPE_CHECKING:
    from openmash.cases.models import Case, Conversation
    from openmash.chronology.models import Entry
    from openmash.decisions.models import Decision
    from openmash.information_requests.models import InformationRequest, Item
    from openmash.intake.models import Contact
    from openmash.pathways.models import Feedback, Handover

POWER = "Children Act 1989, section 47(9) to (11)"
PURPOSE = "To decide what help the child needs"


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


def told_to_the_end(
    cast: Cast, given: str = "Nia", family: str = "Vale", born: date = date(2018, 5, 27)
) -> "tuple[Case, Decision, Handover, Feedback]":
    """Another child's case, decided, handed over, and its referrer's answer written."""
    case = opened(cast, told_by_lee(cast, a_child(given, family, born)))
    share(cast, case)
    request = ask(cast, case, "police")
    nil_return(by=cast.see_as("pia"), asked_about_ids=[request.people.get().id], at=ANSWERED)
    decision = decide(cast, case)
    handover = hand_over(
        by=cast.see_as("fay"),
        decision_id=decision.id,
        team_id=teams_of(cast.hub.id).get(agency=cast.agencies["csc"]).id,
        summary=f"{given} needs to be seen this week; her mother agrees.",
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
