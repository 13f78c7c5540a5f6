"""Questions every source asks of the rows of one unit."""

from collections.abc import Iterable, Sequence

from openmash.intake.rules.characters import doubts_about_text, storable
from openmash.intake.rules.headings import PAST_THE_HEADINGS, Headings
from openmash.intake.rules.units import Problem, RawRow

LONGEST_REFERENCE = 80


def cell(row: RawRow, column: str) -> str:
    """Return a cell without the space around it; a cell cut off reads as blank."""
    return row.get(column, "").strip()


def told_in(rows: Sequence[RawRow], column: str) -> tuple[str, ...]:
    """Return the different answers the rows give, in the order they come."""
    return tuple(dict.fromkeys(each for row in rows if (each := cell(row, column))))


def whole_text(rows: Sequence[RawRow], column: str) -> str:
    """Return everything the rows tell, each account once; none is dropped for another."""
    return "\n\n".join(storable(each) for each in told_in(rows, column))


def doubts_about_rows(rows: Sequence[RawRow], shared: Iterable[str]) -> tuple[str, ...]:
    """Return where rows of one notification disagree, and what their text hides."""
    disagreeing = [column for column in shared if len(told_in(rows, column)) > 1]
    found = [f"The rows of this notification disagree: {each}." for each in disagreeing]
    for row in rows:
        for text in row.values():
            found.extend(doubts_about_text(text))
    return tuple(dict.fromkeys(found))


def reference_problems(reference: str, column: str, whose: str) -> list[Problem]:
    if not reference:
        words = f"There is no reference. Type in the {whose} reference, or ask the sender for it."
        return [Problem(column, words)]
    if len(reference) > LONGEST_REFERENCE:
        words = f"This reference is longer than {LONGEST_REFERENCE} characters. Ask the sender."
        return [Problem(column, words)]
    return []


def shape_problems(rows: Sequence[RawRow], headings: Headings) -> list[Problem]:
    """Return problems of rows cut short, or with more cells than there are headings."""
    found = []
    needed = [each for each in headings.columns if each in headings.needed]
    if cut := [each for each in needed if any(each not in row for row in rows)]:
        words = "A row stops before this column. Ask the sender for the whole of it, or type it in."
        found.append(Problem(cut[0], words))
    if spilt := [name for row in rows for name in row if name.startswith(PAST_THE_HEADINGS)]:
        words = (
            "A row has more cells than there are headings, most often because of a comma or a "
            "quotation mark inside a cell. Put each answer under its heading and clear this one."
        )
        found.append(Problem(spilt[0], words))
    return found
