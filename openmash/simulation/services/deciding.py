"""How a fictional concern ends: decided, handed over, accepted, and the referrer told."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.cases.selectors import case_by_id, contacts_of
from openmash.decisions.services import (
    DecisionSought,
    Minutes,
    OutcomeChosen,
    TookPart,
    record_decision,
    record_discussion,
)
from openmash.decisions.terms import DiscussionKind, DiscussionMode, EnquiryBy, Presence, Section47
from openmash.governance.rules import PolicyDocument, outcomes_for, rating_named
from openmash.governance.terms import AgencyKind, Track
from openmash.information_requests.selectors import must_speak_open, outstanding_on
from openmash.intake.selectors import tracks_opened
from openmash.simulation.rules.stories import Story, fill

if TYPE_CHECKING:
    from openmash.simulation.services.living import Hub, Lived

OFFERED = "It will be offered by telephone tomorrow; after a no, the school is told to ask again."


def conclude(hub: "Hub", lived: "Lived", *, case_id: UUID, decider: str, now: datetime) -> None:
    """Decide, after a strategy discussion where one is called for."""
    at = min(lived.received_at + timedelta(minutes=hub.chance.randint(220, 420)), now)
    by = hub.acting(decider)
    if must_speak_open(case_id):
        return  # an H4 item waits for its owner to be spoken to; the hub will not close over it
    if lived.story.outcome == "strategy_discussion":
        record_discussion(by=by, case_id=case_id, minutes=_minutes(hub, lived, at), at=at)
    case = case_by_id(by, case_id)
    waiting = [each.agency.name for each in outstanding_on(case_id)]
    record_decision(
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
