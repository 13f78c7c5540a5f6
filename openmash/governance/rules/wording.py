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
    return f"{words}, running on past closing" if terms.runs_past_closing else words
