"""A fictional hub is lived through the public verbs, and comes out whole."""

from datetime import UTC, datetime

import pytest
from django.db import transaction

from openmash.cases.selectors import cases_visible_to
from openmash.intake.selectors import contacts_visible_to
from openmash.simulation.services import found, live_weeks, wake

NOW = datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
FOUNDED = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize("preset", ["london", "lancashire"])
def test_three_weeks_are_lived_through_the_public_verbs(preset):
    with transaction.atomic():
        founded = found(preset=preset, slug=f"{preset}-test", password_hash="", at=FOUNDED)
        hub = wake(founded, seed=7, at=NOW)
        subjects = live_weeks(hub, contacts=24, weeks=3, now=NOW)
        seen_by = hub.acting("priya")
        assert contacts_visible_to(seen_by).count() == 24
        assert subjects >= 24
        assert 12 <= cases_visible_to(seen_by).count() <= 24
