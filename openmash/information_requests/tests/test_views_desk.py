"""The desk and the answer: words on the page, one press, two presses, and what it costs."""

from datetime import timedelta

import pytest
from django.urls import reverse

from openmash.audit.models import AuditEvent, AuditPerson
from openmash.information_requests.models import InformationRequest, Item, Return
from openmash.information_requests.services import ask_agencies, nil_return
from openmash.information_requests.tests.conftest import ASKED, share
from openmash.sharing.tests.factories import NOW, case_of, tell_of

DESK = reverse("information_requests:desk")
NIL = reverse("information_requests:nil")
IN_PLACE = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def lines(ask):
    """Return the lines put to police, by first name."""
    return {each.name.split()[0]: each for each in ask("police").people.all()}


@pytest.fixture
def pia(cast, client):
    return cast.sign_in(client, "pia")


def url(name: str, line) -> str:
    return reverse(f"information_requests:{name}", args=[line.id])


def text(response) -> str:
    return str(response.content.decode())


def an_answer(**change: object) -> dict[str, object]:
    return {
        "answer": "known",
        "count": "1",
        "words_0": "Called to the address",
        "nature_0": "fact",
        "code_0": "H2",
        **change,
    }


def test_the_desk_says_who_why_by_when_and_on_what_power(pia, lines):
    page = text(pia.get(DESK))
    for words in (
        "0 of 2 answered",
        "Maya Dobson",
        "born 14 March 2019",
        "12 Mill Lane",
        "A neighbour heard shouting",
        "To decide what help Maya needs",
        "Children Act 1989, section 47",
        "ring 01632 960100",
        "Sam Okafor",
        "Calls to the address",
        "3 h left",
    ):
        assert words in page, words


def test_looking_at_the_desk_is_one_look_and_looking_again_is_none(pia, lines):
    pia.get(DESK)
    pia.get(DESK)
    (look,) = AuditEvent.objects.filter(action="information_requests.read")
    assert look.is_look
    assert AuditPerson.objects.filter(event_id=look.id).count() == 2


def test_an_empty_desk_says_so_kindly(cast, client):
    assert "Nothing is waiting for you." in text(cast.sign_in(client, "eve").get(DESK))


def test_a_desk_all_answered_says_so(cast, pia, lines):
    nil_return(by=cast.pia, asked_about_ids=[each.id for each in lines.values()], at=NOW)
    assert "Everybody you were asked about has been answered for." in text(pia.get(DESK))
    assert "2 of 2 answered" in text(pia.get(DESK, {"show": "answered"}))


def test_filters_are_kept_in_the_address_and_nonsense_is_left_out(pia, lines):
    assert "Maya Dobson" in text(pia.get(DESK, {"rating": "amber", "due": "today"}))
    assert "Nothing on your list fits" in text(pia.get(DESK, {"rating": "red"}))
    assert "Maya Dobson" in text(pia.get(DESK, {"show": "nonsense", "due": "x", "page": "z"}))


@pytest.mark.parametrize("name", ["noor", "lee", "kit", "sam"])
def test_the_desk_is_not_there_for_those_who_answer_nothing(cast, client, name):
    assert cast.sign_in(client, name).get(DESK).status_code == 404


def test_one_press_says_nothing_known_and_keeps_the_filters(pia, lines):
    answer = pia.post(f"{NIL}?rating=amber", {"about": str(lines["Maya"].id)})
    assert answer.status_code == 302
    assert answer["Location"] == f"{DESK}?rating=amber"
    assert Return.objects.get().answer == "not_known"
    page = text(pia.get(DESK))
    assert "1 of 2 answered" in page
    assert "Saved: nothing known about 1 person." in page


def test_in_place_the_line_comes_back_answered_with_the_progress(pia, lines):
    answer = pia.post(NIL, {"about": str(lines["Maya"].id)}, headers=IN_PLACE)
    assert answer.status_code == 200
    assert answer["HX-Retarget"] == f"#line-{lines['Maya'].id}"
    page = text(answer)
    assert "data-answered" in page
    assert "Not known" in page
    assert "Pia Novak" in page
    assert 'hx-swap-oob="true"' in page
    assert "1 of 2 answered" in page
    assert "<html" not in page


def test_several_ticked_ask_once_more_before_they_are_kept(pia, lines):
    ids = [str(each.id) for each in lines.values()]
    sure = pia.post(NIL, {"about": ids})
    assert "Nothing known about these 2 people?" in text(sure)
    assert not Return.objects.exists()
    pia.post(NIL, {"about": ids, "sure": "1"})
    assert Return.objects.count() == 2
    assert InformationRequest.objects.get().state == "answered"


def test_nobody_ticked_is_told_kindly_and_nonsense_is_not_there(pia, lines):
    assert "Tick at least one person first." in text(pia.post(NIL, {}, follow=True))
    assert pia.post(NIL, {"about": "nonsense"}).status_code == 404
    assert pia.get(NIL).status_code == 405


def test_all_shown_can_be_ticked_without_a_script(pia, lines):
    assert text(pia.get(DESK, {"tick": "all"})).count(" checked>") == 2


def test_the_short_form_opens_in_the_line_with_the_answer_chosen(pia, lines):
    part = text(
        pia.get(url("answer", lines["Maya"]), {"answer": "known_historic"}, headers=IN_PLACE)
    )
    assert "<html" not in part
    assert 'value="known_historic"' in part
    assert "H4: Decision makers see only that it exists, and must speak to the owner" in part
    whole = text(pia.get(url("answer", lines["Maya"])))
    assert "A neighbour heard shouting" in whole
    assert "<html" in whole


def test_an_answer_is_kept_and_the_desk_comes_back(pia, lines):
    sent = an_answer(
        happened_0_year="2026", happened_0_month="9", source_0="CAD", involvement="Twice"
    )
    answer = pia.post(url("answer", lines["Maya"]), sent)
    assert answer["Location"] == DESK
    item = Item.objects.get()
    assert (item.words, item.code, item.happened_precision) == (
        "Called to the address",
        "H2",
        "month",
    )
    assert item.of_return.involvement == "Twice"


def test_a_refused_answer_says_why_and_nothing_typed_is_lost(pia, lines):
    sent = an_answer(code_0="H4", involvement="Twice this year")
    for headers in ({}, IN_PLACE):
        answer = pia.post(url("answer", lines["Maya"]), sent, headers=headers)
        assert answer.status_code == 422
        page = text(answer)
        assert "For H4, say whom the hub must speak to." in page
        assert "Called to the address" in page
        assert "Twice this year" in page
    assert not Return.objects.exists()


def test_another_item_can_be_added_without_a_script(pia, lines):
    added = pia.post(url("answer", lines["Maya"]), an_answer(add="1"))
    assert added.status_code == 200
    page = text(added)
    assert "Item 2" in page
    assert "Called to the address" in page
    assert not Return.objects.exists()
    both = an_answer(count="2", words_1="And again", nature_1="opinion", code_1="H1")
    pia.post(url("answer", lines["Maya"]), both)
    assert list(Item.objects.order_by("position").values_list("words", "code")) == [
        ("Called to the address", "H2"),
        ("And again", "H1"),
    ]


def test_an_item_left_empty_is_no_item(pia, lines):
    pia.post(url("answer", lines["Maya"]), an_answer(count="3", words_2="  "))
    assert Item.objects.count() == 1


def test_an_h3_item_carries_its_form_of_words(pia, lines):
    sent = an_answer(code_0="H3", form_words_0="Police hold information.", form_code_0="H1")
    pia.post(url("answer", lines["Maya"]), sent)
    assert Item.objects.get().form_of_words.words == "Police hold information."


def test_people_may_be_named_on_an_item(cast, pia, lines):
    page = text(pia.get(url("answer", lines["Maya"])))
    assert "Lena Fox, agency referrals lead" in page
    pia.post(url("answer", lines["Maya"]), an_answer(code_0="H3", audience_0=[str(cast.lena.id)]))
    assert Item.objects.get().audience == [cast.lena.id]


def test_an_answer_is_changed_in_the_line_with_its_reason(cast, pia, lines):
    nil_return(by=cast.pia, asked_about_ids=[lines["Maya"].id], at=NOW)
    part = text(pia.get(url("correct", lines["Maya"]), headers=IN_PLACE))
    assert "Why the answer changes" in part
    refused = pia.post(url("correct", lines["Maya"]), an_answer(), headers=IN_PLACE)
    assert refused.status_code == 422
    changed = pia.post(
        url("correct", lines["Maya"]), an_answer(reason="Pressed in error"), headers=IN_PLACE
    )
    assert "Known" in text(changed)
    assert "changed" in text(changed)
    assert Return.objects.count() == 2
    assert pia.get(url("correct", lines["Gordon"])).status_code == 404


@pytest.mark.parametrize("name", ["eve", "amira", "noor", "lee", "priya"])
def test_another_agencys_line_is_not_there(cast, client, lines, name):
    viewer = cast.sign_in(client, name)
    assert viewer.get(url("answer", lines["Maya"])).status_code == 404
    assert viewer.post(url("answer", lines["Maya"]), an_answer()).status_code == 404
    assert viewer.post(NIL, {"about": str(lines["Maya"].id)}).status_code == 404
    assert not Return.objects.exists()


@pytest.mark.parametrize("count", [3, 100])
def test_the_desk_is_within_its_budget_with_three_lines_and_a_hundred(
    cast, pia, count, within_budget
):
    people = [tell_of(cast, "Child", f"Number {n}") for n in range(count)]
    case = case_of(cast, people)
    share(cast, case)
    ask_agencies(
        by=cast.sam,
        case_id=case.id,
        agency_ids=[cast.agencies["police"].id],
        person_ids=[each.id for each in people],
        at=NOW,
        **ASKED,
    )
    pia.get(DESK)
    with within_budget():
        page = text(pia.get(DESK))
    assert page.count("data-row ") + page.count("data-row>") == min(count, 50)
    assert ("Page 1 of 2" in page) == (count == 100)
