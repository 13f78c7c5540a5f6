"""Lines of JSON to rows of plain answers, so that a person can mend one without knowing JSON.

`subjects[0].given_name` is the heading of an answer inside a list. A line that cannot be read
keeps its whole text under `line`, with whatever answers could be saved from it.
"""

import json
import re
from collections.abc import Iterator

from openmash.intake.rules.decoding import read_text
from openmash.intake.rules.units import RawRow, SentRow, UnusableFile

LINE = "line"
_DEEPEST, _MOST_ANSWERS = 8, 2_000
_BEGINS_LIKE_ONE = re.compile(r'\s*\{\s*"')
_SAVED = re.compile(r'"(\w{1,40})"\s*:\s*("(?:[^"\\]|\\.)*"|true|false|null)')


def rows_of_lines(content: bytes) -> tuple[list[SentRow], tuple[str, ...]]:
    """Return one row for every line that is not blank, and notes on the reading."""
    text, notes = read_text(content)
    numbered = list(enumerate(text.split("\n"), start=1))
    rows = [SentRow(number, row_of_line(line)) for number, line in numbered if line.strip()]
    if not any(_BEGINS_LIKE_ONE.match(line) for _, line in numbered):
        raise UnusableFile(
            "No line of this file is a referral. It should have one whole referral on each line "
            "(JSON Lines). Ask the sender to send it again."
        )
    return rows, notes


def row_of_line(line: str) -> RawRow:
    """Return the answers of one line; a line that is no referral keeps its text."""
    try:
        told = json.loads(line)
        answers = dict(_flat("", told, 0)) if isinstance(told, dict) else {}
    except (ValueError, RecursionError):
        answers = {}
    if 0 < len(answers) <= _MOST_ANSWERS:
        return answers
    return {**_saved_from(line), LINE: line}


def _saved_from(line: str) -> RawRow:
    """Return the plain answers of the outermost kind that come before anything is nested."""
    before_nesting = re.split(r"[\[{]", line.strip().removeprefix("{"), maxsplit=1)[0]
    return {name: _word(json.loads(told)) for name, told in _readable(before_nesting)}


def _readable(text: str) -> Iterator[tuple[str, str]]:
    for name, told in _SAVED.findall(text):
        try:
            json.loads(told)
        except ValueError:
            continue
        yield name, told


def _flat(name: str, told: object, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict) and depth < _DEEPEST:
        for key, value in told.items():
            yield from _flat(f"{name}.{key}" if name else str(key), value, depth + 1)
    elif isinstance(told, list) and depth < _DEEPEST:
        for place, value in enumerate(told):
            yield from _flat(f"{name}[{place}]", value, depth + 1)
    elif name:
        yield name, _word(told)


def _word(told: object) -> str:
    if told is None:
        return ""
    if isinstance(told, bool):
        return "true" if told else "false"
    return told if isinstance(told, str) else json.dumps(told)
