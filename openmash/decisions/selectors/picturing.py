"""The picture a decider has: what the rule asks about, and what is frozen with the decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.selectors import registration_number_of
from openmash.accounts.terms import Power
from openmash.cases.selectors import contacts_of
from openmash.cases.terms import CaseStatus
from openmash.core.viewers import Viewer
from openmash.decisions.rules import OutcomeSought, Picture
from openmash.decisions.selectors.standing import strategy_discussion_of
from openmash.decisions.selectors.viewing import views_on
from openmash.governance.rules import outcome_named
from openmash.governance.selectors import PolicyInForce
from openmash.governance.terms import AgreementAnswer, Track
from openmash.information_requests.selectors import must_speak_open, outstanding_on, returns_on
from openmash.intake.selectors import adult_tests_missing, tracks_opened
from openmash.people.selectors import people_shown
from openmash.sharing.selectors import standing_decision

if TYPE_CHECKING:
    from openmash.cases.models import Case


@dataclass(frozen=True)
class OutcomeChosen:
    """What the decider chose for one person on one track."""

    person_id: UUID
    track: Track
    outcome: str
    words: str = ""


@dataclass(frozen=True)
class DecisionSought:
    """A decision as its decider has written it so far."""

    rationale: str = ""
    outcomes: Sequence[OutcomeChosen] = ()
    options_considered: str = ""
    without_returns_because: str = ""
    without_discussion_because: str = ""


def picture_of(
    viewer: Viewer, case: "Case", sought: DecisionSought, policy: PolicyInForce, at: datetime
) -> Picture:
    """Gather what the rule of deciding asks about (idiom 3)."""
    contacts = [each.contact for each in contacts_of(case)]
    contact_ids = [each.id for each in contacts]
    asked = tracks_opened(contact_ids)
    people = {person for person, _ in asked} | {each.person_id for each in sought.outcomes}
    names = {
        person: shown.name for person, shown in people_shown(viewer, people, on=at.date()).items()
    }
    chosen = {(each.person_id, each.track) for each in sought.outcomes}
    return Picture(
        may_decide=viewer.may(Power.DECIDE, case.hub_id),
        is_registered=bool(registration_number_of(viewer)),
        is_decidable=CaseStatus(case.status).is_before_decision,
        sought=[_sought(viewer, case, each, names, policy) for each in sought.outcomes],
        without_outcome=[
            f"{names.get(person, 'a person')} ({track.label})"
            for person, track in asked
            if (person, track) not in chosen
        ],
        rationale=sought.rationale,
        rationale_characters=policy.document.closing.rationale_characters,
        outstanding=[each.agency.name for each in outstanding_on(case.id)],
        without_returns_because=sought.without_returns_because,
        discussion_held=strategy_discussion_of(case.id) is not None,
        without_discussion_because=sought.without_discussion_because,
        agreement_recorded=standing_decision(case.id) is not None
        or all(each.agreement != AgreementAnswer.NOT_STATED for each in contacts),
        must_speak=must_speak_open(case.id),
        adult_tests_missing=adult_tests_missing(contact_ids),
    )


def _sought(
    viewer: Viewer,
    case: "Case",
    chosen: OutcomeChosen,
    names: Mapping[UUID, str],
    policy: PolicyInForce,
) -> OutcomeSought:
    terms = outcome_named(policy.document, chosen.outcome)
    return OutcomeSought(
        person=names.get(chosen.person_id, "this person"),
        track=chosen.track,
        label=terms.label,
        on_this_track=chosen.track in terms.tracks,
        may_choose=bool(viewer.roles_in(case.hub_id) & {each.value for each in terms.decided_by}),
        urgent=terms.urgent,
        needs_strategy_discussion=terms.needs_strategy_discussion,
        needs_agreement=terms.needs_agreement,
    )


def what_is_seen(
    viewer: Viewer, case: "Case", policy: PolicyInForce, at: datetime
) -> dict[str, object]:
    """Return everything the decider can see now, to be frozen with the decision (A10.6)."""
    document = policy.document
    thresholds = document.thresholds
    return {
        "case": {"reference": case.reference, "rating": case.rating, "status": case.status},
        "policy": {"id": policy.id, "version": policy.version, "title": document.title},
        "thresholds": {"title": thresholds.title, "version": thresholds.version}
        if thresholds
        else None,
        "contacts": [
            {
                "reference": each.contact.reference,
                "version": each.contact.version,
                "received_at": each.contact.received_at,
                "told": each.contact.told,
                "agreement": each.contact.agreement,
            }
            for each in contacts_of(case)
        ],
        "returns": returns_on(viewer, case.id, at),
        "outstanding": [each.agency.name for each in outstanding_on(case.id)],
        "views": views_on(viewer, case.id, at),
    }
