"""Two versions of a policy side by side, in words: what was taken out, put in, or said anew."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.telling import policy_in_words


@dataclass(frozen=True)
class LinePair:
    """A line as it was and as it is to be; one of them is empty where the other stands alone."""

    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class SectionPair:
    """One section of both versions, line beside line."""

    title: str
    lines: tuple[LinePair, ...]

    @property
    def changed(self) -> tuple[LinePair, ...]:
        return tuple(each for each in self.lines if each.is_changed)


def compare_policies(old: PolicyDocument, new: PolicyDocument) -> tuple[SectionPair, ...]:
    """Return every section that either version has, in the order they are told."""
    before = {each.title: each.lines for each in policy_in_words(old)}
    after = {each.title: each.lines for each in policy_in_words(new)}
    titles = dict.fromkeys([*before, *after])
    return tuple(
        SectionPair(title, tuple(_side_by_side(before.get(title, ()), after.get(title, ()))))
        for title in titles
    )


def _side_by_side(old: Sequence[str], new: Sequence[str]) -> Iterator[LinePair]:
    """Yield the lines in order, so that either side read alone is that version whole."""
    for _, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        for before, after in zip_longest(old[a:b], new[c:d], fillvalue=""):
            yield LinePair(before, after)
