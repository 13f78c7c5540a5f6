"""What roles add up to."""

from collections.abc import Iterable

from openmash.accounts.terms import POWERS, Power, Role


def powers_of(roles: Iterable[str]) -> frozenset[str]:
    """Return every power the roles carry together; a role we do not know carries none."""
    known = {each.value for each in Role}
    held: set[Power] = set()
    for role in roles:
        if role in known:
            held |= POWERS[Role(role)]
    return frozenset(held)
