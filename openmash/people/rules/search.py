"""The one search box: what somebody typed, taken apart, and the keys it asks for (A3.1).

A query may mix anything: `kowalsky 2011`, `ZX1 2AB smith`, `20/10/2011`, `07700 900123`,
`999 123 4578`, a reference. Each part becomes a *group* of key ranges: a person is found who has
a key in every group. Nothing found? `relaxed` leaves one part out at a time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.references import looks_like_reference, tidy_reference
from openmash.people.rules.addresses import compact_postcode
from openmash.people.rules.birth import parse_birth
from openmash.people.rules.identifiers import nhs_number_problem, tidy
from openmash.people.rules.keys import letters_key
from openmash.people.rules.names import name_tokens
from openmash.people.rules.nicknames import name_families
from openmash.people.rules.phones import is_phone, tidy_email, tidy_phone
from openmash.people.rules.sounds import sounds_of


@dataclass(frozen=True)
class KeyRange:
    """Keys from `low` up to but not including `below`; exactly `low` when `below` is None."""

    low: str
    below: str | None = None

    def holds(self, key: str) -> bool:
        return key == self.low if self.below is None else self.low <= key < self.below


KeyGroup = tuple[KeyRange, ...]


@dataclass(frozen=True)
class SearchTerms:
    """What was typed, part by part; empty parts were not typed."""

    reference: str = ""
    names: tuple[str, ...] = ()
    born: PartialDate | None = None
    postcode: str = ""
    phone: str = ""
    email: str = ""
    nhs_number: str = ""
    identifiers: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.reference and not self.groups()

    def groups(self) -> tuple[KeyGroup, ...]:
        """Return one group of key ranges for each part typed; a match has a key in every one."""
        found = [*(_name_group(each) for each in self.names)]
        if self.born and self.born.day:
            found.append(_birth_group(self.born))
        if self.postcode:
            found.append((_starting(f"a:{self.postcode}"),))
        exact = (("t:", self.phone), ("m:", self.email), ("i:", self.nhs_number))
        found += [(KeyRange(f"{prefix}{value}"),) for prefix, value in exact if value]
        found += [(_starting(f"i:{each}"), _starting(f"t:{each}")) for each in self.identifiers]
        return tuple(found)

    def relaxed(self) -> Iterator[tuple[KeyGroup, ...]]:
        """Yield looser ways to ask: each part left out in turn, or the start of a single word."""
        groups = self.groups()
        if len(groups) > 1:
            yield from (groups[:at] + groups[at + 1 :] for at in range(len(groups)))
        elif self.names:
            start = self.names[0][: max(2, len(self.names[0]) // 2)]
            yield ((_starting(f"n:{start}"),),)


def _starting(low: str) -> KeyRange:
    return KeyRange(low, low[:-1] + chr(ord(low[-1]) + 1))


def _name_group(word: str) -> KeyGroup:
    """A word as it begins, as it sounds, its letters out of order, or the name it is short for."""
    exact = {f"s:{each}" for each in sounds_of(word)} | {letters_key(word)}
    exact |= {f"f:{each}" for each in name_families(word)}
    return (_starting(f"n:{word}"), *(KeyRange(each) for each in sorted(exact)))


def _birth_group(born: PartialDate) -> KeyGroup:
    """A date finds itself, the month or year alone of it, and itself with day and month swapped."""
    assert born.day is not None
    year, month = f"b:{born.day:%Y}", f"b:{born.day:%Y-%m}"
    if born.precision is Precision.DAY:
        wholes = {f"b:{each:%Y-%m-%d}" for each in (born.day, _swapped(born.day)) if each}
        due = f"x:{born.day:%Y-%m-%d}"
        return tuple(KeyRange(each) for each in sorted({*wholes, month, year, due}))
    if born.precision is Precision.MONTH:
        return (_starting(month), KeyRange(year))
    if born.precision is Precision.ABOUT:
        return tuple(_starting(f"b:{born.day.year + step}") for step in (-1, 0, 1))
    return (_starting(year),)


def _swapped(day: date) -> date | None:
    return day.replace(month=day.day, day=day.month) if day.day <= 12 else None


def search_terms(query: str, *, on: date) -> SearchTerms:
    """Take a query apart; `on` is today, for ages such as `aged 7`."""
    left, terms = query.strip(), SearchTerms()
    for take in (_take_reference, _take_email, _take_birth, _take_numbers, _take_postcode):
        left, terms = take(left, terms, on)
    words = name_tokens(left)
    typed = tuple(each for each in words if not each.isdigit() and each not in _LABELS)
    numbers = tuple(tidy(each) for each in words if each.isdigit() and len(each) > 3)
    return replace(terms, names=typed, identifiers=terms.identifiers + numbers)


_LABELS = frozenset({"nhs", "upn", "dob", "edd", "born", "postcode", "tel", "phone"})
_Taken = tuple[str, SearchTerms]
_EMAIL = re.compile(r"\S+@\S+")
_DATE = re.compile(
    r"(?<![\w/-])(?:\d{1,2}[-/.]\d{1,2}[-/.](?:[12]\d{3}|\d{2})|[12]\d{3}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?[ -])?[a-z]{3,10}[ -][12]\d{3}|\d{1,2}/[12]\d{3}"
    r"|(?:c\.?|circa|about) ?[12]\d{3}"
    r"|(?:aged?|about) \d{1,2}(?: (?:years|yrs|months|weeks))?)(?![\w/-])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\w/+-])(?:19|20)\d{2}\??(?![\w/+-])(?! ?\d)")
_DIGITS = re.compile(r"(?<!\w)\+?\(?\d[\d ()-]{7,}\d(?!\w)")
_UPN_OR_OTHER = re.compile(r"\b[A-Z]{0,4}\d{5,}[A-Z0-9]*\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[\dA-Z]?(?: ?\d[A-Z]{2})?\b", re.IGNORECASE)


def _take_reference(text: str, terms: SearchTerms, on: date) -> _Taken:
    for word in text.split():
        if looks_like_reference(word):
            return text.replace(word, " "), replace(terms, reference=tidy_reference(word))
    return text, terms


def _take_email(text: str, terms: SearchTerms, on: date) -> _Taken:
    found = _EMAIL.search(text)
    return (
        (_without(text, found), replace(terms, email=tidy_email(found[0])))
        if found
        else (text, terms)
    )


def _take_birth(text: str, terms: SearchTerms, on: date) -> _Taken:
    for shape in (_DATE, _YEAR):
        for found in shape.finditer(text):
            read = parse_birth(found[0], on=on)
            if isinstance(read, PartialDate) and read.day:
                return _without(text, found), replace(terms, born=read)
    return text, terms


def _take_numbers(text: str, terms: SearchTerms, on: date) -> _Taken:
    for found in (*_DIGITS.finditer(text), *_UPN_OR_OTHER.finditer(text)):
        number = found[0]
        if is_phone(number):
            return _without(text, found), replace(terms, phone=tidy_phone(number))
        if nhs_number_problem(number.strip()) is None:
            return _without(text, found), replace(terms, nhs_number=tidy(number))
        return _without(text, found), replace(terms, identifiers=(tidy(number),))
    return text, terms


def _take_postcode(text: str, terms: SearchTerms, on: date) -> _Taken:
    found = _POSTCODE.search(text)
    if not found:
        return text, terms
    return _without(text, found), replace(terms, postcode=compact_postcode(found[0]))


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
