"""What somebody sent stays theirs to find: a call reopened, an agency's referrals (A2.3, 2.2)."""

from uuid import uuid4

import pytest
from django.urls import reverse

from openmash.intake.models import Contact
from openmash.intake.tests.test_forms_pages import CALL, send_call, send_referral, words_of


def test_a_call_that_was_recorded_leads_to_the_contact_it_became(cast, client):
    sam, draft = cast.sign_in(client, "sam"), uuid4()
    send_call(sam, draft)
    url = reverse("intake:call", args=[draft])
    contact = reverse("intake:contact", args=[Contact.objects.get().reference])
    assert sam.get(url).url == contact
    assert send_call(sam, draft).url == contact
    kept = sam.post(url, CALL | {"narrative": "Too late.", "save": "1"})
    assert sam.get(kept.url).url == contact
    assert Contact.objects.get().told == CALL["narrative"]


@pytest.fixture
def sent(cast, client):
    """One referral from Amira and one from Lena, who are health, and one from Tom, who is not."""
    found = {}
    for number, who in enumerate(("amira", "lena", "tom")):
        done = send_referral(
            cast.sign_in(client, who), **{"p0-given_names": f"Ada{number}", "p0-born": "5 5 2019"}
        )
        found[who] = done.url.split("/")[-2]
    return found


def mine(cast, client, who):
    return words_of(cast.sign_in(client, who).get(reverse("intake:mine")))


def test_an_agency_s_lead_sees_what_the_agency_sent_and_by_whom(cast, client, sent):
    page = mine(cast, client, "lena")
    assert "What you sent, and what your agency sent." in page
    assert sent["amira"] in page
    assert page.count("sent by Amira Haddad") == 1
    assert sent["lena"] in page
    assert "sent by Lena Fox" not in page
    assert sent["tom"] not in page


def test_who_leads_nothing_sees_their_own_alone(cast, client, sent):
    page = mine(cast, client, "amira")
    assert sent["amira"] in page
    assert sent["lena"] not in page
    assert "what your agency sent" not in page


@pytest.mark.parametrize("name", ["intake:receipt", "pathways:status"])
@pytest.mark.parametrize(("who", "status"), [("lena", 200), ("amira", 200), ("tom", 404)])
def test_a_lead_opens_what_the_agency_sent_and_another_agency_s_lead_does_not(
    cast, client, sent, who, status, name
):
    person = cast.sign_in(client, who)
    assert person.get(reverse(name, args=[sent["amira"]])).status_code == status


@pytest.mark.parametrize("number", [3, 12])
def test_an_agency_s_referrals_cost_the_same_however_many(cast, client, number, within_budget):
    amira = cast.sign_in(client, "amira")
    for _each in range(number):
        send_referral(amira)
    lena = cast.sign_in(client, "lena")
    lena.get(reverse("intake:mine"))
    with within_budget():
        page = words_of(lena.get(reverse("intake:mine")))
    assert page.count("sent by Amira Haddad") == number
