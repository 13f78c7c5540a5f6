"""The agencies are asked about a fictional concern, and answer what the story says they hold."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.cases.selectors import case_by_id
from openmash.core.viewers import Viewer
from openmash.governance.terms import (
    AgencyKind,
    AgreementAnswer,
    Article6,
    Article9Condition,
    NotSoughtReason,
    Paragraph18Reason,
)
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import ask_options, requests_on
from openmash.information_requests.services import ask_agencies, nil_return, respond
from openmash.information_requests.terms import USUAL_QUESTION, Answer
from openmash.intake.terms import InformedAnswer
from openmash.sharing.rules import law_for
from openmash.sharing.services import decide_sharing
from openmash.sharing.terms import PROTECT
from openmash.simulation.rules.families import Family
from openmash.simulation.rules.stories import Holding, fill
from openmash.simulation.services.screening import concern_of

if TYPE_CHECKING:
    from openmash.simulation.services.living import Hub, Lived

ANSWERERS: dict[AgencyKind, str] = {
    AgencyKind.CSC: "bo",
    AgencyKind.ASC: "fern",
    AgencyKind.POLICE: "pia",
    AgencyKind.HEALTH: "amira",
    AgencyKind.EDUCATION: "eve",
    AgencyKind.PROBATION: "joe",
    AgencyKind.HOUSING: "hana",
    AgencyKind.EARLY_HELP: "dee",
    AgencyKind.DA_SERVICE: "ines",
}


def ask(
    hub: "Hub", by: Viewer, lived: "Lived", case_id: UUID, at: datetime, *, may_ask: bool
) -> None:
    """Put the story to the agencies that hold something of it, once it may be shared.

    What the sender left unsaid of agreement is settled though nobody is asked.
    """
    agencies = _agencies_to_ask(hub, lived) if may_ask else []
    if agencies or lived.story.agreement is AgreementAnswer.NOT_STATED:
        _decide_sharing(hub, lived, case_id, at)
    if not agencies:
        return
    options = ask_options(by, case_by_id(by, case_id), at)
    ask_agencies(
        by=by,
        case_id=case_id,
        agency_ids=agencies,
        person_ids=[each.id for each in options.people],
        summary=concern_of(lived.story),
        purpose=PROTECT,
        power_relied_on=_power(hub, lived, at),
        question=USUAL_QUESTION,
        at=at,
    )


def _agencies_to_ask(hub: "Hub", lived: "Lived") -> list[UUID]:
    kinds = [each for each in lived.story.returns if each in ANSWERERS]
    return [hub.founded.agencies[each] for each in kinds if each in hub.founded.agencies]


def _power(hub: "Hub", lived: "Lived", at: datetime) -> str:
    """Return the power the law of the day gives for this story's tracks."""
    tracks = [each.value for each in lived.story.tracks]
    return law_for("", tracks, at.date(), hub.founded.document).usual_power


def _decide_sharing(hub: "Hub", lived: "Lived", case_id: UUID, at: datetime) -> None:
    given = lived.story.agreement is AgreementAnswer.GIVEN
    decide_sharing(
        by=hub.acting("owen" if lived.story.is_adult else "priya"),
        case_id=case_id,
        to_share=True,
        purpose=PROTECT,
        informed=InformedAnswer.YES if given else InformedAnswer.NO,
        agreement=AgreementAnswer.GIVEN if given else AgreementAnswer.NOT_SOUGHT,
        agreement_reason="" if given else NotSoughtReason.INCREASES_RISK,
        article_6=Article6.PUBLIC_TASK,
        article_9=Article9Condition.SAFEGUARDING,
        paragraph_18="" if given else Paragraph18Reason.WOULD_PREJUDICE,
        power_relied_on=_power(hub, lived, at),
        proportionality="Only the agencies that may hold something that matters are asked.",
        at=at,
    )
    hub.acting("fern" if lived.story.is_adult else "fay")


def answer(hub: "Hub", lived: "Lived", case_id: UUID, now: datetime) -> None:
    """Let the agencies answer: all of them, or at step 2 only the first."""
    kinds = [each for each in lived.story.returns if each in ANSWERERS]
    for kind in kinds if lived.steps >= 3 else kinds[:1]:
        username = ANSWERERS[kind]
        if username in hub.viewers:
            _answer_for(hub, lived, case_id, kind, username, now)


def _answer_for(
    hub: "Hub", lived: "Lived", case_id: UUID, kind: AgencyKind, username: str, now: datetime
) -> None:
    by = hub.acting(username)
    at = min(lived.received_at + timedelta(minutes=hub.chance.randint(75, 210)), now)
    agency_id = hub.founded.agencies[kind]
    for request in requests_on(by, case_id):
        if request.agency_id != agency_id:
            continue
        people = list(request.people.all())
        respond(
            by=by,
            request_id=request.id,
            asked_about_id=people[0].id,
            answer=Answer.KNOWN,
            items=[_item(each, lived.family) for each in lived.story.returns[kind]],
            at=at,
        )
        if rest := [each.id for each in people[1:]]:
            nil_return(by=by, asked_about_ids=rest, request_id=request.id, at=at)


def _item(holding: Holding, family: Family) -> ItemGiven:
    return ItemGiven(
        words=fill(holding.words, family),
        nature=holding.nature,
        code=holding.code,
        speak_to=holding.speak_to,
        form_of_words=holding.form_of_words,
        form_of_words_code=holding.form_of_words_code,
    )
