"""The keys a person is found by: short strings kept in one table and looked up exactly (A3.1).

*Search* keys answer somebody typing in the one search box, by prefix. *Match* keys answer "might
this be somebody we know?": each joins two or three facts, so that records of one person share a
key even when any one fact is missing, misspelt, swapped or estimated. Keys only propose people;
`openmash.matching.rules` weighs them. The longest key fits the column (120 characters).
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import product

from openmash.people.rules.addresses import compact_postcode
from openmash.people.rules.birth_parts import BirthParts, birth_parts
from openmash.people.rules.given_names import telling_tokens
from openmash.people.rules.identifiers import tidy
from openmash.people.rules.names import UNWRITABLE, name_tokens, squashed
from openmash.people.rules.nicknames import name_families
from openmash.people.rules.person_facts import NameFact, PersonFacts
from openmash.people.rules.phones import tidy_email, tidy_phone
from openmash.people.rules.sounds import sounds_of

LONGEST_WORD = 40
_SHORTEST_POSTCODE = 5


def search_keys(facts: PersonFacts) -> frozenset[str]:
    """Return the keys by which somebody typing finds this person (`search_terms` reads them).

    Prefixes: `n:` a word of a name, `s:` its sound, `o:` its letters in order, `f:` the family of
    a forename, `b:` birth, `x:` expected, `a:` postcode, `t:` telephone, `m:` e-mail,
    `i:` identifier.
    """
    return frozenset(
        (*_name_search_keys(facts.names), *_birth_search_keys(facts), *_reach_search_keys(facts))
    )


def _name_search_keys(names: Iterable[NameFact]) -> Iterator[str]:
    for name in names:
        for token in (*name_tokens(name.full), squashed(name.family), squashed(name.given)):
            if token:
                yield from word_keys(token)
        for token in name_tokens(name.given):
            yield from (f"f:{head[:LONGEST_WORD]}" for head in name_families(token))


def word_keys(token: str) -> Iterator[str]:
    """Yield the keys of one word of a name: itself, its sounds, and its letters in order."""
    yield f"n:{token.replace(UNWRITABLE, '')[:LONGEST_WORD]}"
    yield from (f"s:{sound[:LONGEST_WORD]}" for sound in sounds_of(token))
    yield letters_key(token)


def letters_key(token: str) -> str:
    """Return the letters of a word sorted, each once: letters swapped or doubled change nothing."""
    return f"o:{''.join(sorted(set(token)))[:LONGEST_WORD]}"


def _birth_search_keys(facts: PersonFacts) -> Iterator[str]:
    if facts.expected_on:
        yield f"x:{facts.expected_on:%Y-%m-%d}"
    if facts.born and facts.born.day:
        parts = birth_parts(facts.born)
        written = {"day": "%Y-%m-%d", "month": "%Y-%m"}.get(facts.born.precision, "%Y")
        yield f"b:{facts.born.day.strftime(written)}"
        if parts and parts.is_about:
            yield from (f"b:{year}" for year in parts.likely_years)


def _reach_search_keys(facts: PersonFacts) -> Iterator[str]:
    yield from (f"a:{each}" for each in _postcodes(facts))
    yield from (f"t:{each}" for each in _phones(facts))
    yield from (f"m:{each}" for each in _emails(facts))
    yield from (f"i:{each}" for value in facts.identifiers for each in _spellings(value.value))


def _spellings(number: str) -> set[str]:
    """Return a number whole, and its digits alone where they are many enough to search by."""
    whole = tidy(number)[:LONGEST_WORD]
    digits = "".join(each for each in whole if each.isdigit())
    return {each for each in (whole, digits) if each == whole or len(each) > 3} - {""}


def match_keys(facts: PersonFacts) -> frozenset[str]:
    """Return the keys stored for a person, about a dozen for each name they go by."""
    return frozenset((*_common_keys(facts), *(f"pair:{each}" for each in _pairs(facts))))


def probe_keys(facts: PersonFacts) -> frozenset[str]:
    """Return the keys to look up for a person in question.

    They differ from the stored ones in one thing. A name alone is shared by hundreds, so one with
    a date of birth asks by name alone only for records that have none.
    """
    if birth_parts(facts.born) is None:
        return match_keys(facts)
    return frozenset((*_common_keys(facts), *(f"undated:{each}" for each in _pairs(facts))))


def _common_keys(facts: PersonFacts) -> Iterator[str]:
    parts = birth_parts(facts.born)
    yield from _number_keys(facts)
    yield from _place_keys(facts)
    yield from _month_keys(facts, parts)
    if parts is None:
        yield from (f"undated:{each}" for each in _pairs(facts))
    else:
        yield from _dated_keys(facts, parts)


def _number_keys(facts: PersonFacts) -> Iterator[str]:
    for each in facts.identifiers:
        if each.scheme.numbers_people and tidy(each.value):
            yield f"id:{each.scheme}:{tidy(each.value)[:LONGEST_WORD]}"
    yield from (f"phone:{each}" for each in _phones(facts))
    yield from (f"email:{each}" for each in _emails(facts))


def _place_keys(facts: PersonFacts) -> Iterator[str]:
    """A forename or a surname at a postcode: for a birth date that is missing or wrong."""
    for postcode, name in product(_postcodes(facts), facts.names):
        yield from (f"given-at:{each}:{postcode}" for each in _given_heads(name))
        yield from (f"family-at:{each}:{postcode}" for each in _family_sounds(name))


def _month_keys(facts: PersonFacts, parts: BirthParts | None) -> Iterator[str]:
    """A surname and a month: finds the unborn baby again once born, and dates without a day."""
    for name in facts.names:
        for sound, month in product(_family_sounds(name), _likely_months(facts, parts)):
            yield f"month:{sound}:{month}"


def _likely_months(facts: PersonFacts, parts: BirthParts | None) -> frozenset[str]:
    if parts and parts.month:
        return frozenset({f"{parts.year}-{parts.month:02}"})
    if facts.expected_on is None:
        return frozenset()
    days = (facts.expected_on + timedelta(days=30 * step) for step in (-1, 0, 1))
    return frozenset(f"{each:%Y-%m}" for each in days)


def _dated_keys(facts: PersonFacts, parts: BirthParts) -> Iterator[str]:
    for pair, year in product(_pairs(facts), parts.likely_years):
        yield f"pair-year:{pair}:{year}"
    for name in facts.names:
        yield from _initial_keys(name, parts)
        if parts.is_whole:
            yield from _birthday_keys(name, parts)
    if parts.is_whole:
        born = f"{parts.year}{parts.unordered}"
        yield from (f"pair-day:{pair}:{parts.unordered}" for pair in _pairs(facts))
        yield from (f"born-at:{born}:{postcode}" for postcode in _postcodes(facts))


def _initial_keys(name: NameFact, parts: BirthParts) -> Iterator[str]:
    """A surname, an initial and a year: for a forename misspelt or a day and month mistaken."""
    initials = {each[:1] for each in _given_heads(name)}
    for sound, initial, year in product(_family_sounds(name), initials, parts.likely_years):
        yield f"initial:{sound}:{initial}:{year}"


def _birthday_keys(name: NameFact, parts: BirthParts) -> Iterator[str]:
    """A birth date with one name, its day and month in no order (swapped dates meet)."""
    born = f"{parts.year}{parts.unordered}"
    yield from (f"born-family:{born}:{each}" for each in _family_sounds(name))
    yield from (f"born-given:{born}:{each}" for each in _given_heads(name))
    if not (name.given and name.family):
        yield from (f"born-family:{born}:{each}" for each in _sounds(telling_tokens(name.given)))
        yield from (f"born-given:{born}:{each}" for each in _family_sounds(name))


def _pairs(facts: PersonFacts) -> frozenset[str]:
    """Return each forename with each surname by sound, in no order (swapped names meet)."""
    pairs: set[str] = set()
    for name in facts.names:
        givens, families = _given_heads(name), _family_sounds(name)
        if not givens or not families:
            pairs.update(sorted(givens | families))
        pairs.update("+".join(sorted(each)) for each in product(givens, families))
    return frozenset(pairs)


def _given_heads(name: NameFact) -> frozenset[str]:
    """Return the sounds of the first forename and of the names it may be short for."""
    first = telling_tokens(name.given)[:1]
    return _sounds(head for token in first for head in name_families(token))


def _family_sounds(name: NameFact) -> frozenset[str]:
    return _sounds(telling_tokens(name.family))


def _sounds(tokens: Iterable[str]) -> frozenset[str]:
    return frozenset(sound[:LONGEST_WORD] for token in tokens for sound in sounds_of(token))


def _postcodes(facts: PersonFacts) -> frozenset[str]:
    compact = (compact_postcode(each.postcode) for each in facts.addresses)
    return frozenset(each for each in compact if _SHORTEST_POSTCODE <= len(each) <= 8)


def _phones(facts: PersonFacts) -> frozenset[str]:
    return frozenset(tidy_phone(each)[:LONGEST_WORD] for each in facts.phones if tidy_phone(each))


def _emails(facts: PersonFacts) -> frozenset[str]:
    return frozenset(tidy_email(each)[:100] for each in facts.emails if tidy_email(each))
