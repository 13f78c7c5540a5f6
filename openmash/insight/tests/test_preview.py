"""What a proposed policy would have done to the last 90 days' contacts."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from openmash.cases.tests.factories import LESLEY, MAYA, opened
from openmash.insight.selectors.preview import preview_of
from tests.policy_steps import a_proposal

pytestmark = pytest.mark.django_db


def amber_case(cast, *people):
    now = timezone.now()
    return opened(
        cast.see_as("priya"),
        cast.hub.id,
        *people,
        rating="amber",
        received_at=now - timedelta(hours=2),
        at=now,
    )


def test_nothing_screened_is_said_so(cast, client):
    proposal = a_proposal(cast)
    cast.sign_in(client, "priya")
    page = client.get(reverse("insight:policy_preview", args=[proposal.id])).content.decode()
    assert "nothing to try it on" in page


def test_contacts_are_counted_with_their_gate_and_clocks(cast, client, within_budget):
    amber_case(cast, MAYA, LESLEY)
    proposal = a_proposal(cast)
    found = preview_of(proposal, at=timezone.now())
    assert (found.contacts, found.unrated) == (1, 0)
    assert found.checked_before == found.checked_after == 1
    assert found.checks_before == found.checks_after > 0
    assert {each.value for each in found.clocks} >= {"receipt", "screening", "product"}
    cast.sign_in(client, "priya")
    with within_budget():
        page = client.get(reverse("insight:policy_preview", args=[proposal.id]))
    assert "1 contact was received" in page.content.decode()


def test_what_came_before_the_90_days_is_left_out(cast):
    amber_case(cast, MAYA)
    proposal = a_proposal(cast)
    assert preview_of(proposal, at=timezone.now() + timedelta(days=91)).contacts == 0
