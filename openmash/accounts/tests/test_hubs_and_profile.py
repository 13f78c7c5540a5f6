"""One's own profile, the hub one works in, and the language one reads."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from openmash.accounts.models import Membership, Practitioner
from openmash.accounts.selectors import job_viewer, viewer_of
from openmash.accounts.services import act_as, end_membership, give_membership, know_practitioner
from openmash.accounts.terms import Power, Role

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.fixture
def in_two_hubs(cast, client):
    """Priya decides in Rivermead, and is an analyst of the hub next door."""
    setup = job_viewer([cast.hub, cast.elsewhere], name="Set-up")
    act_as(setup)
    give_membership(
        by=setup,
        practitioner_id=cast.practitioners["priya"].id,
        hub_id=cast.elsewhere.id,
        agency_id=cast.agencies["csc"].id,
        roles=[Role.ANALYST],
        at=NOW,
    )
    cast.sign_in(client, "priya")
    return cast


def work_in(client, hub_id):
    return client.post(reverse("accounts:work_in"), {"hub": str(hub_id)})


def profile(client):
    return client.get(reverse("accounts:profile")).content.decode()


def test_the_profile_says_what_one_is_in_each_hub(in_two_hubs, client):
    html = profile(client)
    for words in ("Priya Raman", "SW000001", "hub decision maker", "analyst", "Elsewhere hub"):
        assert words in html


def test_a_hub_is_chosen_and_stays_chosen(in_two_hubs, client):
    assert work_in(client, in_two_hubs.hub.id).url == reverse("web:home")
    assert client.get(reverse("accounts:profile")).wsgi_request.hub.id == in_two_hubs.hub.id
    work_in(client, in_two_hubs.elsewhere.id)
    assert client.get(reverse("accounts:profile")).wsgi_request.hub.id == in_two_hubs.elsewhere.id


def test_the_menu_offers_the_other_hub(in_two_hubs, client):
    work_in(client, in_two_hubs.hub.id)
    assert "Work in Elsewhere hub" in profile(client)
    assert "Work in Rivermead hub" not in profile(client)


def test_authority_is_separate_in_each(in_two_hubs):
    priya = in_two_hubs.practitioners["priya"]
    know_practitioner(priya.id)
    viewer = viewer_of(priya, on=NOW.date())
    assert viewer.may(Power.DECIDE, in_two_hubs.hub.id)
    assert not viewer.may(Power.DECIDE, in_two_hubs.elsewhere.id)


def test_what_is_offered_changes_with_the_hub(in_two_hubs, client):
    work_in(client, in_two_hubs.elsewhere.id)
    assert "Find a person" not in profile(client)
    work_in(client, in_two_hubs.hub.id)
    assert "Find a person" in profile(client)


@pytest.mark.parametrize("hub", ["", "nonsense", "00000000-0000-0000-0000-000000000001"])
def test_a_hub_one_is_not_in_is_not_there(cast, client, hub):
    cast.sign_in(client, "priya")
    assert work_in(client, hub).status_code == 404


def test_another_s_hub_is_not_there_either(cast, client):
    cast.sign_in(client, "priya")
    assert work_in(client, cast.elsewhere.id).status_code == 404


def test_the_language_chosen_follows_the_practitioner(cast, client):
    cast.sign_in(client, "priya")
    client.post(reverse("web:language"), {"language": "cy", "next": reverse("accounts:profile")})
    assert Practitioner.objects.get(username="priya").language == "cy"
    client.cookies.clear()
    cast.sign_in(client, "priya")
    assert '<html lang="cy"' in profile(client)


def test_a_language_we_do_not_speak_is_refused_in_words(cast, client):
    cast.sign_in(client, "priya")
    answer = client.post(reverse("web:language"), {"language": "tlh"})
    assert answer.status_code == 409
    assert "Choose English or Welsh." in answer.content.decode()


def test_a_stranger_may_choose_a_language_too(client, db):
    client.post(reverse("web:language"), {"language": "cy", "next": "/privacy/"})
    assert '<html lang="cy"' in client.get("/privacy/").content.decode()


def test_a_membership_that_ends_counts_for_nothing_at_the_next_request(in_two_hubs, client):
    work_in(client, in_two_hubs.elsewhere.id)
    assert profile(client).count("Elsewhere hub") > 0
    setup = job_viewer([in_two_hubs.elsewhere], name="Set-up")
    act_as(setup)
    membership = Membership.objects.get(hub=in_two_hubs.elsewhere, roles=[Role.ANALYST])
    end_membership(by=setup, membership=membership, at=NOW)
    assert "Elsewhere hub" not in profile(client)


def test_somebody_switched_off_is_out_at_the_next_request(cast, client):
    cast.sign_in(client, "priya")
    assert client.get(reverse("accounts:profile")).status_code == 200
    Practitioner.objects.filter(username="priya").update(is_active=False)
    answer = client.get(reverse("accounts:profile"))
    assert answer.url.startswith(reverse("account_login"))


def test_a_stranger_has_no_profile(client, db):
    answer = client.get(reverse("accounts:profile"))
    assert answer.url.startswith(reverse("account_login"))
