"""What a hub takes on and always checks is honoured at screening (A1.7, A17.6)."""

from datetime import timedelta

import pytest
from django.db import transaction

from openmash.governance.models import Task
from openmash.governance.rules import load_preset, preset_names
from openmash.governance.rules.scope import ContactsLike
from openmash.governance.terms import Edition
from openmash.intake.rules.told import ToldReferrer
from openmash.intake.selectors import gate_says
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import Channel, ContactKind, SourceCode
from openmash.intake.tests.telling import NOW, of_concern, receive
from openmash.intake.tests.test_screening import screen
from openmash.matching.services import confirm_same
from tests.settling import settle

ANONYMOUS = ToldReferrer(is_professional=False, source_code=SourceCode.ANONYMOUS)
BEFORE = NOW - timedelta(days=1)
ALWAYS = [
    {"code": "anonymous", "what": "Anonymous reports are checked", "when": {"sources": ["9"]}},
    {"code": "repeat", "what": "A repeat is checked", "when": {"repeat": True}},
]
NOT_SCHOOLS = {
    "code": "schools",
    "what": "Referrals from schools",
    "takes": False,
    "when": {"sources": ["3C"]},
    "instead": "The schools' own team takes them.",
}


def refused(cast, contact, **answers):
    with pytest.raises(CannotScreenYet) as refusal, transaction.atomic():
        screen(cast, contact, **answers)
    return refusal.value.fields


class TestAlwaysChecked:
    @pytest.fixture(autouse=True)
    def policy(self, cast):
        settle(cast, at=BEFORE, gate={"always_check": ALWAYS})

    def test_an_anonymous_report_is_not_decided_unchecked(self, cast):
        contact = receive(cast.sam, cast.hub.id, referrer=ANONYMOUS)
        ((field, words),) = refused(cast, contact, can_decide_now=True)
        assert field == "gate"
        assert words.startswith("Anonymous reports are checked.")
        assert screen(cast, contact, can_decide_now=False)

    def test_another_is_decided_as_before(self, cast):
        assert screen(cast, receive(cast.sam, cast.hub.id), can_decide_now=True)

    def test_another_contact_about_the_same_child_is_checked(self, cast):
        first, again = receive(cast.sam, cast.hub.id), receive(cast.sam, cast.hub.id)
        assert not gate_says(cast.fay, again, NOW).always_checked
        known, told = (of_concern(each)[0].person_id for each in (first, again))
        confirm_same(by=cast.fay, told_id=told, known_id=known, why="Same child.", at=NOW)
        ((field, words),) = refused(cast, again, can_decide_now=True)
        assert (field, words.split(".")[0]) == ("gate", "A repeat is checked")

    def test_urgent_harm_does_not_wait_and_leaves_a_task(self, cast):
        contact = receive(cast.sam, cast.hub.id, referrer=ANONYMOUS)
        screen(cast, contact, rating="red", can_decide_now=True)
        assert Task.objects.filter(words__startswith="Anonymous reports are checked.").exists()


class TestScope:
    def test_what_the_hub_does_not_take_on_is_passed_on_and_not_checked(self, cast):
        settle(cast, at=BEFORE, scope=[NOT_SCHOOLS])
        contact = receive(cast.sam, cast.hub.id)
        ((field, words),) = refused(cast, contact, can_decide_now=False)
        assert field == "gate"
        assert words.startswith("Referrals from schools. The schools' own team takes them.")
        assert screen(cast, contact, can_decide_now=True)

    def test_the_screener_reads_it_beside_the_question(self, cast, client):
        settle(cast, at=BEFORE, scope=[NOT_SCHOOLS])
        contact = receive(cast.sam, cast.hub.id)
        page = cast.sign_in(client, "fay").get(f"/contacts/{contact.reference}/screen/")
        assert "The schools&#x27; own team takes them." in page.content.decode()

    def test_a_hub_that_settles_neither_pays_nothing(self, cast, django_assert_num_queries):
        contact = receive(cast.sam, cast.hub.id)
        gate_says(cast.fay, contact, NOW)
        with django_assert_num_queries(0):
            assert gate_says(cast.fay, contact, NOW).words == ""


class TestForm:
    def page(self, cast, client):
        client = cast.sign_in(client, "lee")
        return client.get("/contacts/refer/", follow=True).content.decode()

    def test_a_hub_leaves_out_questions_and_says_something_first(self, cast, client):
        whole = self.page(cast, client)
        assert 'name="last_seen"' in whole
        assert 'name="signs"' in whole
        settle(
            cast,
            at=BEFORE,
            form={"introduction": "Ring us first.", "leave_out": ["last_seen", "signs", "papers"]},
        )
        short = self.page(cast, client)
        assert "Ring us first." in short
        for left_out in ("last_seen", "signs", "papers"):
            assert f'name="{left_out}"' not in short
        assert 'name="agreement"' in short

    def test_the_hubs_own_reasons_are_offered_kept_and_called_by_its_words(self, cast, client):
        own = {
            "code": "private_fostering",
            "label": "Private fostering",
            "meaning": "A child cared for by somebody who is not a close relative.",
            "tracks": ["CHILD_EN"],
        }
        settle(cast, at=BEFORE, presenting_reasons=[own])
        assert 'value="private_fostering"' in self.page(cast, client)
        contact = receive(cast.sam, cast.hub.id, reasons=("private_fostering", "gone_by_now"))
        page = cast.sign_in(client, "fay").get(f"/contacts/{contact.reference}/")
        assert "Private fostering, Gone by now" in page.content.decode()


@pytest.mark.parametrize("name", preset_names())
@pytest.mark.parametrize("edition", list(Edition))
def test_presets_name_sources_channels_and_kinds_that_contacts_have(name, edition):
    policy = load_preset(name, edition)
    named: list[ContactsLike] = [each.when for each in (*policy.scope, *policy.gate.always_check)]
    for when in named:
        assert set(when.sources) <= {each.value for each in SourceCode}
        assert set(when.channels) <= {each.value for each in Channel}
        assert set(when.kinds) <= {each.value for each in ContactKind}


class TestHouse:
    def page(self, cast, client):
        contact = receive(cast.sam, cast.hub.id)
        page = cast.sign_in(client, "fay").get(f"/contacts/{contact.reference}/")
        return contact, page.content.decode()

    def test_a_contact_is_called_what_the_hub_calls_it(self, cast, client):
        settle(cast, at=BEFORE, hub={"words": {"contact": "enquiry"}})
        contact, page = self.page(cast, client)
        assert f"Enquiry {contact.reference}" in page

    @pytest.mark.parametrize("printed", [True, False])
    def test_a_hub_may_keep_its_records_off_paper(self, cast, client, printed):
        settle(cast, at=BEFORE, records_may_be_printed=printed)
        _, page = self.page(cast, client)
        assert ("om-not-printed" in page) is not printed
        assert ("Records of this hub are not printed." in page) is not printed
