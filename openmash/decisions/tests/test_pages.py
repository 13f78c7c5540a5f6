"""The pages of deciding: who gets in, what is shown in which order, and one button at the end."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse

from openmash.cases.tests.factories import LESLEY, MAYA
from openmash.core.partial_dates import PartialDate
from openmash.decisions.forms.deciding import field_name
from openmash.decisions.models import Decision, Discussion, View
from openmash.decisions.selectors import decision_of
from openmash.decisions.services import give_view, record_decision, reopen_decision
from openmash.decisions.terms import ViewPosition
from openmash.decisions.tests.factories import (
    GORDON,
    NOW,
    WHY,
    answered,
    asked,
    case_of_contacts,
    case_of_maya,
    contact_from,
    people_of_concern,
    share,
    sought,
)
from openmash.governance.terms import Track
from openmash.information_requests.rules import ItemGiven
from openmash.intake.rules.told import ToldPerson
from openmash.intake.terms import Part

ITEM = ItemGiven("Attended twice with bruising.", code="H1")
SECRET = ItemGiven("A live operation.", code="H4", speak_to="DS Hale")


def decide_page(case):
    return reverse("decisions:decide", args=[case.reference])


def decided(cast, case, **changed):
    answers = sought(case, outcome="strategy_discussion", **changed)
    return record_decision(by=cast.priya, case_id=case.id, sought=answers, at=NOW)


def choices(case, outcome="child_assessment", **more):
    fields = {field_name(each, Track.CHILD_EN): outcome for each in people_of_concern(case)}
    return {**fields, "rationale": WHY, **more}


def shown(case, outcome="child_assessment"):
    return ",".join(f"{each.hex}:CHILD_EN:{outcome}" for each in people_of_concern(case))


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


@pytest.fixture
def asked_case(cast, case):
    share(cast, case)
    answered(cast, asked(cast, case, "police"), "pia", ITEM, SECRET)
    asked(cast, case, "health")
    return case


# Doors

PAGES = ["decisions:decide", "decisions:view", "decisions:discussion"]
DOORS = {
    "priya": [200, 200, 200],
    "maya": [200, 200, 200],
    "fay": [404, 404, 200],
    "sam": [404, 404, 404],
    "tom": [404, 200, 404],
    "amira": [404, 404, 404],
    "lee": [404, 404, 404],
    "rosa": [404, 404, 404],
    "noor": [404, 404, 404],
    None: [302, 302, 302],
}


@pytest.mark.parametrize("who", DOORS)
def test_who_gets_in(cast, client, asked_case, who):
    if who:
        cast.sign_in(client, who)
    pages = [client.get(reverse(each, args=[asked_case.reference])) for each in PAGES]
    assert [each.status_code for each in pages] == DOORS[who]


@pytest.mark.parametrize(
    ("who", "answer"),
    [("priya", 200), ("fay", 200), ("tom", 200), ("lee", 404), ("noor", 404), ("rosa", 404)],
)
def test_who_reads_a_decision(cast, client, asked_case, who, answer):
    decision = decided(cast, asked_case)
    page = reverse("decisions:decision", args=[decision.id])
    assert cast.sign_in(client, who).get(page).status_code == answer


def test_only_a_decision_maker_reopens(cast, client, asked_case):
    decided(cast, asked_case)
    page = reverse("decisions:reopen", args=[asked_case.reference])
    assert cast.sign_in(client, "tom").get(page).status_code == 404
    assert cast.sign_in(client, "fay").get(page).status_code == 404
    assert cast.sign_in(client, "priya").get(page).status_code == 200


# Deciding


def test_everything_is_on_one_page_in_reading_order(cast, client, asked_case):
    page = cast.sign_in(client, "priya").get(decide_page(asked_case)).content.decode()
    order = [
        "Maya Dobson",
        "Before you decide",
        "Maya came to school with a bruise",
        "Attended twice with bruising.",
        "What each agency thinks",
        "An injury that is not explained, or an explanation that does not fit",
        "Options considered, and why not those",
        "Child and family assessment",
        "Why, as the referrer may hear it",
        "Who will be told what",
        "Show what this decides",
    ]
    places = [page.index(each) for each in order]
    assert places == sorted(places)


def test_a_decider_learns_whom_to_speak_to_and_not_what_is_held(cast, client, asked_case):
    page = cast.sign_in(client, "priya").get(decide_page(asked_case)).content.decode()
    assert "Speak to DS Hale" in page
    assert "live operation" not in page


def test_looking_at_it_is_a_look_once(cast, client, asked_case):
    priya = cast.sign_in(client, "priya")
    for _each in range(2):
        priya.get(decide_page(asked_case))
    (look,) = apps.get_model("audit", "AuditEvent").objects.filter(action="decision.opened")
    assert look.is_look
    people = apps.get_model("audit", "AuditPerson").objects.filter(event_id=look.id)
    assert [each.person_id for each in people] == people_of_concern(asked_case)


def test_before_the_button_is_pressed_it_says_what_it_will_do(cast, client, case):
    priya = cast.sign_in(client, "priya")
    page = priya.post(decide_page(case), {**choices(case), "act": "look"}).content.decode()
    assert "Decide: Child and family assessment for Maya Dobson" in page
    assert "Children&#x27;s social care will assess" not in page
    assert "The sender" not in page
    assert decision_of(case.id) is None


def test_the_letter_to_each_referrer_is_shown_beforehand(cast, client):
    contact = contact_from(cast, "lee")
    case = case_of_contacts(cast, contact)
    answers = choices(case, told_reason="She needs <b>help</b>.", act="look")
    page = cast.sign_in(client, "priya").post(decide_page(case), answers).content.decode()
    assert "Children&#x27;s social care will assess what the child and family need." in page
    assert "Why: She needs &lt;b&gt;help&lt;/b&gt;." in page
    assert f"{contact.reference}: what was decided" in page


def test_the_page_asks_itself_only_for_its_end(cast, client, case):
    priya = cast.sign_in(client, "priya")
    part = priya.post(decide_page(case), choices(case), headers={"HX-Request": "true"})
    text = part.content.decode()
    assert "<html" not in text
    assert "Decide: Child and family assessment for Maya Dobson" in text


def test_the_page_asking_itself_never_decides_whatever_button_went_along(cast, client, case):
    answers = choices(case, act="decide", shown=shown(case))
    priya = cast.sign_in(client, "priya")
    part = priya.post(decide_page(case), answers, headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert decision_of(case.id) is None


def test_deciding_records_it_and_goes_back_to_the_case(cast, client, case):
    answers = choices(case, act="decide", shown=shown(case), criteria=["c4_injury"])
    answer = cast.sign_in(client, "priya").post(decide_page(case), answers)
    assert answer.status_code == 302
    decision = decision_of(case.id)
    assert decision is not None
    assert (decision.rationale, decision.criteria) == (WHY, ["c4_injury"])


def test_other_outcomes_than_those_shown_are_read_before_they_are_decided(cast, client, case):
    stale = choices(case, act="decide", shown=shown(case, "no_further_action"))
    page = cast.sign_in(client, "priya").post(decide_page(case), stale)
    assert page.status_code == 200
    assert "You changed the outcomes" in page.content.decode()
    assert decision_of(case.id) is None


def test_a_refusal_is_words_on_the_form_and_what_was_written_stays(cast, client, asked_case):
    answers = choices(
        asked_case, act="decide", shown=shown(asked_case), options_considered="Family help."
    )
    page = cast.sign_in(client, "priya").post(decide_page(asked_case), answers).content.decode()
    assert "Still waiting for Rivermead Health" in page
    assert "Family help." in page
    assert WHY in page
    assert decision_of(asked_case.id) is None


def test_urgent_harm_is_decided_whatever_is_untidy_and_the_page_says_what_follows(
    cast, client, asked_case
):
    answers = choices(asked_case, "strategy_discussion", rationale="Now.")
    priya = cast.sign_in(client, "priya")
    page = priya.post(decide_page(asked_case), {**answers, "act": "look"}).content.decode()
    assert "It cannot wait, so it goes ahead. These become tasks" in page
    done = {"act": "decide", "shown": shown(asked_case, "strategy_discussion")}
    assert priya.post(decide_page(asked_case), {**answers, **done}).status_code == 302


def test_two_children_are_decided_side_by_side(cast, client):
    case = case_of_maya(cast, MAYA, LESLEY, GORDON)
    page = cast.sign_in(client, "priya").get(decide_page(case)).content.decode()
    assert 'aria-label="Child and family assessment for Maya Dobson"' in page
    assert 'aria-label="Child and family assessment for Gordon Vale"' in page


def test_a_decider_whose_view_is_not_in_does_not_read_the_others(cast, client, asked_case):
    give_view(
        by=cast.tom,
        case_id=asked_case.id,
        position=ViewPosition.DISAGREE,
        words="OPINION of police.",
        at=NOW,
    )
    priya = cast.sign_in(client, "priya")
    page = priya.get(decide_page(asked_case)).content.decode()
    assert "OPINION" not in page
    assert "Given; shown when yours is in" in page
    give_view(by=cast.priya, case_id=asked_case.id, position=ViewPosition.AGREE, words="", at=NOW)
    assert "OPINION" in priya.get(decide_page(asked_case)).content.decode()


@pytest.mark.parametrize("answers", [3, 12])
def test_deciding_takes_the_same_queries_however_much_there_is_to_read(
    cast, client, case, answers, within_budget
):
    share(cast, case)
    items = [ItemGiven(f"Item {number}.", code="H1") for number in range(answers)]
    answered(cast, asked(cast, case, "police"), "pia", *items)
    priya = cast.sign_in(client, "priya")
    priya.get(reverse("decisions:view", args=[case.reference]))
    with within_budget():
        assert priya.get(decide_page(case)).status_code == 200


@pytest.mark.parametrize("children", [3, 12])
def test_deciding_takes_the_same_queries_however_many_children(
    cast, client, children, within_budget
):
    case = case_of_maya(cast, *[child(number) for number in range(children)])
    priya = cast.sign_in(client, "priya")
    priya.get(reverse("decisions:view", args=[case.reference]))
    with within_budget():
        assert priya.get(decide_page(case)).status_code == 200


def child(number: int) -> ToldPerson:
    name = "abcdefghijklmnopqrstuvwxyzABCDEFGH"[number]
    return ToldPerson(
        part=Part.CHILD_OF_CONCERN,
        given_names=f"Child {name * 3}",
        family_name=f"Made{name * 4}up",
        born=PartialDate(NOW.date().replace(year=2010 + number % 9, month=1 + number % 12)),
    )


# Views, discussions, decisions


def test_an_agency_gives_its_view_and_then_reads_the_others(cast, client, asked_case):
    tom = cast.sign_in(client, "tom")
    page = reverse("decisions:view", args=[asked_case.reference])
    refused = tom.post(page, {"position": "disagree", "words": ""}).content.decode()
    assert "Say why, in your own words" in refused
    assert not View.objects.exists()
    given = {"position": "disagree", "words": "Too low.", "proposes": "strategy_discussion"}
    assert tom.post(page, given).status_code == 302
    kept = View.objects.get()
    assert (kept.proposes, kept.words) == ("Strategy discussion", "Too low.")


def test_a_discussion_begins_with_the_agencies_expected(cast, client, asked_case):
    fay = cast.sign_in(client, "fay")
    page = reverse("decisions:discussion", args=[asked_case.reference])
    first = fay.get(page).content.decode()
    for agency in ("Children&#x27;s Services", "Police", "Health", "Education"):
        assert f"Rivermead {agency}" in first
    assert "Rivermead Homes" not in first


def test_a_strategy_discussion_is_recorded_in_eight_answers(cast, client, asked_case):
    fay = cast.sign_in(client, "fay")
    page = reverse("decisions:discussion", args=[asked_case.reference])
    filled_in = as_sent_back(fay.get(page))
    answers = {
        "information_shared": "What each agency holds.",
        "section_47": "met",
        "section_47_reasons": "An injury without an explanation.",
        "enquiry_by": "joint",
        "next_steps": "Maya is seen today.",
    }
    assert len(answers) + 1 <= 8
    assert fay.post(page, {**filled_in, **answers}).status_code == 302
    kept = Discussion.objects.get()
    assert (kept.kind, kept.mode, kept.chaired_by) == ("strategy", "video", "Fay Morgan")
    assert kept.participants.filter(presence="attended").count() == 3


def as_sent_back(page):
    """Return what a browser sends when nothing is touched."""
    filled_in: dict[str, object] = {}
    for form in [page.context["form"], *page.context["lines"]]:
        for field in form:
            value = field.value()
            if field.name == "held_at":
                boxes = field.field.widget
                parts = zip(boxes.widgets_names, boxes.decompress(value), strict=True)
                filled_in |= {f"held_at{name}": part for name, part in parts}
            elif value:
                filled_in[field.html_name] = value
    return filled_in


def test_a_decision_is_read_with_its_reasons_and_its_picture(cast, client, asked_case):
    decision = decided(cast, asked_case)
    page = reverse("decisions:decision", args=[decision.id])
    text = cast.sign_in(client, "priya").get(page).content.decode()
    for words in (WHY, "The picture it was made on", "Attended twice with bruising.", "DS Hale"):
        assert words in text
    story = text[text.index("The chronology they had") :]
    assert "Attended twice with bruising." in story
    assert "The hub decided" not in story


def test_an_agency_reads_what_was_decided_and_not_the_hubs_reasons(cast, client, asked_case):
    decision = decided(cast, asked_case)
    page = reverse("decisions:decision", args=[decision.id])
    text = cast.sign_in(client, "tom").get(page).content.decode()
    assert "Strategy discussion" in text
    assert WHY not in text
    assert "The picture it was made on" not in text


def test_what_came_in_after_a_decision_is_told_beside_it_and_not_in_it(cast, client, asked_case):
    request = asked_case.information_requests.get(agency=cast.agencies["health"])
    decision = decided(cast, asked_case)
    answered(cast, request, "amira", ItemGiven("A fracture last year.", code="H1"))
    page = reverse("decisions:decision", args=[decision.id])
    text = cast.sign_in(client, "priya").get(page).content.decode()
    assert "Answered after this decision:" in text
    assert "Rivermead Health, Maya Dobson" in text
    assert "A fracture last year." not in text


def test_reopening_says_why_and_returns_to_deciding(cast, client, asked_case):
    decided(cast, asked_case)
    page = reverse("decisions:reopen", args=[asked_case.reference])
    priya = cast.sign_in(client, "priya")
    assert priya.post(page, {"because": " "}).status_code == 200
    answer = priya.post(page, {"because": "Health answered."})
    assert answer["Location"] == decide_page(asked_case)
    assert Decision.objects.get().reopened_because == "Health answered."


@pytest.mark.parametrize("earlier", [1, 4])
def test_reading_a_decision_takes_the_same_queries_however_many_went_before(
    cast, client, asked_case, earlier, within_budget
):
    for _each in range(earlier):
        decided(cast, asked_case)
        reopen_decision(by=cast.priya, case_id=asked_case.id, because="Again.", at=NOW)
    decision = decided(cast, asked_case)
    priya = cast.sign_in(client, "priya")
    priya.get(reverse("decisions:view", args=[asked_case.reference]))
    with within_budget():
        page = priya.get(reverse("decisions:decision", args=[decision.id]))
    assert page.status_code == 200
