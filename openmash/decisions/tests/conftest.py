"""A case about Maya Dobson, and what is heard while it is decided."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from openmash.core.facts import forget_listeners, when
from openmash.decisions.facts import DecisionAgreed, DecisionRecorded, DecisionReopened
from openmash.decisions.tests.factories import case_of_maya


@pytest.fixture
def case(cast):
    return case_of_maya(cast)


@pytest.fixture
def heard() -> Iterator[list[object]]:
    forget_listeners()
    news: list[object] = []
    when(DecisionRecorded, news.append)
    when(DecisionAgreed, news.append)
    when(DecisionReopened, news.append)
    yield news
    forget_listeners()


@pytest.fixture
def footprints(db):
    """Return the actions of one room on the audit, oldest first: `footprints("decision.")`."""

    def of(room: str) -> list[str]:
        events = apps.get_model("audit", "AuditEvent").objects.order_by("at", "id")
        return [each for each in events.values_list("action", flat=True) if each.startswith(room)]

    return of
