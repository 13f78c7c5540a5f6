"""The adult's three questions, their wishes, and what the answers point to (A5.9, A15)."""

from collections.abc import Collection
from dataclasses import dataclass

from openmash.core.working_time import Nation
from openmash.intake.terms import AbuseType, AdultAnswer, AdultLaw, WishesAsked

_IN_WALES = (
    AbuseType.PHYSICAL,
    AbuseType.SEXUAL,
    AbuseType.PSYCHOLOGICAL,
    AbuseType.FINANCIAL,
    AbuseType.NEGLECT,
)
# Section 42(1) and section 126(1) ask the same three things.
QUESTIONS = (
    "Has the adult needs for care and support, whether or not they are being met?",
    "Is the adult experiencing, or at risk of, abuse or neglect?",
    "Because of those needs, is the adult unable to protect themselves?",
)


@dataclass(frozen=True)
class AdultAnswers:
    """What is known of an adult now; "not yet known" is a full answer."""

    has_needs: AdultAnswer
    is_at_risk: AdultAnswer
    cannot_protect: AdultAnswer
    was_asked: WishesAsked
    safe_tonight: AdultAnswer
    reasons: str = ""
    not_asked_because: str = ""
    wants: str = ""
    safe_tonight_words: str = ""

    @property
    def three(self) -> tuple[AdultAnswer, AdultAnswer, AdultAnswer]:
        return self.has_needs, self.is_at_risk, self.cannot_protect


def law_for_adults(nations: Collection[Nation]) -> AdultLaw:
    """Return the law an adult's questions are asked under in a hub of these nations."""
    wales_only = Nation.WALES in nations and Nation.ENGLAND not in nations
    return AdultLaw.S126 if wales_only else AdultLaw.S42


def abuse_types_for(law: AdultLaw) -> tuple[AbuseType, ...]:
    """Return the kinds of abuse or neglect asked about under a law (5.10).

    England: the ten of the Care Act guidance and the eleventh of its yearly collection. Wales: the
    five of section 197(1) of the 2014 Act.
    """
    return _IN_WALES if law is AdultLaw.S126 else tuple(AbuseType)


def adult_problems(answers: AdultAnswers) -> list[tuple[str, str]]:
    """Return each field that must be mended before the answers are kept, and how.

    Making safeguarding personal: either what the adult wants, or why nobody has asked. Urgent harm
    does not wait for these: the answers are kept as they are and each becomes a task.
    """
    found = []
    if answers.was_asked is WishesAsked.NOT_STATED:
        found.append(("was_asked", "Say whether the adult has been asked what they want."))
    if answers.was_asked is WishesAsked.YES and not answers.wants.strip():
        words = "Write what the adult wants, in their own words; “did not say” will do."
        found.append(("wants", words))
    if answers.was_asked is WishesAsked.NO and not answers.not_asked_because.strip():
        found.append(("not_asked_because", "Say why the adult has not been asked yet."))
    if answers.safe_tonight is AdultAnswer.NO and not answers.safe_tonight_words.strip():
        found.append(("safe_tonight_words", "Say what is being done to keep them safe tonight."))
    return found


def what_the_answers_point_to(answers: AdultAnswers, law: AdultLaw) -> str:
    """Return in words what three answers point to; advice, never a decision (A5.9, A5.10)."""
    needs, risk, protect = answers.three
    duty = _DUTY[law]
    if all(each is AdultAnswer.YES for each in answers.three):
        return f"The test appears to be met: {duty}."
    if AdultAnswer.NO in (needs, risk):
        return (
            "The test appears not to be met. Consider another enquiry, advice, or another service."
        )
    if protect is AdultAnswer.NO:
        return "The adult can protect themselves. Agree with them what they want to happen."
    return f"Not all is known yet: gather what is missing. Until then treat it as if {duty}."


_DUTY = {
    AdultLaw.S42: "the duty to make enquiries under section 42 applies",
    AdultLaw.S126: "the duty to make enquiries under section 126 applies",
}
