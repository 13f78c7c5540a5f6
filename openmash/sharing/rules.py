"""May this be shared, and on what basis? Worked out on paper (A14, A7.7, 3.2; ADR 4).

Agreement (being open with a family) and lawful basis are two questions, and neither answers the
other (A14.1).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from openmash.governance.rules import PolicyDocument
from openmash.governance.rules.lawful import (
    bases_in_law,
    conditions_in_law,
    not_sought_in_law,
    powers_in_law,
    withheld_in_law,
)
from openmash.governance.rules.packs import LegalPower
from openmash.governance.terms import (
    AgreementAnswer,
    Article6,
    Article9Condition,
    NotSoughtReason,
    Paragraph18Reason,
    WithheldReason,
)
from openmash.intake.terms import InformedAnswer

AGREEMENT_ANSWERS = tuple(
    each for each in AgreementAnswer if each is not AgreementAnswer.NOT_STATED
)
INFORMED_ANSWERS = tuple(each for each in InformedAnswer if each is not InformedAnswer.NOT_STATED)
WITHOUT_AGREEMENT = frozenset(
    {
        AgreementAnswer.REFUSED,
        AgreementAnswer.WITHDRAWN,
        AgreementAnswer.NOT_SOUGHT,
        AgreementAnswer.NOT_POSSIBLE,
    }
)
_AGAINST_THEIR_WISH = frozenset({AgreementAnswer.REFUSED, AgreementAnswer.WITHDRAWN})


@dataclass(frozen=True)
class Proposal:
    """What somebody proposes to record about sharing, as they wrote it."""

    to_share: bool
    purpose: str
    informed: str
    agreement: str
    agreement_reason: str = ""
    agreement_words: str = ""
    article_6: str = ""
    article_9: str = ""
    paragraph_18: str = ""
    power_relied_on: str = ""
    proportionality: str = ""
    withheld_because: str = ""


@dataclass(frozen=True)
class Obstacle:
    """One reason not to record it yet, and the answer that would mend it."""

    field: str
    words: str


@dataclass(frozen=True)
class LawOffered:
    """What the law packs offer one agency for one case on a day (3.2).

    A public authority in its own task may not rely on (ea) or (f); a voluntary or private one has
    no public task of its own, and relies on (ea) when a hub asks it for the hub's.
    """

    bases: tuple[Article6, ...]
    conditions: tuple[Article9Condition, ...]
    powers: tuple[LegalPower, ...]
    not_sought: tuple[NotSoughtReason, ...]
    withheld: tuple[WithheldReason, ...]

    @property
    def usual_power(self) -> str:
        return self.powers[0].words


def law_for(
    agency_kind: str, tracks: Collection[str], on: date, document: PolicyDocument | None = None
) -> LawOffered:
    """Return what the law offers this kind of agency on these tracks; the usual answers first."""
    return LawOffered(
        bases=bases_in_law(agency_kind, on),
        conditions=conditions_in_law(agency_kind, on),
        powers=powers_in_law(document, tracks, on),
        not_sought=not_sought_in_law(document, tracks, on),
        withheld=withheld_in_law(document, tracks, on),
    )


def obstacles(
    proposal: Proposal,
    *,
    may_decide: bool,
    may_share_without_agreement: bool,
    law: LawOffered,
) -> list[Obstacle]:
    """Return every reason not to record this decision; blank is never an answer (A14)."""
    found = []
    if not may_decide:
        found.append(Obstacle("", "You are not authorised to decide what this hub shares."))
    found += _about_openness(proposal)
    if not proposal.to_share:
        return [*found, *_about_withholding(proposal)]
    found += _about_agreement(proposal, may_share_without_agreement)
    found += _about_the_basis(proposal, law)
    return found


def _about_openness(proposal: Proposal) -> Iterator[Obstacle]:
    if not proposal.purpose.strip():
        yield Obstacle("purpose", "Say what the information is needed for.")
    if proposal.informed not in INFORMED_ANSWERS:
        yield Obstacle("informed", "Say whether the family, or the adult, knows.")
    if proposal.agreement not in AGREEMENT_ANSWERS:
        yield Obstacle("agreement", "Say what was answered about agreement, or why nobody asked.")


def _about_withholding(proposal: Proposal) -> Iterator[Obstacle]:
    """Not sharing is recorded as carefully as sharing (A14.7)."""
    if proposal.withheld_because not in tuple(WithheldReason):
        yield Obstacle("withheld_because", "Choose why nothing is to be shared.")
    if not proposal.proportionality.strip():
        yield Obstacle("proportionality", "Say what was weighed, and why not sharing is right.")


def _about_agreement(proposal: Proposal, may_share_without: bool) -> Iterator[Obstacle]:
    answer = proposal.agreement
    if answer == AgreementAnswer.NOT_SOUGHT and proposal.agreement_reason not in tuple(
        NotSoughtReason
    ):
        yield Obstacle("agreement_reason", "Choose why agreement was not sought.")
    if answer == AgreementAnswer.NOT_POSSIBLE and not proposal.agreement_words.strip():
        yield Obstacle("agreement_words", "Say what made it impossible to ask.")
    if answer in _AGAINST_THEIR_WISH and not proposal.agreement_words.strip():
        yield Obstacle(
            "agreement_words",
            "Say why it is right to share against their wish, and what not sharing would risk.",
        )
    if answer in WITHOUT_AGREEMENT and not may_share_without:
        yield Obstacle(
            "agreement",
            "Sharing without agreement is for a decision maker or manager of this hub to decide.",
        )


def _about_the_basis(proposal: Proposal, law: LawOffered) -> Iterator[Obstacle]:
    if proposal.article_6 not in law.bases:
        yield Obstacle("article_6", "Choose a lawful basis that your agency may rely on.")
    if proposal.article_9 not in law.conditions:
        yield Obstacle("article_9", "Choose the condition for special category information.")
    yield from _about_consent_as_basis(proposal)
    yield from _about_paragraph_18(proposal)
    if not proposal.power_relied_on.strip():
        yield Obstacle("power_relied_on", "Name the power or duty relied on.")
    if not proposal.proportionality.strip():
        yield Obstacle(
            "proportionality", "Say why this much, and no more, is necessary and proportionate."
        )


def _about_consent_as_basis(proposal: Proposal) -> Iterator[Obstacle]:
    """Consent is a basis only where it was truly given, and ends when it is withdrawn (A14.4)."""
    if proposal.agreement == AgreementAnswer.GIVEN:
        return
    if proposal.article_6 == Article6.CONSENT:
        yield Obstacle("article_6", "Consent cannot be the basis: agreement was not given.")
    if proposal.article_9 == Article9Condition.EXPLICIT_CONSENT:
        yield Obstacle("article_9", "Explicit consent cannot be the condition: it was not given.")


def _about_paragraph_18(proposal: Proposal) -> Iterator[Obstacle]:
    needs_reason = (
        proposal.article_9 == Article9Condition.SAFEGUARDING
        and proposal.agreement != AgreementAnswer.GIVEN
    )
    if needs_reason and proposal.paragraph_18 not in tuple(Paragraph18Reason):
        yield Obstacle("paragraph_18", "Choose why paragraph 18 applies without consent.")


def obstacles_to_urgent_sharing(
    *, may_decide: bool, never_waits: bool, power_relied_on: str
) -> list[str]:
    """Return every reason why one press is not enough: it is for ratings that never wait (A7.7)."""
    found = []
    if not may_decide:
        found.append("You are not authorised to ask agencies for this hub.")
    if not never_waits:
        found.append(
            "This rating can wait for the agreement and lawful basis step: complete it first."
        )
    if not power_relied_on.strip():
        found.append("Name the power relied on.")
    return found


def may_ask_on(*, to_share: bool, is_complete: bool, never_waits: bool) -> bool:
    """Say whether agencies may be asked on a decision: a routine check waits for the whole."""
    return to_share and (is_complete or never_waits)
