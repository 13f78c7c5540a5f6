"""A case read for deciding: fetched once, for the page, for the rule and for the frozen picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.cases.selectors import contacts_of
from openmash.core.viewers import Viewer
from openmash.decisions.models import View
from openmash.decisions.rules import DecidedFor, ToldAbout, decided_for, same_person
from openmash.decisions.selectors.standing import strategy_discussion_of
from openmash.governance.rules.sites import document_at
from openmash.governance.selectors import PolicyInForce
from openmash.governance.terms import AgreementAnswer, Track
from openmash.information_requests.selectors import (
    AgencyState,
    ReturnShown,
    agencies_state,
    must_speak_open,
    returns_in,
)
from openmash.information_requests.terms import AgencyAnswer
from openmash.intake.selectors import adult_tests_missing, subjects_of, tracks_opened
from openmash.intake.terms import Part
from openmash.people.selectors import PersonShown, people_shown
from openmash.sharing.selectors import standing_decision

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Discussion
    from openmash.intake.models import Contact, Subject

WAITED_FOR = (AgencyAnswer.WAITING, AgencyAnswer.LATE)
ASK_A_DECIDER = "a hub decision maker, who knows whom,"


@dataclass(frozen=True)
class PeopleRead:
    """Whom a case is decided for, and the contacts that told of them."""

    viewer: Viewer
    case: "Case"
    policy: PolicyInForce
    at: datetime
    contacts: Sequence["Contact"]
    subjects: Mapping[UUID, Sequence["Subject"]]
    people: Sequence[DecidedFor]
    shown: Mapping[UUID, PersonShown]

    @property
    def contact_ids(self) -> list[UUID]:
        return [each.id for each in self.contacts]

    @cached_property
    def record_decided_on(self) -> Mapping[UUID, UUID]:
        """For every record of somebody of concern, the one an outcome is chosen for."""
        return same_person(self.people)

    def name_of(self, person_id: UUID) -> str:
        person = self.shown.get(person_id)
        return person.name if person else "somebody you may not see"

    @cached_property
    def agreement_recorded(self) -> bool:
        """Whether agreement was answered for: by each sender, or by a decision to share (A14)."""
        if all(each.agreement != AgreementAnswer.NOT_STATED for each in self.contacts):
            return True
        return standing_decision(self.case.id) is not None

    @cached_property
    def family_agrees(self) -> bool:
        """Whether the family, or the adult, said yes: the hub's own answer goes first (A12.9)."""
        decided = standing_decision(self.case.id)
        answers = [decided.agreement] if decided else [each.agreement for each in self.contacts]
        return all(each == AgreementAnswer.GIVEN for each in answers)

    @cached_property
    def adult_tests_missing(self) -> int:
        is_adults = any(track.is_adult for each in self.people for track in each.tracks)
        return adult_tests_missing(self.contact_ids) if is_adults else 0


@dataclass(frozen=True)
class CaseRead(PeopleRead):
    """What one viewer may read of a case that is to be decided; costs the same for any case."""

    agencies: list[AgencyState]
    answers: Sequence[ReturnShown]
    discussion: "Discussion | None"

    @property
    def outstanding(self) -> list[str]:
        """The agencies asked and not yet heard, by name."""
        return [each.name for each in self.agencies if each.state in WAITED_FOR]

    @cached_property
    def heard_from(self) -> frozenset[str]:
        """The kinds of agency that have given a view."""
        given = View.objects.filter(case=self.case)
        return frozenset(given.values_list("agency__kind", flat=True))

    @cached_property
    def must_speak(self) -> list[str]:
        """Whom the hub must still speak to (A8.2); others only learn to ask a decision maker."""
        if not self.viewer.may(Power.SEE_EVERY_RETURN, self.case.hub_id):
            return [ASK_A_DECIDER] if must_speak_open(self.case.id) else []
        asked_for = (
            f"{answer.agency_name} ({item.speak_to})"
            for answer in self.answers
            for item in answer.items
            if item.must_speak
        )
        return list(dict.fromkeys(asked_for))


def read_people(viewer: Viewer, case: "Case", policy: PolicyInForce, at: datetime) -> PeopleRead:
    """Fetch whom a case is decided for, for a viewer who has passed its gate."""
    contacts = [each.contact for each in contacts_of(case)]
    subjects = subjects_of([each.id for each in contacts])
    of_concern = [each for rows in subjects.values() for each in rows if each.is_concern]
    shown = people_shown(viewer, [each.person_id for each in of_concern], on=at.date())
    policy = _at_its_site(policy, shown)
    people = _people(case, policy, of_concern, shown)
    return PeopleRead(viewer, case, policy, at, contacts, subjects, people, shown)


def _at_its_site(policy: PolicyInForce, shown: Mapping[UUID, PersonShown]) -> PolicyInForce:
    """Return the policy with the threshold document of the authority whose people these are."""
    document = document_at(policy.document, [each.area for each in shown.values()])
    return replace(policy, document=document)


def read_case(viewer: Viewer, case: "Case", policy: PolicyInForce, at: datetime) -> CaseRead:
    """Fetch what deciding needs of a case whose gate the viewer has passed."""
    about = read_people(viewer, case, policy, at)
    return CaseRead(
        **vars(about),
        agencies=agencies_state([case.id], viewer=viewer, at=at).get(case.id, []),
        answers=returns_in(viewer, case, at),
        discussion=strategy_discussion_of(case.id),
    )


def _people(
    case: "Case",
    policy: PolicyInForce,
    of_concern: Sequence["Subject"],
    shown: Mapping[UUID, PersonShown],
) -> list[DecidedFor]:
    case_tracks = [Track(each) for each in case.tracks]
    opened = _opened(case_tracks, of_concern)
    told = [
        ToldAbout(
            person_id=each.person_id,
            identity_id=shown[each.person_id].identity_id
            if each.person_id in shown
            else each.person_id,
            part=Part(each.part),
            tracks=opened.get(each.person_id, ()),
        )
        for each in of_concern
    ]
    return decided_for(told, case_tracks=case_tracks, hub_tracks=policy.document.tracks)


def _opened(
    case_tracks: Sequence[Track], of_concern: Sequence["Subject"]
) -> Mapping[UUID, Sequence[Track]]:
    """Return each record's tracks; where the case has one track there is nothing to ask."""
    if len(case_tracks) <= 1:
        return {}
    found: dict[UUID, list[Track]] = {}
    for person_id, track in tracks_opened(list({each.contact_id for each in of_concern})):
        found.setdefault(person_id, []).append(track)
    return found
