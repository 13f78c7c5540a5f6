"""What an agency may answer, and under which code (A7, A8.2)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from openmash.core.handling import HandlingCode, Nature
from openmash.core.partial_dates import Precision
from openmash.governance.terms import WithheldReason
from openmash.information_requests.terms import Answer

EARLIEST = date(1900, 1, 1)
_KEEPS_BACK = (HandlingCode.H3, HandlingCode.H4)
_DATE_PRECISIONS = (Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.ABOUT)


@dataclass(frozen=True)
class ItemGiven:
    """One piece of information, as the agency gives it and under the code it sets."""

    words: str
    nature: str = Nature.FACT.value
    code: str = HandlingCode.H2.value
    happened_from: date | None = None
    happened_until: date | None = None
    happened_precision: str = ""  # blank: a whole day where there is a date
    source_system: str = ""
    audience: tuple[UUID, ...] = ()
    speak_to: str = ""
    form_of_words: str = ""
    form_of_words_code: str = ""

    @property
    def precision(self) -> Precision:
        if self.happened_from is None:
            return Precision.UNKNOWN
        return Precision(self.happened_precision or Precision.DAY)


@dataclass(frozen=True)
class AnswerGiven:
    """Everything an agency says about one person it was asked about."""

    answer: str
    items: Sequence[ItemGiven] = ()
    involvement: str = ""
    analysis: str = ""
    suggested_rating: str = ""
    is_partial: bool = False
    refused_because: str = ""
    refused_words: str = ""


@dataclass(frozen=True)
class AnsweringPicture:
    """What the hub knows at the moment of answering."""

    may_answer: bool
    is_withdrawn: bool
    is_answered: bool  # about this person, and not in part
    ratings: Collection[str]
    today: date
    may_give_items: bool = True  # not below the level from which the hub keeps them


def obstacles_to_answering(given: AnswerGiven, picture: AnsweringPicture) -> list[str]:
    """Return every reason not to keep this answer (A7.4, A7.5)."""
    found = _about_the_request(picture)
    if given.answer not in tuple(Answer):
        return [*found, "Choose what your agency knows of this person."]
    found += _about_content(given, Answer(given.answer))
    found += _about_the_level(given, picture)
    found += _about_refusing(given)
    if given.suggested_rating and given.suggested_rating not in picture.ratings:
        found.append("Choose one of this hub's ratings, or none.")
    many = len(given.items) > 1
    for number, item in enumerate(given.items, start=1):
        found += [
            f"Item {number}: {words}" if many else words
            for words in obstacles_to_item(item, today=picture.today)
        ]
    return found


def obstacles_to_correcting(*, is_current: bool, reason: str) -> list[str]:
    """Return every reason not to correct a return: a correction is a new version (A7.10)."""
    found = []
    if not is_current:
        found.append("This answer has already been corrected. Correct the newer one.")
    if not reason.strip():
        found.append("Say why the answer changes.")
    return found


def obstacles_to_item(item: ItemGiven, *, today: date) -> list[str]:
    """Return what is missing from, or wrong with, one item."""
    found = []
    if not item.words.strip():
        found.append("Write what your agency holds.")
    if item.nature not in tuple(Nature):
        found.append("Say whether it is fact, opinion or intelligence.")
    if item.code not in tuple(HandlingCode):
        found.append("Choose how far it may travel.")
        return [*found, *_about_dates(item, today)]
    code = HandlingCode(item.code)
    if code is HandlingCode.H4 and not item.speak_to.strip():
        found.append("For H4, say whom the hub must speak to.")
    return [*found, *_about_form_of_words(item, code), *_about_dates(item, today)]


def code_of_answer(answer: Answer, codes: Iterable[HandlingCode]) -> HandlingCode:
    """Return the code an answer itself carries beside its items.

    An answer that holds nothing for the whole hub is for decision makers alone. So a nil return
    and an answer of `H4` items only look alike to everybody else: nobody can infer the item
    (A8.4).
    """
    wide = [code for code in codes if code.height <= HandlingCode.H2.height]
    return HandlingCode.H2 if answer.carries_items and wide else HandlingCode.H3


def obstacles_to_raising(
    *, may_raise: bool, now: HandlingCode, to: HandlingCode, why: str
) -> list[str]:
    """Return every reason the hub may not raise an item's code (A8.2)."""
    found = []
    if not may_raise:
        found.append("Only a decision maker of this hub may raise a code.")
    if to.height <= now.height:
        found.append("The hub may only raise a code. Ask the agency that owns it to lower it.")
    if to is HandlingCode.H4:
        found.append("H4 is the owning agency's own. Ask it to set that code.")
    return [*found, *_missing_reason(why)]


def obstacles_to_lowering(
    *, owns: bool, now: HandlingCode, to: HandlingCode, why: str
) -> list[str]:
    """Return every reason an item's code may not be lowered: only its owner may (A8.2)."""
    found = []
    if not owns:
        found.append("Only the agency that supplied this may lower its code.")
    if to.height >= now.height:
        found.append("Choose a code that lets it travel further than now.")
    return [*found, *_missing_reason(why)]


def _missing_reason(why: str) -> list[str]:
    return [] if why.strip() else ["Say why the code changes."]


def _about_the_request(picture: AnsweringPicture) -> list[str]:
    found = []
    if not picture.may_answer:
        found.append("Only the agency that was asked may answer.")
    if picture.is_withdrawn:
        found.append("The hub has withdrawn this request. Nothing need be answered.")
    if picture.is_answered:
        found.append("Your agency has already answered about this person. Change that answer.")
    return found


def _about_content(given: AnswerGiven, answer: Answer) -> list[str]:
    if answer.carries_items:
        if given.items or given.involvement.strip():
            return []
        return ["Write at least one thing your agency holds, or how it was involved."]
    if given.items:
        return [f"“{answer.label}” cannot carry items. Choose “{Answer.KNOWN.label}”."]
    return []


def _about_the_level(given: AnswerGiven, picture: AnsweringPicture) -> list[str]:
    if not given.items or picture.may_give_items:
        return []
    words = (
        "This hub keeps what agencies hold only once the threshold is met. "
        "Say how your agency was involved, and keep the rest until the hub rates it higher."
    )
    return [words]


def _about_refusing(given: AnswerGiven) -> list[str]:
    refuses = given.answer == Answer.CANNOT_DISCLOSE
    if not refuses:
        return [] if not given.refused_because else ["Give a reason to withhold only if you do."]
    found = []
    if given.refused_because not in tuple(WithheldReason):
        found.append("Choose why your agency cannot disclose.")
    if not given.refused_words.strip():
        found.append("Say, in a sentence, why it cannot be disclosed.")
    return found


def _about_form_of_words(item: ItemGiven, code: HandlingCode) -> list[str]:
    has_words, has_code = bool(item.form_of_words.strip()), bool(item.form_of_words_code)
    if not has_words and not has_code:
        return []
    if code not in _KEEPS_BACK:
        return ["A form of words goes only with an H3 or H4 item."]
    if not (has_words and has_code) or item.form_of_words_code not in tuple(HandlingCode):
        return ["Give a form of words together with a code of its own."]
    if HandlingCode(item.form_of_words_code).height >= code.height:
        return ["The form of words needs a lower code than the item it stands for."]
    return []


def _about_dates(item: ItemGiven, today: date) -> list[str]:
    begins, ends = item.happened_from, item.happened_until
    if begins is None:
        return ["Give the first date as well as the last."] if ends else []
    found = []
    if item.happened_precision and item.happened_precision not in _DATE_PRECISIONS:
        found.append("Say how exactly the date is known.")
    if begins > today:
        found.append("It cannot have begun in the future.")
    if begins < EARLIEST:
        found.append(f"Check the year: it is before {EARLIEST.year}.")
    if ends and ends < begins:
        found.append("The last date is before the first.")
    return found
