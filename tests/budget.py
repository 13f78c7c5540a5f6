"""The query budget of a page: twelve of its own, and eight for everything that goes with any page.

Those eight are session, sign-in, context, policy and audit. A savepoint is not a question.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

OWN, WITH_IT = 12, 8
NOT_A_QUESTION = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO")
GOES_WITH_ANY_PAGE = re.compile(
    r"django_session|accounts_\w+|audit_\w+|governance_policy|governance_announcedday|shown_person",
    re.IGNORECASE,
)
FIRST_TABLE = re.compile(r'(?:FROM|INTO|UPDATE) "?(\w+)', re.IGNORECASE)

Budget = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def within_budget(db: None) -> Budget:
    """Hold what is done inside `with within_budget():` to the budget of a page."""
    return _budget


@contextmanager
def _budget() -> Iterator[None]:
    with CaptureQueriesContext(connection) as captured:
        yield
    asked = [each["sql"] for each in captured if not each["sql"].startswith(NOT_A_QUESTION)]
    beside = [each for each in asked if goes_with_any_page(each)]
    own = [each for each in asked if each not in beside]
    assert not _too_many(own, OWN), _too_many(own, OWN)
    assert not _too_many(beside, WITH_IT), _too_many(beside, WITH_IT)


def _too_many(asked: list[str], allowed: int) -> str:
    """Return the questions in short when they are more than allowed."""
    if len(asked) <= allowed:
        return ""
    return "\n".join(
        [f"{len(asked)} queries, where {allowed} are allowed:", *(q[:120] for q in asked)]
    )


def goes_with_any_page(sql: str) -> bool:
    """A page's own question may join an agency for its name; the table it is from decides."""
    table = FIRST_TABLE.search(sql)
    return table is None or GOES_WITH_ANY_PAGE.fullmatch(table[1]) is not None
