"""A case whose sharing is decided, ready for agencies to be asked, and one already asked."""

from collections.abc import Callable
from typing import Any

import pytest

from openmash.cases.models import Case
from openmash.core.viewers import Viewer
from openmash.information_requests.models import InformationRequest
from openmash.information_requests.services import ask_agencies
from openmash.sharing.services import decide_sharing
from openmash.sharing.tests.factories import NOW, case_of, tell_of
from tests.cast import Cast

POWER = "Children Act 1989, section 47(9) to (11)"
SHARED: dict[str, Any] = {
    "to_share": True,
    "purpose": "To decide what help Maya needs",
    "informed": "yes",
    "agreement": "given",
    "article_6": "e",
    "article_9": "safeguarding",
    "power_relied_on": POWER,
    "proportionality": "Only the household, over two years.",
}
ASKED: dict[str, Any] = {
    "summary": "A neighbour heard shouting and a child crying.",
    "purpose": "To decide what help Maya needs",
    "power_relied_on": POWER,
    "question": "What do you hold?",
}

Ask = Callable[..., InformationRequest]


def share(cast: Cast, case: Case, by: Viewer | None = None) -> None:
    decide_sharing(by=by or cast.priya, case_id=case.id, at=NOW, **SHARED)


@pytest.fixture
def family(cast):
    return [tell_of(cast, "Maya", "Dobson"), tell_of(cast, "Gordon", "Dobson")]


@pytest.fixture
def case(cast, family):
    return case_of(cast, family)


@pytest.fixture
def shared_case(cast, case):
    share(cast, case)
    return case


@pytest.fixture
def ask(cast, shared_case, family) -> Ask:
    """Ask one agency about the family: `ask("police")`."""

    def one(kind: str = "police", **change: object) -> InformationRequest:
        asked = {
            "case_id": shared_case.id,
            "agency_ids": [cast.agencies[kind].id],
            "person_ids": [each.id for each in family],
            "at": NOW,
            **ASKED,
            **change,
        }
        (request,) = ask_agencies(by=cast.sam, **asked)
        return request

    return one
