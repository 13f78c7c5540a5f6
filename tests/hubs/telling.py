"""How a concern comes to a hub in a journey: told, read by a qualified person, taken up.

Each step is one public verb, done by whoever would do it. What differs from hub to hub is handed
in; the rest is an ordinary concern about Maya at Alder Row.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from openmash.cases.services import allocate_case, open_case
from openmash.core.partial_dates import PartialDate
from openmash.governance.terms import AgreementAnswer, Track
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.rules.told import ToldAdultConcern, ToldContact, ToldPerson, ToldReferrer
from openmash.intake.selectors import subjects_of
from openmash.intake.services import Sender, receive_contact, screen_contact
from openmash.intake.terms import AdultAnswer, Channel, Part, SourceCode, WishesAsked
from openmash.people.terms import Sex
from tests.cast import NOW
from tests.steps import a_child

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.intake.models import Contact, Subject
    from tests.hubs.founding import HubCast

SENT = NOW - timedelta(hours=3)
ASKED = NOW - timedelta(hours=2)
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


def told(
    cast: "HubCast",
    *people: ToldPerson,
    source: SourceCode = SourceCode.SCHOOL,
    channel: Channel = Channel.PORTAL,
    agreement: AgreementAnswer = AgreementAnswer.GIVEN,
    by: str = "sam",
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
        by=cast.see_as(by),
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
    """A qualified person reads it first and rates it; children and adults on their own tracks."""
    concerns = [each for each in subjects_of([contact.id])[contact.id] if each.is_concern]
    screen_contact(
        by=cast.see_as(by),
        contact_id=contact.id,
        rating=rating,
        can_decide_now=can_decide_now,
        gate_reason="It is clear." if can_decide_now else "Others may hold more.",
        rationale="An injury that is not explained.",
        tracks={each.id: list(tracks) or _usual_tracks(cast, each) for each in concerns},
        adults=more.pop("adults", _adults(concerns)),
        at=at,
        **more,
    )
    contact.refresh_from_db()
    return contact


def adult_answers(**changed: Any) -> AdultAnswers:
    """Return what is known of an adult at risk, who was asked what they want."""
    known: dict[str, Any] = {
        "has_needs": AdultAnswer.YES,
        "is_at_risk": AdultAnswer.YES,
        "cannot_protect": AdultAnswer.NOT_KNOWN,
        "was_asked": WishesAsked.YES,
        "wants": "Dw i eisiau gweld fy chwaer.",
        "safe_tonight": AdultAnswer.YES,
        "reasons": "From what was told.",
    }
    return AdultAnswers(**known | changed)


def _adults(concerns: "Sequence[Subject]") -> dict[UUID, AdultAnswers]:
    adults = (each for each in concerns if each.part == Part.ADULT_OF_CONCERN)
    return {each.id: adult_answers() for each in adults}


def _usual_tracks(cast: "HubCast", subject: "Subject") -> list[Track]:
    is_adult = subject.part == Part.ADULT_OF_CONCERN
    return [each for each in cast.document.tracks if (each.is_adult if is_adult else each.is_child)]


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
