"""A decided case about Maya Dobson, told of by Lee, and the people who take it from there."""

import pytest
from django.apps import apps

from openmash.core.facts import forget_listeners, when
from openmash.pathways.facts import FeedbackSent, HandoverSent
from openmash.pathways.tests.factories import decided_case, team_of


@pytest.fixture
def case(cast):
    return decided_case(cast)


@pytest.fixture
def team(cast):
    return team_of(cast)


@pytest.fixture
def heard():
    forget_listeners()
    news: list[object] = []
    for fact in (FeedbackSent, HandoverSent):
        when(fact, news.append)
    yield news
    forget_listeners()


@pytest.fixture
def footprints(db):
    """Return the actions of one room on the audit, oldest first: `footprints("handover.")`."""

    def of(room: str) -> list[str]:
        events = apps.get_model("audit", "AuditEvent").objects.order_by("at", "id")
        return [each for each in events.values_list("action", flat=True) if each.startswith(room)]

    return of
