"""How a fictional concern ends: decided, handed over, accepted, and the referrer told."""

from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.cases.selectors import case_by_id, contacts_of
from openmash.cases.terms import How
from openmash.core.viewers import Viewer
from openmash.decisions.selectors import decision_by_id, waits_for_second
from openmash.decisions.services import (
    DecisionSought,
    Minutes,
    OutcomeChosen,
    TookPart,
    agree_with_decision,
    record_decision,
    record_discussion,
)
from openmash.decisions.terms import DiscussionKind, DiscussionMode, EnquiryBy, Presence, Section47
from openmash.governance.rules import PolicyDocument, outcomes_for, rating_named
from openmash.governance.terms import AgencyKind, Track
from openmash.information_requests.selectors import must_speak_open, outstanding_on
from openmash.information_requests.services import record_spoken
from openmash.intake.selectors import tracks_opened
from openmash.pathways.selectors import outcomes_over
from openmash.pathways.services import (
    CannotFinish,
    accept_handover,
    acknowledge,
    finish_case,
    hand_over,
    prepare_feedback,
    send_feedback,
)
from openmash.pathways.terms import FeedbackState
from openmash.simulation.rules.stories import Story, fill

if TYPE_CHECKING:
    from openmash.simulation.services.living import Hub, Lived

SUMMARY = "The concern, what agencies hold and the decision are on the hub's record, as released."
STILL_NEW = timedelta(hours=30)
DECIDERS = {True: "owen", False: "priya"}
RECEIVERS = {
    AgencyKind.CSC: "rosa",
    AgencyKind.ASC: "fern",
    AgencyKind.EARLY_HELP: "dee",
    AgencyKind.DA_SERVICE: "ines",
    AgencyKind.VCSE: "vera",
}
OFFERED = "It will be offered by telephone tomorrow; after a no, the school is told to ask again."


def conclude(hub: "Hub", lived: "Lived", *, case_id: UUID, decider: str, now: datetime) -> None:
    """Decide, after a strategy discussion where one is called for; the manager agrees if asked."""
    at = min(lived.received_at + timedelta(minutes=hub.chance.randint(220, 420)), now)
    by = hub.acting(decider)
    for item in must_speak_open(case_id):
        record_spoken(
            by=by,
            item_id=item.item_id,
            with_whom=item.speak_to,
            how=How.PHONE,
            said="The form of words may be used; nobody visits the home alone.",
            happened_at=at,
            at=at,
        )
    if lived.story.outcome == "strategy_discussion":
        record_discussion(by=by, case_id=case_id, minutes=_minutes(hub, lived, at), at=at)
    case = case_by_id(by, case_id)
    waiting = [each.agency.name for each in outstanding_on(case_id)]
    decision = record_decision(
        by=by,
        case_id=case_id,
        sought=DecisionSought(
            rationale=_rationale(lived.story, lived),
            outcomes=[
                OutcomeChosen(
                    person, track, _outcome(hub.founded.document, lived.story, track), words=OFFERED
                )
                for person, track in tracks_opened([c.contact_id for c in contacts_of(case)])
            ],
            options_considered="Advice alone was considered, and was not enough.",
            without_returns_because=f"{', '.join(waiting)} could not change it." if waiting else "",
        ),
        at=at,
    )
    _hand_over(hub, lived, decision.id, by, at, now)
    if waits_for_second(decision) and now - at > STILL_NEW:
        agree_with_decision(by=hub.acting("maya"), decision_id=decision.id, at=at)
    _tell_referrer(hub, case_id, decision.id, decider, at, now)


def _hand_over(
    hub: "Hub", lived: "Lived", decision_id: UUID, by: Viewer, at: datetime, now: datetime
) -> None:
    """Hand each outcome to the team that takes it; all but the latest are accepted."""
    decision = decision_by_id(decision_id)
    if decision is None:
        return
    taking = {each.goes_to for each in outcomes_over(by, decision, on=at.date())}
    for kind, username in RECEIVERS.items():
        team_id = hub.founded.teams.get(kind)
        if kind.value not in taking or team_id is None:
            continue
        handover = hand_over(
            by=by, decision_id=decision_id, team_id=team_id, summary=SUMMARY, at=at
        )
        if now - lived.received_at > STILL_NEW:
            accept_handover(
                by=hub.acting(username),
                handover_id=handover.id,
                system_reference=f"{hub.chance.randint(100000, 999999)}",
                at=min(at + timedelta(minutes=hub.chance.randint(20, 300)), now),
            )
            hub.acting(DECIDERS[lived.story.is_adult])


def _tell_referrer(
    hub: "Hub", case_id: UUID, decision_id: UUID, decider: str, at: datetime, now: datetime
) -> None:
    """Acknowledge, answer and close, as far as the hand-overs allow."""
    by, later = hub.acting(decider), min(at + timedelta(minutes=40), now)
    for link in contacts_of(case_by_id(by, case_id)):
        acknowledge(by=by, contact_id=link.contact_id, at=at)
    for feedback in prepare_feedback(by=by, decision_id=decision_id, at=at):
        if feedback.state == FeedbackState.DUE and hub.chance.random() < 0.9:
            send_feedback(by=by, feedback_id=feedback.id, words=feedback.words, at=later)
    with suppress(CannotFinish):
        finish_case(by=by, case_id=case_id, at=max(later, min(now, at + timedelta(hours=9))))


def _rationale(story: Story, lived: "Lived") -> str:
    return (
        f"{fill(story.opinion, lived.family)} What agencies hold and what was told agree, and the "
        "threshold document's indicators for this level are met. The person's own words were read."
    ).strip()


def _outcome(document: PolicyDocument, story: Story, track: Track) -> str:
    """Return the story's outcome as this hub's policy calls it: by name, or else by level."""
    wanted = (story.da_outcome or "da_information") if track is Track.DA else story.outcome
    offered = outcomes_for(document, track)
    named = next((each.code for each in offered if each.code == wanted), None)
    level = rating_named(document, story.rating).level
    at_level = next((each.code for each in offered if each.level == level), None)
    return named or at_level or offered[-1].code


def _minutes(hub: "Hub", lived: "Lived", at: datetime) -> Minutes:
    disciplines = {
        AgencyKind.CSC: ("Priya Raman", "Hub team manager"),
        AgencyKind.POLICE: ("Tom Hale", "Detective sergeant"),
        AgencyKind.HEALTH: ("Lena Fox", "Named nurse"),
        AgencyKind.EDUCATION: ("Eve Marsh", "Education officer"),
    }
    return Minutes(
        kind=DiscussionKind.STRATEGY,
        mode=DiscussionMode.VIDEO,
        held_at=at,
        chaired_by="Priya Raman",
        participants=[
            TookPart(
                name=name,
                role=role,
                presence=Presence.ATTENDED,
                agency_id=hub.founded.agencies.get(kind),
                agency_kind=kind.value,
            )
            for kind, (name, role) in disciplines.items()
        ],
        information_shared=fill(lived.story.told, lived.family),
        section_47=Section47.MET,
        section_47_reasons="Reasonable cause to suspect that the child is suffering harm.",
        enquiry_by=EnquiryBy.JOINT,
        next_steps=(
            "Social worker and officer see the child at school today. Medical by 17:00. Parent "
            "told by the social worker after the child has been seen."
        ),
    )
