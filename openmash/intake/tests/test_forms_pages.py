"""Forms as people fill them in: kept, resumed, refused without loss, sent once."""

import re
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from openmash.audit.models import AuditEvent
from openmash.intake.models import Attachment, Contact, Draft, Subject
from openmash.intake.services import open_referrer
from openmash.intake.views import public_form
from openmash.people.selectors import identities_of

CALL = {
    "form": "phone",
    "rows": "2",
    "p0-who": "child",
    "p0-given_names": "Siân",
    "p0-family_name": "Prŷs-Huws",
    "p0-born": "about 4",
    "p1-who": "mother",
    "home_address": "4 Quarry Row",
    "home_postcode": "ZX9 1AA",
    "narrative": "A bruise on the upper arm.",
    "child_words": "“Mae'n brifo.”",
    "reasons": ["physical_abuse"],
    "source": "2A",
    "referrer_name": "Lee Ashworth",
    "referrer_contact": "01632 960497",
    "asked_for": "protection",
    "family_aware": "unsafe",
    "agreement": "not_sought",
    "not_sought_reason": "increases_risk",
}
REFERRAL = CALL | {"form": "referral", "level": "", "referrer_phone": "01632 960497"}


@pytest.fixture
def officer(cast, client):
    return cast.sign_in(client, "sam")


@pytest.fixture
def referrer(cast, client):
    return cast.sign_in(client, "lee")


def send_call(client, draft=None, **changed):
    url = reverse("intake:call", args=[draft or uuid4()])
    return client.post(url, CALL | changed | {"send": "1"})


def send_referral(client, draft=None, **changed):
    url = reverse("intake:referral", args=[draft or uuid4()])
    return client.post(url, REFERRAL | changed | {"send": "1"})


def words_of(page):
    return page.content.decode()


def test_a_call_is_recorded_and_read_back(cast, officer):
    done = send_call(officer)
    contact = Contact.objects.get()
    assert done.url == reverse("intake:contact", args=[contact.reference])
    assert contact.told == "A bruise on the upper arm."
    assert contact.agreement_reason == "increases_risk"
    assert [each.name_as_told for each in Subject.objects.all()] == ["Siân Prŷs-Huws"]


def test_whoever_may_screen_goes_on_to_screen(cast, client):
    done = send_call(cast.sign_in(client, "fay"))
    assert done.url == reverse("intake:screen", args=[Contact.objects.get().reference])


def test_a_refused_call_shows_every_value_again(cast, officer):
    page = words_of(send_call(officer, agreement="", narrative="", **{"p1-given_names": "سارة"}))
    assert "Say whether they agree" in page
    assert "Say what happened" in page
    names = ("Siân", "Prŷs-Huws", "سارة", "Lee Ashworth")
    for typed in (*names, "about 4", "4 Quarry Row", "ZX9 1AA"):
        assert typed in page
    for chosen in ("physical_abuse", "unsafe", "protection"):
        assert re.search(rf'value="{chosen}"[^>]*checked', page)
    assert not Contact.objects.exists()


def test_a_date_that_is_not_real_is_named_and_kept(cast, officer):
    changed = {"happened_on_day": "31", "happened_on_month": "2", "happened_on_year": "2026"}
    page = words_of(send_call(officer, **changed))
    assert "must be a real date" in page
    assert 'value="31"' in page


def test_immediate_danger_never_waits_for_tidy_fields(cast, officer):
    untidy = {"happened_on_day": "31", "happened_on_month": "2", "happened_on_year": "2026"}
    send_call(officer, immediate_danger="on", agreement="", asked_for="", source="", **untidy)
    assert Contact.objects.get().immediate_danger


def test_a_neighbours_name_is_sealed_and_can_be_opened_for_a_reason(cast, officer):
    send_call(officer, source="1B", referrer_name="Mrs Next Door", agreement="", family_aware="")
    contact = Contact.objects.get()
    assert contact.referrer_name == ""
    told = open_referrer(
        by=cast.see_as("fay"), contact_id=contact.id, why="To ring", at=contact.logged_at
    )
    assert told.name == "Mrs Next Door"


def test_a_million_letters_a_null_and_a_baby_without_a_name_are_all_kept(cast, officer):
    long = "Gwelais i gleisiau. " * 52_429 + "\x00"
    send_call(officer, narrative=long, **{"p0-who": "unborn", "p0-given_names": "", "p0-born": ""})
    contact = Contact.objects.get()
    assert len(contact.told) == len(long.strip())
    assert contact.told.endswith("␀")
    assert any("control characters" in each for each in contact.doubts)


def test_a_person_with_one_name_and_an_unknown_birth_is_somebody(cast, officer):
    unknown = {"p0-family_name": "", "p0-given_names": "Sukarno", "p0-born": "not known"}
    send_call(officer, **unknown)
    assert Subject.objects.get().name_as_told == "Sukarno"


def test_the_person_found_first_is_held_to_be_the_same(cast, officer):
    send_call(officer)
    known = Subject.objects.get().person_id
    found = officer.get(reverse("intake:record"), {"q": "Prŷs-Huws"})
    assert str(known) in words_of(found)
    page = words_of(officer.get(reverse("intake:new_call"), {"known": str(known)}))
    assert "Siân" in page
    assert "ZX9 1AA" in page
    send_call(officer, **{"p0-known": str(known)})
    told = Subject.objects.exclude(person_id=known).get().person_id
    identity = identities_of([known, told])
    assert identity[known] == identity[told]


def test_another_person_is_added_without_a_script_and_nothing_is_lost(cast, officer):
    draft = uuid4()
    url = reverse("intake:call", args=[draft])
    page = words_of(officer.post(url, CALL | {"add_person": "1"}, follow=True))
    assert 'name="p2-given_names"' in page
    assert "Prŷs-Huws" in page
    assert "There is a problem" not in page


def test_a_known_child_takes_few_answers_and_a_family_of_four_not_many(cast, officer):
    """Budgets 1 and 2: what must be touched, counted from the fields a call needs."""
    look_and_choose, press_send = 3, 1
    asked = ("narrative", "source", "referrer_name", "referrer_contact")
    law = ("asked_for", "family_aware", "agreement")
    assert look_and_choose + len(asked) + len(law) + press_send <= 12
    page = words_of(officer.get(reverse("intake:new_call")))
    chosen = re.findall(r'<option value="(\w+)" selected', page)[:4]
    assert chosen == ["child", "child", "mother", "father"]
    each_of_four, home, reason, why_not = 3 * 4, 2, 1, 1
    whole = look_and_choose + each_of_four + home + reason + len(asked) + len(law) + why_not
    assert whole + press_send <= 30


def test_a_referral_is_sent_once_and_gets_a_receipt(cast, referrer):
    draft = uuid4()
    done = send_referral(referrer, draft)
    again = send_referral(referrer, draft)
    contact = Contact.objects.get()
    assert done.url == again.url == reverse("intake:receipt", args=[contact.reference])
    assert contact.referrer_name == "Lee Ashworth"
    assert contact.source == "2A"
    page = words_of(referrer.get(done.url))
    assert contact.reference in page
    assert "What happens next" in page


def test_a_refused_referral_keeps_its_words_and_its_paper(cast, referrer):
    draft = uuid4()
    paper = SimpleUploadedFile("map.pdf", b"%PDF-1.7 drawn", content_type="application/pdf")
    page = words_of(send_referral(referrer, draft, agreement="", papers=paper))
    assert "Say whether they agree" in page
    assert "Prŷs-Huws" in page
    assert "map.pdf" in page
    send_referral(referrer, draft)
    assert Attachment.objects.get().contact == Contact.objects.get()


def test_a_paper_that_is_refused_while_the_form_is_kept_says_why(cast, referrer):
    url = reverse("intake:referral", args=[uuid4()])
    paper = SimpleUploadedFile("tool.exe", b"MZ\x90", content_type="application/pdf")
    page = words_of(referrer.post(url, REFERRAL | {"save": "1", "papers": paper}))
    assert "There is a problem" in page
    assert "A bruise on the upper arm." in page


def test_the_signs_are_shown_as_help_and_travel_with_the_referral(cast, referrer):
    page = words_of(referrer.get(reverse("intake:refer")))
    assert "Lives with repeated domestic abuse" in page
    send_referral(referrer, signs=["c3_abuse_at_home"])
    assert "Lives with repeated domestic abuse" in Contact.objects.get().opinion


def test_a_draft_is_kept_resumed_and_thrown_away(cast, referrer):
    draft = uuid4()
    kept = referrer.post(reverse("intake:draft", args=[draft]), REFERRAL | {"agreement": ""})
    assert kept.status_code == 204
    mine = words_of(referrer.get(reverse("intake:mine")))
    assert reverse("intake:referral", args=[draft]) in mine
    page = words_of(referrer.get(reverse("intake:referral", args=[draft])))
    assert "A bruise on the upper arm." in page
    assert "There is a problem" not in page
    referrer.post(reverse("intake:discard", args=[draft]))
    assert not Draft.objects.exists()


def test_nobody_else_sees_a_draft_or_a_receipt(cast, client):
    draft = uuid4()
    cast.sign_in(client, "lee")
    client.post(reverse("intake:draft", args=[draft]), REFERRAL)
    sent = send_referral(client).url
    cast.sign_in(client, "tom")
    assert client.get(reverse("intake:referral", args=[draft])).status_code == 404
    assert client.post(reverse("intake:draft", args=[draft]), REFERRAL).status_code == 404
    assert client.get(sent).status_code == 404
    assert "Prŷs" not in words_of(client.get(reverse("intake:mine")))


WITHOUT = [("record", "lee"), ("new_call", "tom"), ("refer", "ravi")]


@pytest.mark.parametrize(("name", "who"), WITHOUT)
def test_a_form_is_not_there_without_its_power(cast, client, name, who):
    cast.sign_in(client, who)
    assert client.get(reverse(f"intake:{name}")).status_code == 404


@pytest.mark.parametrize("sent", [3, 12])
def test_my_referrals_cost_the_same_however_many(
    cast, referrer, sent, django_assert_max_num_queries
):
    for _each in range(sent):
        send_referral(referrer)
    referrer.get(reverse("intake:mine"))
    with django_assert_max_num_queries(20):
        page = words_of(referrer.get(reverse("intake:mine")))
    assert page.count("data-open") == sent


def public_answers(client, cast):
    page = words_of(client.get(reverse("public_concern", args=[cast.hub.slug])))
    once = {n: re.search(rf'name="{n}" value="([^"]+)"', page)[1] for n in ("draft", "code")}
    assert UUID(once["draft"])
    told = {"narrative": "He shouts at night.", "source": "1B", "referrer_name": "Nan Nearby"}
    return once | told | {"given_names": "Alfie", "send": "1"}


def test_anybody_may_tell_the_hub_and_is_told_the_reference(cast, client, settings):
    url = reverse("public_concern", args=[cast.hub.slug])
    told = public_answers(client, cast)
    first, again = words_of(client.post(url, told)), words_of(client.post(url, told))
    cast.see_as("fay")
    contact = Contact.objects.get()
    assert contact.reference in first
    assert contact.reference in again
    assert contact.channel == "public_form"
    assert contact.referrer_name == ""
    assert settings.SESSION_COOKIE_NAME not in client.cookies
    left = AuditEvent.objects.filter(actor_kind="door").values_list("origin", flat=True)
    assert set(left) == {""}


def test_a_refused_public_concern_keeps_its_words(cast, client):
    told = public_answers(client, cast) | {"narrative": "", "born": "about nine"}
    page = words_of(client.post(reverse("public_concern", args=[cast.hub.slug]), told))
    assert "Say what happened" in page
    for typed in ("Alfie", "about nine", "Nan Nearby", told["code"]):
        assert typed in page


def test_a_flood_from_one_address_is_asked_to_ring(cast, client, monkeypatch):
    shut = replace(public_form.SENDING, most=0)
    monkeypatch.setattr(public_form, "SENDING", shut)
    told = public_answers(client, cast)
    page = words_of(client.post(reverse("public_concern", args=[cast.hub.slug]), told))
    assert "Please ring us" in page
    assert "He shouts at night." in page


def test_a_hub_that_takes_no_public_concerns_has_no_door(cast, client):
    assert client.get(reverse("public_concern", args=["nowhere"])).status_code == 404
