"""`found_hub("merton")` in a journey: that preset's hub with its cast, on either edition.

One hub to a test. It is founded by the verbs that `./run demo --hub` uses.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

import pytest
from django.db import transaction

from openmash.governance.terms import Edition
from tests.cast import FOUNDED, NOW
from tests.hubs.founding import HubCast, hub_cast


class FoundHub(Protocol):
    def __call__(
        self,
        preset: str,
        edition: Edition = Edition.TODAY,
        *,
        founded_at: datetime = FOUNDED,
        now: datetime = NOW,
    ) -> HubCast: ...


@pytest.fixture
def found_hub(db: None) -> Iterator[FoundHub]:
    """Found a hub of any preset; the database sees it whole until a test says `see_as`."""

    def found_it(
        preset: str,
        edition: Edition = Edition.TODAY,
        *,
        founded_at: datetime = FOUNDED,
        now: datetime = NOW,
    ) -> HubCast:
        return hub_cast(preset, edition, founded_at=founded_at, now=now)

    with transaction.atomic():
        yield found_it
