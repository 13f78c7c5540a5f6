"""The steps a hub's journey is told in: each one public verb, done by whoever would do it.

What differs from hub to hub is handed in; the rest is an ordinary concern about Maya at Alder Row.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from openmash.accounts.models import Team
from openmash.cases.services import allocate_case, open_case
from openmash.core.partial_dates import PartialDate
from openmash.decisions.services import (
    DecisionSought,
    Minutes,
    OutcomeChosen,
    TookPart,
    give_view,
    record_decision,
    record_discussion,
)
from openmash.decisions.terms import (
    DiscussionKind,
    DiscussionMode,
    EnquiryBy,
    Presence,
    Section47,
    ViewPosition,
)
from openmash.governance.models import Clock
from openmash.governance.terms import AgreementAnswer, ClockKind, Track
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import returns_in
from openmash.information_requests.services import ask_agencies, respond
from openmash.intake.rules.told import ToldAdultConcern, ToldContact, ToldPerson, ToldReferrer
from openmash.intake.selectors import subjects_of
from openmash.intake.services import Sender, receive_contact, screen_contact
from openmash.intake.terms import Channel, Part, SourceCode, WishesAsked
from openmash.pathways.services import hand_over
from openmash.people.terms import Sex
from openmash.sharing.services import decide_sharing
from openmash.sharing.terms import PROTECT, powers_for
from tests.cast import NOW
from tests.steps import a_child

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision, Discussion, View
    from openmash.information_requests.models import InformationRequest, Return
    from openmash.intake.models import Contact
    from openmash.pathways.models import Handover
    from tests.hubs.founding import HubCast

SENT = NOW - timedelta(hours=3)
ASKED = NOW - timedelta(hours=2)
ANSWERED = NOW - timedelta(hours=1)
MAYA = a_child("Maya")
EMLYN = ToldPerson(
    part=Part.ADULT_OF_CONCERN,
    given_names="Emlyn",
    family_name="Prŷs",
    born=PartialDate(date(1945, 5, 1)),
    sex=Sex.MALE,
    address="2 Heol y Bont",
    postcode="ZX4 2AA",
)
WHY = "What was told, what agencies hold and the threshold document agree on this."


def told(
    cast: "HubCast",
    *people: ToldPerson,
    source: SourceCode = SourceCode.SCHOOL,
    channel: Channel = Channel.PORTAL,
    agreement: AgreementAnswer = AgreementAnswer.GIVEN,
    at: datetime = SENT,
    **more: Any,
) -> "Contact":
    """Sam takes a concern; a school's is Lee's own, and he hears what becomes of it."""
    is_lees = source is SourceCode.SCHOOL
    people = people or (MAYA,)
    words = more.pop("narrative", "A bruise on the cheek, and frightened to go home.")
    concern = ToldContact(
        sender_reference=more.pop("sender_reference", ""),
        channel=channel,
        received_at=at,
        people=people,
        referrer=ToldReferrer(
            name="Lee Ashworth" if is_lees else "A. Sender",
            role="Safeguarding lead" if is_lees else "",
            organisation=more.pop("organisation", "Witton Park School" if is_lees else ""),
            email="lee@hub.example" if is_lees else "",
            source_code=source,
        ),
        narrative=words,
        agreement=agreement,
        adult_concern=more.pop("adult_concern", _adult(people)),
        **more,
    )
    return receive_contact(
        by=cast.see_as("sam"),
        hub_id=cast.hub.id,
        told=concern,
        original=words.encode(),
        media_type="text/plain",
        at=at,
        sender=Sender(cast.practitioners["lee"].id, cast.agencies["school"].id)
        if is_lees
        else Sender(None, None),
    )


def _adult(people: Sequence[ToldPerson]) -> ToldAdultConcern | None:
    if not any(each.part is Part.ADULT_OF_CONCERN for each in people):
        return None
    return ToldAdultConcern(wishes="To be left in peace.", wishes_asked=WishesAsked.YES)


def screened(
    cast: "HubCast",
    contact: "Contact",
    *tracks: Track,
    rating: str = "amber",
    by: str = "fay",
    can_decide_now: bool = False,
    at: datetime = ASKED,
    **more: Any,
) -> "Contact":
    """A qualified person reads it first and rates it; a child's track unless told otherwise."""
    concerns = [each for each in subjects_of([contact.id])[contact.id] if each.is_concern]
    child = next((each for each in cast.document.tracks if each.is_child), None)
    screen_contact(
        by=cast.see_as(by),
        contact_id=contact.id,
        rating=rating,
        can_decide_now=can_decide_now,
        gate_reason="It is clear." if can_decide_now else "Others may hold more.",
        rationale="An injury that is not explained.",
        tracks={each.id: list(tracks or ([child] if child else [])) for each in concerns},
        at=at,
        **more,
    )
    contact.refresh_from_db()
    return contact


def opened(
    cast: "HubCast",
    contact: "Contact | None" = None,
    *tracks: Track,
    rating: str = "amber",
    by: str = "fay",
    at: datetime = ASKED,
    **screening: Any,
) -> "Case":
    """A concern is read, and whoever read it takes the case."""
    contact = contact or told(cast)
    screened(cast, contact, *tracks, rating=rating, by=by, at=at, **screening)
    viewer = cast.see_as(by)
    case = open_case(by=viewer, contact_ids=[contact.id], rating=rating, concern="Injury", at=at)
    allocate_case(by=viewer, case_id=case.id, to_id=viewer.practitioner_id, at=at)
    case.refresh_from_db()
    return case


def share(cast: "HubCast", case: "Case", *, by: str = "priya", agreement: str = "given") -> None:
    """A decision maker decides that agencies may be told enough to answer."""
    is_given = agreement == "given"
    decide_sharing(
        by=cast.see_as(by),
        case_id=case.id,
        to_share=True,
        purpose=PROTECT,
        informed="yes" if is_given else "no",
        agreement=agreement,
        agreement_reason="" if is_given else "increases_risk",
        article_6="e",
        article_9="safeguarding",
        paragraph_18="" if is_given else "would_prejudice",
        power_relied_on=powers_for(case.tracks)[0],
        proportionality="Only the household, over two years.",
        at=ASKED,
    )


def ask(
    cast: "HubCast", case: "Case", *agencies: str, by: str = "fay", at: datetime = ASKED
) -> "list[InformationRequest]":
    """Agencies are asked about those the case is about, in the order they are named."""
    viewer = cast.see_as(by)
    asked = ask_agencies(
        by=viewer,
        case_id=case.id,
        agency_ids=[cast.agencies[each].id for each in agencies],
        person_ids=_concerns(case),
        summary="A bruise on a child's cheek.",
        purpose=PROTECT,
        power_relied_on=powers_for(case.tracks)[0],
        question="What do you hold?",
        at=at,
    )
    places = {cast.agencies[each].id: place for place, each in enumerate(agencies)}
    return sorted(asked, key=lambda each: places[each.agency_id])


def answer(
    cast: "HubCast", request: "InformationRequest", by: str, words: str, **more: Any
) -> "Return":
    """Somebody of the agency answers with one thing it holds."""
    viewer = cast.see_as(by)
    return respond(
        by=viewer,
        request_id=request.id,
        asked_about_id=request.people.first().id,  # type: ignore[union-attr]
        answer="known",
        items=[ItemGiven(words=words, **more)],
        at=ANSWERED,
    )


def view(
    cast: "HubCast",
    case: "Case",
    by: str,
    position: ViewPosition = ViewPosition.AGREE,
    words: str = "",
) -> "View":
    return give_view(
        by=cast.see_as(by), case_id=case.id, position=position, words=words, at=ANSWERED
    )


def discuss(
    cast: "HubCast",
    case: "Case",
    *kinds: str,
    kind: DiscussionKind = DiscussionKind.STRATEGY,
    mode: DiscussionMode = DiscussionMode.IN_PERSON,
    by: str = "fay",
    chaired_by: str = "Fay Morgan",
    at: datetime = ANSWERED,
) -> "Discussion":
    """People of these kinds of agency discuss it, and section 47 is met where it is asked."""
    is_strategy = kind is DiscussionKind.STRATEGY
    minutes = Minutes(
        kind=kind,
        mode=mode,
        held_at=at,
        chaired_by=chaired_by,
        participants=[
            TookPart(
                name=each.title(),
                role="In the room",
                presence=Presence.ATTENDED,
                agency_id=cast.agencies[each].id,
                agency_kind=cast.agencies[each].kind,
            )
            for each in kinds
        ],
        information_shared="What each agency found.",
        next_steps="Fay sees Maya at school today.",
        section_47=Section47.MET if is_strategy else None,
        section_47_reasons="An injury nobody explains." if is_strategy else "",
        enquiry_by=EnquiryBy.JOINT if is_strategy else None,
    )
    return record_discussion(by=cast.see_as(by), case_id=case.id, minutes=minutes, at=at)


def decide(
    cast: "HubCast",
    case: "Case",
    outcomes: Mapping[Track, str] | str,
    *,
    by: str = "priya",
    words: str = "",
    at: datetime = NOW,
    **more: Any,
) -> "Decision":
    """Somebody decides: one outcome on the case's track, or one on each track named."""
    chosen = outcomes if isinstance(outcomes, Mapping) else {Track(case.tracks[0]): outcomes}
    sought = DecisionSought(
        rationale=more.pop("rationale", WHY),
        outcomes=[
            OutcomeChosen(person, track, outcome, words=words)
            for person in _concerns(case)
            for track, outcome in chosen.items()
        ],
        **more,
    )
    return record_decision(by=cast.see_as(by), case_id=case.id, sought=sought, at=at)


def handed_over(
    cast: "HubCast", decision: "Decision", team: str, *, by: str = "fay", at: datetime = NOW
) -> "Handover":
    """What was decided goes to a team by its name."""
    return hand_over(
        by=cast.see_as(by),
        decision_id=decision.id,
        team_id=Team.objects.get(hub=cast.hub, name=team).id,
        summary="She needs to be seen this week.",
        at=at,
    )


def clock(about_id: UUID, kind: ClockKind) -> Clock:
    """Return the latest clock of a kind about something."""
    return Clock.objects.filter(about_id=about_id, kind=kind.value).latest("started_at")


def _concerns(case: "Case") -> list[UUID]:
    people = case.people.filter(is_concern=True).order_by("position")
    return list(people.values_list("person_id", flat=True))


def read_by(cast: "HubCast", who: str, case: "Case", *, at: datetime = NOW) -> set[str]:
    """Return the words of every item somebody may read on a case."""
    shown = returns_in(cast.see_as(who), case, at)
    return {item.words for each in shown for item in each.items if item.words}
