"""Who will be told what: a letter to each referrer about the people of their own contact (A13)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from openmash.accounts.selectors import agencies_of
from openmash.decisions.models import Outcome
from openmash.decisions.rules import (
    DISAGREE,
    EXPECTED,
    NOT_FOR_THE_PUBLIC,
    Letter,
    Said,
    class_of_referrer,
    decision_words,
    fill,
    reason_words,
    why_not_possible,
)
from openmash.decisions.selectors.reading import PeopleRead
from openmash.decisions.selectors.seeing import sender_words
from openmash.decisions.terms import NotPossibleReason
from openmash.governance.rules import OutcomeTerms, PolicyDocument, outcome_named, template_for
from openmash.governance.terms import Occasion, ReferrerClass
from openmash.intake.terms import Channel, SourceCode

if TYPE_CHECKING:
    from openmash.intake.models import Contact, Subject

FROM_SYSTEMS = frozenset(
    {
        Channel.POLICE_IMPORT,
        Channel.SCHOOL_IMPORT,
        Channel.PROVIDER_IMPORT,
        Channel.API,
        Channel.HEALTH_NOTICE,
    }
)


@dataclass(frozen=True)
class OutcomeTold:
    """An outcome and the record it was chosen for, decided or only proposed."""

    person_id: UUID
    outcome: str


def told_of(outcomes: Iterable[Outcome]) -> list[OutcomeTold]:
    """Return what was decided in the shape a letter needs."""
    return [OutcomeTold(each.person_id, each.outcome) for each in outcomes]


def letters(read: PeopleRead, outcomes: Sequence[OutcomeTold], told_reason: str) -> list[Letter]:
    """Return one letter for each contact that still stands, oldest first.

    Each speaks only of the people its own sender told of: another child in the case is another
    referrer's, and is never mentioned.
    """
    document = read.policy.document
    members = set(agencies_of(read.case.hub_id, on=read.at.date()).values_list("id", flat=True))
    terms: dict[UUID, list[OutcomeTerms]] = defaultdict(list)
    for each in outcomes:
        if record := read.record_decided_on.get(each.person_id):
            terms[record].append(outcome_named(document, each.outcome))
    replaced = {each.replaces_id for each in read.contacts}
    said = {each.id: _said(read, each, terms) for each in read.contacts}
    return [
        letter_to(
            document,
            each,
            members,
            decision=decision_words(said[each.id]),
            reason=reason_words(said[each.id], told_reason),
        )
        for each in read.contacts
        if each.id not in replaced
    ]


def _said(
    read: PeopleRead, contact: "Contact", terms: Mapping[UUID, Sequence[OutcomeTerms]]
) -> list[Said]:
    subjects = [each for each in read.subjects.get(contact.id, ()) if each.is_concern]
    return [
        Said(_name(each), found.feedback_words, found.explanation)
        for each in subjects
        for found in terms.get(read.record_decided_on.get(each.person_id, each.person_id), ())
    ]


def _name(subject: "Subject") -> str:
    """Return the name as this sender told it: what they did not know, they do not learn."""
    return subject.name_as_told or "The baby"


def letter_to(
    document: PolicyDocument,
    contact: "Contact",
    members: set[UUID],
    *,
    decision: str,
    reason: str,
) -> Letter:
    """Return what the sender of a contact is told of its end, or why they are told nothing."""
    letter = Letter(contact.id, contact.reference, to=sender_words(contact))
    referrer = referrer_class(contact, members)
    template = template_for(document.feedback, referrer, Occasion.OUTCOME)
    if template is None:
        return replace(letter, not_appropriate=NOT_FOR_THE_PUBLIC)
    if problem := why_not_reached(contact):
        return replace(letter, not_possible=problem)
    words = fill(template, _places(document, contact, decision, reason))
    return replace(letter, subject=words.subject, body=words.body)


def _places(
    document: PolicyDocument, contact: "Contact", decision: str, reason: str
) -> dict[str, str]:
    telephone = document.hub.telephone
    return {
        "reference": contact.reference,
        "referrer": contact.referrer_name,
        "hub": document.hub.name,
        "telephone": telephone,
        "decision": decision,
        "reason": reason,
        "expected": EXPECTED,
        "disagree": DISAGREE.format(telephone=telephone),
    }


def referrer_class(contact: "Contact", members: set[UUID]) -> ReferrerClass:
    """Return how much the sender of this contact may be told."""
    return class_of_referrer(
        is_professional=contact.referrer_is_professional,
        is_member_agency=contact.referring_agency_id in members,
    )


def why_not_reached(contact: "Contact") -> NotPossibleReason | None:
    """Return why the sender of this contact cannot be reached, if so (A13.2)."""
    anonymous = not contact.referrer_is_professional and contact.referrer_sealed is None
    return why_not_possible(
        is_anonymous=anonymous or contact.source == SourceCode.ANONYMOUS,
        has_channel=bool(contact.referrer_id or contact.referrer_email or contact.referrer_phone),
        came_from_system=Channel(contact.channel) in FROM_SYSTEMS,
    )
