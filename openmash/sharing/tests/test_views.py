"""The sharing decision and the register: words, doors, and nothing typed lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.sharing.models import SharingDecision
from openmash.sharing.services import record_disclosure, share_urgently
from openmash.sharing.terms import DisclosureKind
from openmash.sharing.tests.factories import NOW, case_of, tell_of

WHOLE = {
    "to_share": "yes",
    "purpose": "To decide what help Maya needs",
    "informed": "yes",
    "agreement": "given",
    "article_6": "e",
    "article_9": "safeguarding",
    "power_relied_on": "Children Act 1989, section 47",
    "proportionality": "Only the household.",
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def case(cast):
    return case_of(cast, [tell_of(cast, "Maya", "Dobson")])


def url(name: str, case) -> str:
    return reverse(f"sharing:{name}", args=[case.reference])


def text(response) -> str:
    return str(response.content.decode())


def test_a_public_authority_is_offered_its_own_bases(cast, client, case):
    page = text(cast.sign_in(client, "sam").get(url("decide", case)))
    assert "Public task, article 6(1)(e)" in page
    assert "article 6(1)(ea)" not in page
    assert "Maya Dobson" in page


def test_a_decision_is_recorded_and_shown_the_next_time(cast, client, case):
    sam = cast.sign_in(client, "sam")
    assert sam.post(url("decide", case), WHOLE).status_code == 302
    page = text(sam.get(url("decide", case)))
    assert "What was decided before" in page
    assert "Agreement given" in page
    assert "Only the household." in page


def test_every_obstacle_stands_at_its_answer_and_nothing_typed_is_lost(cast, client, case):
    sent = {**WHOLE, "agreement": "refused", "article_6": ""}
    page = text(cast.sign_in(client, "sam").post(url("decide", case), sent))
    for target, words in {
        "id_article_6": "Choose a lawful basis that your agency may rely on.",
        "id_against_words": "Say why it is right to share against their wish",
        "id_agreement": "Sharing without agreement is for a decision maker or manager",
        "id_paragraph_18": "Choose why paragraph 18 applies without consent.",
    }.items():
        assert words in page
        assert f'href="#{target}' in page
    assert "Only the household." in page
    assert not SharingDecision.objects.exists()


def test_a_decision_maker_shares_against_a_wish_with_words(cast, client, case):
    sent = {
        **WHOLE,
        "agreement": "refused",
        "against_words": "Not asking leaves Maya at risk.",
        "paragraph_18": "not_reasonable",
    }
    cast.sign_in(client, "priya").post(url("decide", case), sent)
    assert SharingDecision.objects.get().agreement_words == "Not asking leaves Maya at risk."


def test_not_sharing_is_recorded_with_its_reason(cast, client, case):
    sent = {**WHOLE, "to_share": "no", "withheld_because": "not_relevant"}
    cast.sign_in(client, "priya").post(url("decide", case), sent)
    decision = SharingDecision.objects.get()
    assert (decision.to_share, decision.withheld_because) == (False, "not_relevant")


def test_the_page_says_that_a_red_was_shared_at_once(cast, client, case):
    red = case_of(cast, [tell_of(cast, "Iwan", "Prys")], rating="red")
    share_urgently(by=cast.sam, case_id=red.id, power_relied_on="Section 47", at=NOW)
    page = text(cast.sign_in(client, "priya").get(url("decide", red)))
    assert "What you record here completes that decision." in page
    assert "Could not wait" in page


def test_the_register_says_what_left_to_whom_and_on_what_basis(cast, client, case):
    assert "Nothing has left the hub" in text(
        cast.sign_in(client, "sam").get(url("register", case))
    )
    record_disclosure(
        by=cast.sam,
        case_id=case.id,
        decision_id=None,
        kind=DisclosureKind.REQUEST,
        about_id=case.id,
        to_agency_id=cast.agencies["police"].id,
        to_words="Rivermead Police",
        what="A neighbour heard shouting.",
        persons=[],
        at=NOW,
    )
    page = text(client.get(url("register", case)))
    assert "Rivermead Police" in page
    assert "A request for information" in page


@pytest.mark.parametrize("name", ["tom", "amira", "noor", "lee", "kit"])
def test_neither_page_is_there_for_those_who_do_not_work_the_case(cast, client, case, name):
    viewer = cast.sign_in(client, name)
    assert viewer.get(url("decide", case)).status_code == 404
    assert viewer.get(url("register", case)).status_code == 404


def test_the_pages_are_within_their_budget(cast, client, case, within_budget):
    sam = cast.sign_in(client, "sam")
    for name in ("decide", "register"):
        sam.get(url(name, case))
        with within_budget():
            sam.get(url(name, case))
