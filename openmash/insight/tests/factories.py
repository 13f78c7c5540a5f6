"""Open work for tests of the pages: cases in every stage, by the public verbs."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from openmash.cases.models import Case
from openmash.cases.tests.factories import NOW, opened
from openmash.core.partial_dates import PartialDate
from openmash.decisions.services import DecisionSought, OutcomeChosen, record_decision
from openmash.governance.terms import Track
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.services import ask_now, nil_return
from openmash.intake.rules.told import ToldPerson
from openmash.intake.terms import Part
from tests.cast import Cast

ASKING = NOW + timedelta(minutes=5)
ANSWERING = NOW + timedelta(minutes=30)
LATER = NOW + timedelta(hours=1)


def child(given: str, years: int = 7) -> ToldPerson:
    """Return a child of concern of about this age, like no other child with another name."""
    number = sum(place * ord(each) for place, each in enumerate(given, 1))
    return ToldPerson(
        part=Part.CHILD_OF_CONCERN,
        given_names=given,
        family_name=f"{given[::-1].title()}ford",
        born=PartialDate(date(2026 - years, 1 + number % 10, 1 + number % 28)),
        postcode=f"ZX{number % 9 + 1} {number % 10}AB",
    )


def red_case(cast: Cast, *people: ToldPerson, **changed: Any) -> Case:
    """Open a Red case as a social worker."""
    return opened(cast.see_as("fay"), cast.hub.id, *people, **changed)


def asked_case(cast: Cast, *people: ToldPerson, **changed: Any) -> Case:
    """Open a Red case and ask every agency that is usually asked, in one press."""
    case = red_case(cast, *people, **changed)
    ask_now(by=cast.see_as("priya"), case_id=case.id, at=ASKING)
    return case


def ended_case(cast: Cast, *people: ToldPerson, **changed: Any) -> Case:
    """Decide on no further action for everybody in a case the hub first rated Red."""
    case = red_case(cast, *people, can_decide_now=True, **changed)
    about = list(case.people.filter(is_concern=True).values_list("person_id", flat=True))
    ends = [OutcomeChosen(each, Track.CHILD_EN, "no_further_action") for each in about]
    sought = DecisionSought(rationale="Explained by the hospital, and seen at home.", outcomes=ends)
    record_decision(by=cast.see_as("priya"), case_id=case.id, sought=sought, at=LATER)
    case.refresh_from_db()
    return case


def request_to(cast: Cast, case: Case, kind: str) -> InformationRequest:
    return InformationRequest.objects.get(case=case, agency=cast.agencies[kind])


def answered_nil(cast: Cast, case: Case, kind: str, who: str) -> None:
    """Let an agency answer that it knows nobody it was asked about."""
    request = request_to(cast, case, kind)
    about: list[UUID] = [each.id for each in request.people.all()]
    nil_return(by=cast.see_as(who), asked_about_ids=about, at=ANSWERING)
