"""Putting words together: lists, sentences, roles."""

from collections.abc import Iterable

from openmash.accounts.terms import Role
from openmash.core.working_time import Unit
from openmash.governance.rules.clocks import AllowanceTerms


def and_then(words: Iterable[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    *most, last = list(words) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def sentence(words: str) -> str:
    """Return words that end as a sentence does."""
    words = words.strip()
    return words if words.endswith((".", "?", "!")) else f"{words}."


def roles_in_words(roles: Iterable[Role]) -> str:
    """Return roles as one would say who may."""
    found = [each.label for each in roles]
    return f"{', '.join(found[:-1])} or {found[-1]}" if len(found) > 1 else "".join(found)


def allowance_in_words(terms: AllowanceTerms) -> str:
    """Return how long, such as `4 hours` or `1 working day`."""
    unit = "hours" if terms.unit is Unit.ELAPSED_HOURS else terms.unit.value.replace("_", " ")
    words = f"{terms.amount:f} {unit.removesuffix('s') if terms.amount == 1 else unit}"
    if terms.by_opening and terms.amount == 1:
        words = f"before the start of the next {unit.removesuffix('s')}"
    elif terms.by_opening:
        words = f"before the start of the last of {words}"
    return ", ".join([words, *(told for said, told in _how(terms) if said)])


def _how(terms: AllowanceTerms) -> tuple[tuple[bool, str], ...]:
    return (
        (terms.same_time, "to the same time of day"),
        (terms.runs_past_closing, "running on past closing"),
        (terms.counts_at_once, "counted from the day it happened"),
        (terms.ends_on_working_day, "ending on a working day"),
    )
