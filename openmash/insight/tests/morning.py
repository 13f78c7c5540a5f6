"""A hub at eleven on a Friday: something of everything, told as a hub would be told it."""

from datetime import date, timedelta
from typing import Any

from openmash.cases.models import Case
from openmash.cases.services import allocate_case, move_case, rate_case, record_conversation
from openmash.cases.terms import CaseStatus, ConversationKind, How
from openmash.cases.tests.factories import NOW, opened, received
from openmash.core.handling import HandlingCode, Nature
from openmash.core.partial_dates import PartialDate
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.services import ask_now, respond
from openmash.intake.rules.told import ToldPerson
from openmash.intake.terms import Part
from openmash.people.terms import Sex
from tests.cast import Cast

ANSWERED_AT = NOW + timedelta(minutes=40)
CHILD, ADULT = Part.CHILD_OF_CONCERN, Part.ADULT_OF_CONCERN
HOME = {"address": "14 Alder Row", "postcode": "ZX9 4AB"}


def person(part: Part, name: str, born: date | None = None, **more: Any) -> ToldPerson:
    given, _, family = name.rpartition(" ")
    told = PartialDate(born) if born else None
    return ToldPerson(part=part, given_names=given, family_name=family, born=told, **more)


MAYA = person(CHILD, "Maya Dobson", date(2022, 3, 4), sex=Sex.FEMALE, **HOME)
GORDON = person(CHILD, "Gordon Dobson", date(2012, 8, 1), sex=Sex.MALE, **HOME)
LESLEY = person(
    Part.PARENT_CARER, "Lesley Dobson", date(1990, 2, 11), sex=Sex.FEMALE, relationship="mother"
)
KARL = person(Part.ALLEGED_HARM, "Karl Brandt", relationship="mother's partner")
IWAN = person(ADULT, "Iwan Prŷs", date(1945, 5, 1), sex=Sex.MALE, postcode="ZX2 1LL")
BABY = ToldPerson(
    part=CHILD,
    family_name="Lawson",
    expected_on=date(2027, 2, 14),
    sex=Sex.UNBORN,
    postcode="ZX3 3CC",
)
NURA = person(CHILD, "Nura Malik", date(2017, 1, 30), sex=Sex.FEMALE, postcode="ZX5 8QQ")
OLEK = person(CHILD, "Oleksandr Shevchenko", date(2009, 12, 2), sex=Sex.MALE, postcode="ZX1 7DD")
AMAL = person(CHILD, "أمل حداد", date(2019, 6, 6), sex=Sex.FEMALE, postcode="ZX6 2EE")
TOMOS = person(CHILD, "Tomos Rees", date(2020, 4, 4), postcode="ZX8 1FF")
PUPILS = ("Ade Bello", "Cerys Vaughan", "Finn O'Hara", "Ruta Kazlauskaite")

TOLD = (
    "Maya came in late with a graze under her left eye and would not take her coat off. She told "
    "her teaching assistant that Karl threw the remote control and that Mummy was crying in the "
    "bathroom. Gordon, who is in Year 9 at the high school, has been collecting her since Monday. "
    "Lesley rang at ten to say that Maya walked into a door; she sounded frightened and ended the "
    "call when a man's voice came into the room."
)
CALLED = (
    "Officers went to 14 Alder Row on 3 October after a neighbour heard shouting. Lesley said it "
    "was a row about money. Nobody was injured; both children were asleep upstairs."
)
CONVICTED = "Karl Brandt was convicted of assault against a former partner in 2021."
ATTENDS = "Maya's attendance is 81 per cent this term, from 96 per cent last year."
ITEMS = {
    "police": [(CALLED, HandlingCode.H2), (CONVICTED, HandlingCode.H1)],
    "education": [(ATTENDS, HandlingCode.H0)],
}
NO_ANSWER = (
    "Rang the number the school has. It rang out; no message left, because Karl may hear it."
)


def morning(cast: Cast) -> Case:
    """Fill the hub, and return the case of the Dobson children."""
    dobsons = _dobsons(cast)
    iwan = _case(cast, IWAN, rating="red", concern="Neglect in a care home")
    _case(cast, BABY, rating="amber", concern="Drug use in pregnancy", can_decide_now=True)
    olek = _case(cast, OLEK, rating="amber", concern="Missing from home, third time this month")
    _case(cast, NURA, rating="green", concern="Attendance below 70 per cent")
    ask_now(by=cast.see_as("priya"), case_id=iwan.id, at=NOW - timedelta(minutes=20))
    move_case(by=cast.see_as("fay"), case_id=olek.id, to=CaseStatus.DISCUSSION, at=NOW)
    fern = cast.practitioners["fern"].id
    allocate_case(by=cast.see_as("owen"), case_id=iwan.id, to_id=fern, at=NOW)
    fay = cast.see_as("fay")
    received(fay, cast.hub.id, AMAL, narrative="Left alone in a parked car for an hour.")
    received(fay, cast.hub.id, TOMOS, narrative="A man at the door.", immediate_danger=True)
    for number, name in enumerate(PUPILS):
        born = date(2011 + 2 * number, 5, 5 + number)
        pupil = person(CHILD, name, born, postcode=f"ZX7 {number}GG")
        _case(cast, pupil, rating="green", concern="Low mood, wants help at school")
    return dobsons


def _case(cast: Cast, *people: ToldPerson, **changed: Any) -> Case:
    return opened(cast.see_as("fay"), cast.hub.id, *people, **changed)


def _dobsons(cast: Cast) -> Case:
    case = _case(
        cast,
        *(MAYA, GORDON, LESLEY, KARL),
        concern="Domestic abuse, child injured",
        narrative=TOLD,
        child_words="Karl threw it and Mummy was crying.",
        opinion="We think that Lesley is afraid of Karl.",
        last_seen="Seen at school today, 09:20.",
        worker_safety="Go in pairs: a large dog, and Karl has threatened a visitor.",
    )
    ask_now(by=cast.see_as("priya"), case_id=case.id, at=NOW)
    _answer(cast, case, "police", "tom", analysis="The pattern is getting worse.")
    _answer(cast, case, "education", "eve")
    priya = cast.practitioners["priya"].id
    allocate_case(by=cast.see_as("maya"), case_id=case.id, to_id=priya, at=NOW)
    rate_case(
        by=cast.see_as("tom"),
        case_id=case.id,
        rating="red",
        why="High on our scale.",
        at=ANSWERED_AT,
        as_hub=False,
    )
    _write_record(cast, case)
    return case


def _write_record(cast: Cast, case: Case) -> None:
    record_conversation(
        by=cast.see_as("fay"),
        case_id=case.id,
        kind=ConversationKind.ATTEMPT,
        with_whom="Lesley Dobson, mother",
        how=How.PHONE,
        said=NO_ANSWER,
        happened_at=NOW + timedelta(minutes=10),
        at=NOW + timedelta(minutes=12),
    )
    record_conversation(
        by=cast.see_as("maya"),
        case_id=case.id,
        kind=ConversationKind.DIRECTION,
        said="See both children at school today before either goes home.",
        nature=Nature.OPINION,
        happened_at=NOW + timedelta(minutes=45),
        at=NOW + timedelta(minutes=45),
    )


def _answer(cast: Cast, case: Case, kind: str, who: str, *, analysis: str = "") -> None:
    """Let an agency say what it knows of the first person, and that it knows no other."""
    request = InformationRequest.objects.get(case=case, agency=cast.agencies[kind])
    by = cast.see_as(who)
    for about in request.people.order_by("position"):
        known = about.position == 0
        respond(
            by=by,
            request_id=request.id,
            asked_about_id=about.id,
            answer="known" if known else "not_known",
            items=[ItemGiven(words=w, code=c) for w, c in ITEMS[kind]] if known else [],
            analysis=analysis if known else "",
            suggested_rating="red" if known and analysis else "",
            at=ANSWERED_AT,
        )
