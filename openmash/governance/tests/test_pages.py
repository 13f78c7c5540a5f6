"""The pages of a hub's policy: read, compare, propose, answer."""

import pytest
from django.urls import reverse

from openmash.governance.models import PolicyProposal
from openmash.governance.rules import policy_in_words, section_as_written
from openmash.governance.selectors import latest_policy, policy_in_force
from tests.cast import NOW
from tests.policy_steps import a_proposal

pytestmark = pytest.mark.django_db


def told(cast, **changed):
    document = latest_policy(cast.hub.id).document
    written = section_as_written(document, "repeats").replace("contacts: 3", "contacts: 4")
    usual = {
        "written": written,
        "version": "2026.2",
        "begins_on": "2030-01-07",
        "why": "Three is every other family.",
    }
    return usual | changed


def test_the_policy_is_read_whole_in_plain_words(cast, client, within_budget):
    cast.sign_in(client, "pia")
    client.get(reverse("governance:policy"))
    with within_budget():
        page = client.get(reverse("governance:policy"))
    for section in policy_in_words(latest_policy(cast.hub.id).document):
        assert section.title in page.content.decode()
    assert "Propose a change" not in page.content.decode()


@pytest.mark.parametrize("version", ["9", "x", "-1", "99999999999"])
def test_a_version_that_never_was_is_not_here(cast, client, version):
    cast.sign_in(client, "priya")
    assert client.get(reverse("governance:policy"), {"version": version}).status_code == 404


def test_a_flaw_is_told_with_its_place_and_nothing_typed_is_lost(cast, client):
    cast.sign_in(client, "priya")
    wrong = "repeats: {contacts: 1, months: 12, da_events: 3, da_months: 12}"
    address = reverse("governance:change") + "?section=repeats"
    page = client.post(address, told(cast, written=wrong)).content.decode()
    assert "repeats.contacts" in page
    assert "repeats.re_referral_months" in page
    assert wrong in page
    assert "Three is every other family." in page
    assert not PolicyProposal.objects.exists()


def test_a_change_is_drafted_sent_and_approved_by_another(cast, client):
    cast.sign_in(client, "maya")
    address = reverse("governance:change") + "?section=repeats"
    page = client.post(address, told(cast), follow=True)
    proposal = PolicyProposal.objects.get()
    assert "Send for approval" in page.content.decode()
    answer = reverse("governance:answer", args=[proposal.id])
    page = client.post(answer, {"act": "send"}, follow=True).content.decode()
    assert "A second person approves or refuses it" in page
    page = client.post(answer, {"act": "approve"}).content.decode()
    assert "You proposed this." in page

    cast.sign_in(client, "bea")
    page = client.get(reverse("governance:proposal", args=[proposal.id])).content.decode()
    assert "Three is every other family." in page
    client.post(answer, {"act": "approve"})
    assert latest_policy(cast.hub.id).document.repeats.contacts == 4
    assert policy_in_force(cast.hub.id, NOW).document.repeats.contacts == 3


def test_a_refusal_without_words_says_so_and_keeps_the_proposal(cast, client):
    proposal = a_proposal(cast)
    cast.sign_in(client, "maya")
    page = client.post(
        reverse("governance:answer", args=[proposal.id]), {"act": "refuse", "words": ""}
    )
    assert "Say why" in page.content.decode()
    proposal.refresh_from_db()
    assert proposal.state == "sent"


def test_two_versions_stand_side_by_side(cast, client, within_budget):
    proposal = a_proposal(cast)
    cast.sign_in(client, "maya")
    client.post(reverse("governance:answer", args=[proposal.id]), {"act": "approve"})
    client.get(reverse("governance:compare"))  # the first page after a change reads the policy
    with within_budget():
        page = client.get(reverse("governance:compare"))
    assert b"<del>" in page.content
    same = client.get(reverse("governance:compare"), {"old": 1, "new": 1}).content.decode()
    assert "say the same" in same


def test_a_hub_with_one_version_compares_it_with_itself(cast, client):
    cast.sign_in(client, "maya")
    assert "say the same" in client.get(reverse("governance:compare")).content.decode()
