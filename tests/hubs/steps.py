"""Steps of the hubs' journeys: each one public verb, done by whoever would do it in that hub."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from openmash.cases.services import allocate_case, open_case
from openmash.decisions.services import DecisionSought, OutcomeChosen, record_decision
from openmash.governance.selectors import clocks_about
from openmash.governance.terms import AgreementAnswer, ClockKind, Track
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import ask_options, returns_on
from openmash.information_requests.services import ask_agencies, respond
from openmash.information_requests.terms import Answer
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.selectors import subjects_of
from openmash.intake.services import receive_contact, screen_contact
from openmash.intake.terms import Channel, ContactKind, PresentingReason, SourceCode
from openmash.sharing.services import decide_sharing
from tests.cast import NOW
from tests.hubs.founding import HubCast
from tests.steps import POWER, PURPOSE, a_child

if TYPE_CHECKING:
    from uuid import UUID

    from openmash.cases.models import Case
    from openmash.decisions.models import Decision
    from openmash.governance.models import Clock
    from openmash.information_requests.models import InformationRequest
    from openmash.intake.models import Contact, Screening

CHILD = a_child("Nia", "Vale", date(2018, 5, 27))
HOUR = timedelta(hours=1)


def arrives(
    cast: HubCast,
    *people: ToldPerson,
    channel: Channel = Channel.EMAIL,
    source: SourceCode = SourceCode.SCHOOL,
    organisation: str = "Witton Park School",
    reasons: Sequence[PresentingReason] = (PresentingReason.PHYSICAL_ABUSE,),
    kind: ContactKind = ContactKind.CONCERN,
    is_professional: bool = True,
    words: str = "A bruise on the cheek, and frightened to go home.",
    by: str = "sam",
    at: datetime = NOW - 3 * HOUR,
) -> "Contact":
    """Somebody of the hub takes down what came in, by whatever road; about Nia Vale, or others."""
    told = ToldContact(
        sender_reference="",
        channel=channel,
        received_at=at,
        people=people or (CHILD,),
        referrer=ToldReferrer(
            name="A. Sender" if organisation else "",
            organisation=organisation,
            email="sender@sender.example" if is_professional else "",
            is_professional=is_professional,
            source_code=source,
        ),
        reasons=tuple(reasons),
        narrative=words,
        agreement=AgreementAnswer.GIVEN,
        kind=kind,
    )
    return receive_contact(
        by=cast.see_as(by),
        hub_id=cast.hub.id,
        told=told,
        original=words.encode(),
        media_type="text/plain",
        at=at,
    )


def read_first(
    cast: HubCast,
    contact: "Contact",
    *,
    rating: str = "amber",
    can_decide_now: bool = False,
    tracks: Sequence[Track] = (Track.CHILD_EN,),
    by: str = "fay",
    at: datetime = NOW - 2 * HOUR,
) -> "Screening":
    """A qualified person reads it, rates it, and says whether agencies must be asked."""
    viewer = cast.see_as(by)
    concerns = [each for each in subjects_of([contact.id])[contact.id] if each.is_concern]
    return screen_contact(
        by=viewer,
        contact_id=contact.id,
        rating=rating,
        can_decide_now=can_decide_now,
        gate_reason="What is told is enough." if can_decide_now else "Others may hold more.",
        rationale="What was told, and nothing yet to explain it.",
        tracks={each.id: list(tracks) for each in concerns},
        at=at,
    )


def taken_up(
    cast: HubCast,
    contact: "Contact",
    *,
    rating: str = "amber",
    can_decide_now: bool = False,
    tracks: Sequence[Track] = (Track.CHILD_EN,),
    by: str = "fay",
    at: datetime = NOW - 2 * HOUR,
) -> "Case":
    """Read, rated, and made a case of, which the same person takes."""
    read_first(
        cast, contact, rating=rating, can_decide_now=can_decide_now, tracks=tracks, by=by, at=at
    )
    viewer = cast.see_as(by)
    case = open_case(
        by=viewer, contact_ids=[contact.id], rating=rating, concern="What was told", at=at
    )
    allocate_case(by=viewer, case_id=case.id, to_id=viewer.practitioner_id, at=at)
    case.refresh_from_db()
    return case


def may_be_shared(cast: HubCast, case: "Case", *, at: datetime = NOW - 2 * HOUR) -> None:
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
        at=at,
    )


def asked(
    cast: HubCast, case: "Case", *agencies: str, at: datetime = NOW - 2 * HOUR
) -> "list[InformationRequest]":
    """Fay asks these agencies, by kind or code, about the child."""
    return ask_agencies(
        by=cast.see_as("fay"),
        case_id=case.id,
        agency_ids=[cast.agencies[each].id for each in agencies],
        person_ids=[concern_in(case)],
        summary="A bruise on a child's cheek.",
        purpose=PURPOSE,
        power_relied_on=POWER,
        question="What do you hold?",
        at=at,
    )


def usually_asked(cast: HubCast, case: "Case", *, at: datetime = NOW) -> set[str]:
    """Return the names of the agencies that are asked about this case as a matter of course."""
    options = ask_options(cast.see_as("fay"), case, at)
    return {each.name for each in options.agencies if each.by_default}


def answered(
    cast: HubCast,
    request: "InformationRequest",
    words: str,
    *,
    code: str = "H2",
    by: str,
    at: datetime = NOW - HOUR,
) -> None:
    """Somebody of the agency says one thing they know, under the code they set."""
    viewer = cast.see_as(by)
    respond(
        by=viewer,
        request_id=request.id,
        asked_about_id=request.people.get().id,
        answer=Answer.KNOWN,
        items=[ItemGiven(words=words, code=code)],
        at=at,
    )


def read_by(cast: HubCast, who: str, case: "Case", *, at: datetime = NOW) -> list[str]:
    """Return, in order, the words of what agencies supplied that somebody may read on a case."""
    shown = returns_on(cast.see_as(who), case.id, at)
    return sorted(item.words for each in shown for item in each.items if item.is_whole)


def decided(
    cast: HubCast,
    case: "Case",
    outcome: str,
    *,
    track: Track = Track.CHILD_EN,
    by: str = "priya",
    at: datetime = NOW,
) -> "Decision":
    """Somebody who may decides on one outcome for the child."""
    return record_decision(
        by=cast.see_as(by),
        case_id=case.id,
        sought=DecisionSought(
            rationale="What was told and what is held agree, and this is what they call for.",
            outcomes=[OutcomeChosen(concern_in(case), track, outcome)],
            without_returns_because="What is awaited could not change it.",
        ),
        at=at,
    )


def concern_in(case: "Case") -> "UUID":
    """Return the record of the one the case is about."""
    person_id: UUID = case.people.filter(is_concern=True).values_list("person_id", flat=True)[0]
    return person_id


def clock_on(thing: "Contact | Case", kind: ClockKind) -> "Clock | None":
    """Return the clock of a kind about a contact or a case, if one runs or ran."""
    return next((each for each in clocks_about([thing.id])[thing.id] if each.kind == kind), None)
