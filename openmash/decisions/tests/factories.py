"""A case to decide, made by the public verbs: told, screened, shared, asked, answered."""

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from openmash.cases.services import open_case
from openmash.cases.tests import factories as cases
from openmash.core.partial_dates import PartialDate
from openmash.decisions.services import DecisionSought, Minutes, OutcomeChosen, TookPart
from openmash.decisions.terms import (
    DiscussionKind,
    DiscussionMode,
    EnquiryBy,
    Presence,
    Section47,
)
from openmash.governance.terms import Track
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import ask_agencies, nil_return, respond
from openmash.intake.rules.told import ToldPerson
from openmash.intake.selectors import subjects_of
from openmash.intake.services import Sender, receive_contact, screen_contact
from openmash.intake.terms import Part
from openmash.matching.services import confirm_same
from openmash.people.terms import Sex
from openmash.sharing.services import decide_sharing
from tests.cast import Cast

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.information_requests.models import InformationRequest
    from openmash.intake.models import Contact, Subject

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)  # a Friday
WHY = "A bruise nobody has explained, and a mother who is afraid to say."
GORDON = ToldPerson(
    part=Part.CHILD_OF_CONCERN,
    given_names="Gordon",
    family_name="Vale",
    born=PartialDate(date(2012, 6, 1)),
    sex=Sex.MALE,
)
POWER = "Children Act 1989, section 47(9) to (11)"


def case_of_maya(cast: Cast, *people: ToldPerson, **changed: Any) -> "Case":
    """Open an amber case about Maya Dobson, told of by Lee; or about others."""
    changed.setdefault("rating", "amber")
    return cases.opened(cast.fay, cast.hub.id, *people, **changed)


def people_of_concern(case: "Case") -> list[UUID]:
    """Return the records the case is decided for, in the order told."""
    ids = list(case.contact_links.order_by("linked_at").values_list("contact_id", flat=True))
    subjects = subjects_of(ids)
    return [each.person_id for one in ids for each in subjects[one] if each.is_concern]


def share(cast: Cast, case: "Case", **changed: Any) -> None:
    answers: dict[str, Any] = {
        "to_share": True,
        "purpose": "To decide what help Maya needs",
        "informed": "yes",
        "agreement": "given",
        "article_6": "e",
        "article_9": "safeguarding",
        "power_relied_on": POWER,
        "proportionality": "Only the household, over two years.",
    }
    decide_sharing(by=cast.priya, case_id=case.id, at=NOW, **{**answers, **changed})


def asked(cast: Cast, case: "Case", kind: str) -> "InformationRequest":
    """Ask one agency about everybody of concern."""
    (request,) = ask_agencies(
        by=cast.fay,
        case_id=case.id,
        agency_ids=[cast.agencies[kind].id],
        person_ids=people_of_concern(case),
        at=NOW,
        summary="A bruise on a child's cheek.",
        purpose="To decide what help Maya needs",
        power_relied_on=POWER,
        question="What do you hold?",
    )
    return request


def answered(
    cast: Cast, request: "InformationRequest", who: str, *items: ItemGiven, at: datetime = NOW
) -> None:
    """Have somebody answer about each person asked about; with no items, nothing is known."""
    for each in request.people.order_by("position"):
        if not items:
            nil_return(by=getattr(cast, who), asked_about_ids=[each.id], at=at)
            continue
        respond(
            by=getattr(cast, who),
            request_id=request.id,
            asked_about_id=each.id,
            answer="known",
            items=items,
            at=at,
        )


def sought(case: "Case", outcome: str = "child_assessment", **changed: Any) -> DecisionSought:
    """A decision of one outcome for everybody on the child track."""
    answers: dict[str, Any] = {
        "rationale": WHY,
        "outcomes": [
            OutcomeChosen(each, Track.CHILD_EN, outcome) for each in people_of_concern(case)[:1]
        ],
    }
    return DecisionSought(**{**answers, **changed})


def minutes(**changed: Any) -> Minutes:
    """A whole strategy discussion of social care, police and health."""
    answers: dict[str, Any] = {
        "kind": DiscussionKind.STRATEGY,
        "mode": DiscussionMode.VIDEO,
        "held_at": NOW,
        "chaired_by": "Maya Lund",
        "participants": [
            TookPart("Priya Raman", "Decision maker", Presence.ATTENDED, agency_kind="csc"),
            TookPart("Tom Hale", "Detective sergeant", Presence.ATTENDED, agency_kind="police"),
            TookPart("Amira Haddad", "Nurse", Presence.ATTENDED, agency_kind="health"),
        ],
        "information_shared": "What each agency holds about the injury.",
        "next_steps": "Maya is seen today by both. Owner: Priya Raman.",
        "section_47": Section47.MET,
        "section_47_reasons": "An injury without an explanation.",
        "enquiry_by": EnquiryBy.JOINT,
    }
    return Minutes(**{**answers, **changed})


def received_from(cast: Cast, who: str, *people: ToldPerson, **changed: Any) -> "Contact":
    """Receive a contact sent by somebody who has signed in."""
    told = cases.told(*people, **changed)
    return receive_contact(
        by=getattr(cast, who),
        hub_id=cast.hub.id,
        told=told,
        original=b"as sent",
        media_type="text/plain",
        at=told.received_at,
        sender=Sender(cast.practitioners[who].id, agency_of(cast, who)),
    )


def contact_from(
    cast: Cast, who: str, *people: ToldPerson, same_as: UUID | None = None, **changed: Any
) -> "Contact":
    """Receive and screen a contact sent by somebody who has signed in."""
    contact = received_from(cast, who, *people, **changed)
    told_of = of_concern(contact)
    if same_as:
        confirm_same(
            by=cast.priya,
            told_id=told_of[0].person_id,
            known_id=same_as,
            why="The same child.",
            at=NOW,
        )
    screen_contact(
        by=cast.fay,
        contact_id=contact.id,
        rating="amber",
        can_decide_now=False,
        gate_reason="Health may hold more.",
        rationale="An injury that is not explained.",
        tracks={each.id: [Track.CHILD_EN] for each in told_of},
        at=NOW,
    )
    return contact


def agency_of(cast: Cast, who: str) -> UUID | None:
    viewer = getattr(cast, who)
    found: UUID | None = viewer.agency_in(cast.hub.id)
    return found


def case_of_contacts(cast: Cast, *contacts: "Contact", rating: str = "amber") -> "Case":
    """Open one case from several reports; each stays a contact of its own."""
    return open_case(
        by=cast.fay,
        contact_ids=[each.id for each in contacts],
        rating=rating,
        concern="Injury not explained",
        at=NOW,
    )


def of_concern(contact: "Contact") -> "list[Subject]":
    return [each for each in subjects_of([contact.id])[contact.id] if each.is_concern]
