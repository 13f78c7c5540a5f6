"""How a case is worked in a hub's journey: shared, asked, answered, met on, decided, handed over.

Each step is one public verb, done by whoever would do it, seeing what they see.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from openmash.accounts.models import Team
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
from openmash.governance.terms import ClockKind, Track
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import returns_in
from openmash.information_requests.services import ask_agencies, respond
from openmash.pathways.services import hand_over
from openmash.sharing.services import decide_sharing
from openmash.sharing.terms import PROTECT
from tests.cast import NOW
from tests.hubs.telling import (
    ASKED,
    EMLYN,
    MAYA,
    SENT,
    adult_answers,
    opened,
    screened,
    told,
)

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision, Discussion, View
    from openmash.information_requests.models import InformationRequest, Return
    from openmash.pathways.models import Handover
    from tests.hubs.founding import HubCast

__all__ = [
    "ANSWERED",
    "ASKED",
    "EMLYN",
    "MAYA",
    "SENT",
    "adult_answers",
    "answer",
    "ask",
    "clock",
    "decide",
    "discuss",
    "handed_over",
    "opened",
    "read_by",
    "screened",
    "share",
    "told",
    "view",
]

ANSWERED = NOW - timedelta(hours=1)
POWERS = {
    "CHILD_EN": "Children Act 1989, section 47(9) to (11)",
    "ADULT_EN": "Care Act 2014, sections 6, 7 and 45",
    "CHILD_WAL": "Social Services and Well-being (Wales) Act 2014, sections 130 and 164",
    "ADULT_WAL": "Social Services and Well-being (Wales) Act 2014, sections 128 and 164",
    "DA": "Crime and Disorder Act 1998, section 115",
}
WHY = "What was told, what agencies hold and the threshold document agree on this."


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
        agreement_reason="" if agreement != "not_sought" else "increases_risk",
        agreement_words="They would rather not; the risk is to others too."
        if agreement == "refused"
        else "",
        article_6="e",
        article_9="safeguarding",
        paragraph_18="" if is_given else "would_prejudice",
        power_relied_on=POWERS[case.tracks[0]],
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
        power_relied_on=POWERS[case.tracks[0]],
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
