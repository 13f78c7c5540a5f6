"""What a file says about agreement; blank on arrival is "not stated by the sender" (A2.1, A14)."""

from collections.abc import Iterable

from openmash.governance.terms import AgreementAnswer, NotSoughtReason

_ANSWERS = {
    "": AgreementAnswer.NOT_STATED,
    "y": AgreementAnswer.GIVEN,
    "yes": AgreementAnswer.GIVEN,
    "true": AgreementAnswer.GIVEN,
    "n": AgreementAnswer.REFUSED,
    "no": AgreementAnswer.REFUSED,
    "false": AgreementAnswer.REFUSED,
} | {each.value.replace("_", " "): each for each in AgreementAnswer}

_REASONS = {
    "would increase risk": NotSoughtReason.INCREASES_RISK,
    "under investigation": NotSoughtReason.PREJUDICES_CRIME,
    "not present": NotSoughtReason.UNSAFE_CONTACT,
    "parent uncontactable": NotSoughtReason.UNSAFE_CONTACT,
}

# Where rows of one notification disagree, the answer that allows least is taken.
_LEAST_FIRST = (
    AgreementAnswer.WITHDRAWN,
    AgreementAnswer.REFUSED,
    AgreementAnswer.NOT_POSSIBLE,
    AgreementAnswer.NOT_SOUGHT,
    AgreementAnswer.NOT_STATED,
    AgreementAnswer.GIVEN,
)


def read_agreement(text: str) -> AgreementAnswer | None:
    """Return the answer told, or None for words that are no answer we know."""
    return _ANSWERS.get(" ".join(text.replace("_", " ").split()).casefold())


def least_of(answers: Iterable[AgreementAnswer | None]) -> AgreementAnswer:
    """Return the answer that allows least; words we do not know count as not stated."""
    told = {each or AgreementAnswer.NOT_STATED for each in answers}
    return min(told, key=_LEAST_FIRST.index)


def not_sought_reason(answer: AgreementAnswer, reason: str) -> NotSoughtReason | None:
    """Return the coded reason where agreement was not sought or not possible."""
    if answer not in (AgreementAnswer.NOT_SOUGHT, AgreementAnswer.NOT_POSSIBLE):
        return None
    plain = " ".join(reason.split()).casefold()
    coded = {each.value.replace("_", " "): each for each in NotSoughtReason}
    return _REASONS.get(plain) or coded.get(plain.replace("_", " "))


def doubts_about_agreement(answer: AgreementAnswer, reason: str) -> tuple[str, ...]:
    """Return what the person who completes the record should ask the sender."""
    if answer in (AgreementAnswer.NOT_SOUGHT, AgreementAnswer.NOT_POSSIBLE) and not reason:
        return ("Agreement was not sought, and no reason was given.",)
    if answer is AgreementAnswer.GIVEN and reason:
        return (f"Agreement is told as given, yet with a reason: “{reason[:100]}”.",)
    return ()
