"""How two dates of birth agree, as far as each is known and to be trusted."""

from datetime import date

from openmash.matching.rules.alike import one_slip
from openmash.matching.rules.levels import NOT_KNOWN, Level
from openmash.people.rules import BirthParts, PersonFacts, birth_parts

WEEKS_EITHER_SIDE_OF_DUE = 5
GENERATION = 14
ADULT_GUESS = 2


def born_level(left: PersonFacts, right: PersonFacts) -> Level:
    """Return how two births agree: born with born, born with due, or due with due."""
    ours, theirs = birth_parts(left.born), birth_parts(right.born)
    if ours and theirs:
        return _born_and_born(ours, theirs)
    if left.expected_on and right.expected_on:
        return _due_and_due(left.expected_on, right.expected_on)
    if ours and right.expected_on:
        return _born_and_due(ours, right.expected_on)
    if theirs and left.expected_on:
        return _born_and_due(theirs, left.expected_on)
    return NOT_KNOWN


def _born_and_born(left: BirthParts, right: BirthParts) -> Level:
    if left.is_about or right.is_about or left.is_filler or right.is_filler:
        return _guessed(left, right)
    if left.is_whole and right.is_whole:
        return _whole(left, right)
    if left.year != right.year:
        return "different"
    if left.month and right.month:
        return "month" if left.month == right.month else "other_day"
    return "year"


def _guessed(left: BirthParts, right: BirthParts) -> Level:
    """A guess at a year may be out by one, or by two where both guessed."""
    apart = abs(left.year - right.year)
    if apart == 0 and not (left.is_about or right.is_about):
        return "year"
    guesses = sum(each.is_about or each.is_filler for each in (left, right))
    return "about" if apart <= min(guesses, ADULT_GUESS) else "different"


def _whole(left: BirthParts, right: BirthParts) -> Level:
    if left == right:
        return "same"
    if left.year == right.year and left.unordered == right.unordered:
        return "swapped"
    if one_slip(_figures(left), _figures(right)):
        return "near"
    agreeing = (left.year == right.year, left.month == right.month, left.day == right.day)
    if sum(agreeing) == 2:
        return "two_parts"
    return "other_day" if left.year == right.year else "different"


def _figures(parts: BirthParts) -> str:
    return f"{parts.day:02}{parts.month:02}{parts.year}"


def _due_and_due(left: date, right: date) -> Level:
    if left == right:
        return "due"
    return "near_due" if _within_weeks(left, right) else "different"


def _born_and_due(parts: BirthParts, due: date) -> Level:
    if parts.is_whole and parts.month and parts.day:
        born = date(parts.year, parts.month, parts.day)
        return "near_due" if _within_weeks(born, due) else "different"
    if parts.month:
        months = abs((due.year - parts.year) * 12 + due.month - parts.month)
        return "near_due" if months <= 1 else "different"
    return NOT_KNOWN if abs(due.year - parts.year) <= 1 else "different"


def _within_weeks(left: date, right: date) -> bool:
    return abs((left - right).days) <= 7 * WEEKS_EITHER_SIDE_OF_DUE


def are_a_generation_apart(left: PersonFacts, right: PersonFacts) -> bool:
    """Say whether one could be the other's parent."""
    ours, theirs = birth_parts(left.born), birth_parts(right.born)
    return bool(ours and theirs and abs(ours.year - theirs.year) >= GENERATION)
