"""What keeps a form from being sent, every reason at once, and urgency first (A1.4, A2.1).

Files may leave agreement blank, and it becomes a task; a form may not, but "not sought, because"
is a full answer. Immediate danger never waits for tidy fields.
"""

from dataclasses import dataclass

from openmash.governance.terms import AgreementAnswer
from openmash.intake.terms import AskedFor, InformedAnswer

_NEEDS_A_REASON = frozenset(
    {AgreementAnswer.NOT_SOUGHT, AgreementAnswer.NOT_POSSIBLE, AgreementAnswer.REFUSED}
)


@dataclass(frozen=True)
class FormAnswers:
    """What somebody has answered so far. Members of the public are asked less."""

    narrative: str = ""
    people_named: int = 0
    place_or_group: str = ""
    immediate_danger: bool = False
    is_professional: bool = True
    asked_for: AskedFor = AskedFor.NOT_STATED
    family_aware: InformedAnswer = InformedAnswer.NOT_STATED
    agreement: AgreementAnswer = AgreementAnswer.NOT_STATED
    agreement_reason: str = ""
    referrer_name: str = ""
    referrer_contact: str = ""


def obstacles_to_sending(answers: FormAnswers) -> list[tuple[str, str]]:
    """Return each field that keeps the form from being sent, with what to do; none means send."""
    says_what = bool(answers.narrative.strip())
    says_who = bool(answers.people_named or answers.place_or_group.strip())
    if answers.immediate_danger:
        if says_what or says_who:
            return []
        return [("narrative", "Say what is happening, or who is in danger.")]
    found = []
    if not says_what:
        found.append(("narrative", "Say what happened, or what worries you."))
    if not says_who:
        words = "Name at least one person, or the place or group. One name is enough."
        found.append(("people", words))
    return found + _of_a_professional(answers) if answers.is_professional else found


def _of_a_professional(answers: FormAnswers) -> list[tuple[str, str]]:
    found = []
    if not answers.referrer_name.strip():
        found.append(("referrer_name", "Give your name."))
    if not answers.referrer_contact.strip():
        found.append(("referrer_contact", "Give a telephone number or email we can answer to."))
    if answers.asked_for is AskedFor.NOT_STATED:
        found.append(("asked_for", "Say what you are asking for."))
    if answers.family_aware is InformedAnswer.NOT_STATED:
        words = "Say whether the family, or the adult, knows; “telling them is not safe” will do."
        found.append(("family_aware", words))
    return found + _of_agreement(answers)


def _of_agreement(answers: FormAnswers) -> list[tuple[str, str]]:
    if answers.agreement is AgreementAnswer.NOT_STATED:
        return [("agreement", "Say whether they agree. “Not sought, because” is a full answer.")]
    if answers.agreement in _NEEDS_A_REASON and not answers.agreement_reason.strip():
        return [("agreement_reason", "Say why agreement was not sought, not possible or refused.")]
    return []
