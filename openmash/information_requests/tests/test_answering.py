"""Answering: returns and items, the chronology, the clock, and what a refusal leaves."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from openmash.audit.models import AuditEvent
from openmash.cases.models import Case, CasePerson
from openmash.cases.selectors import running_record
from openmash.cases.terms import How
from openmash.chronology.models import Entry
from openmash.core.facts import forget_listeners, when
from openmash.core.refusals import NotHere
from openmash.governance.selectors import clocks_about, tasks_on_case
from openmash.information_requests.facts import RequestAnswered
from openmash.information_requests.models import FormOfWords, Item, Return
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import must_speak_open, outstanding_on
from openmash.information_requests.services import (
    CannotAnswer,
    correct_return,
    nil_return,
    record_spoken,
    respond,
    withdraw_request,
)
from openmash.information_requests.terms import LATE_RETURN, MUST_SPEAK, Answer
from openmash.sharing.tests.factories import NOW, tell_of

CALL_OUT = ItemGiven(
    words="Called to the address",
    happened_from=date(2026, 9, 3),
    source_system="Command and control",
)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def request_(ask):
    return ask("police")


@pytest.fixture
def about(request_):
    """Return the lines of the request by the name asked about."""
    return {each.name.split()[0]: each for each in request_.people.all()}


@pytest.fixture
def heard() -> Iterator[list[RequestAnswered]]:
    forget_listeners()
    news: list[RequestAnswered] = []
    when(RequestAnswered, news.append)
    yield news
    forget_listeners()


def entries() -> list[Any]:
    rows = Entry.objects.order_by("recorded_at", "code")
    return list(rows.values("id", "words", "code", "supplied_by_id", "case_id", "corrects_id"))


def actions() -> list[str]:
    events = AuditEvent.objects.filter(subject_kind="information_request")
    return list(events.order_by("at", "id").values_list("action", flat=True))


def known(cast, request, line, *items: ItemGiven, **change: object) -> Return:
    given: dict[str, Any] = {"answer": "known", "items": items or (CALL_OUT,), **change}
    return respond(by=cast.pia, request_id=request.id, asked_about_id=line.id, at=LATER, **given)


def test_an_answer_is_kept_item_by_item_and_enters_the_chronology(cast, request_, about):
    kept = known(cast, request_, about["Maya"], involvement="Three calls in a year")
    (item,) = kept.items.all()
    (entry,) = entries()
    assert (item.words, item.nature, item.code) == ("Called to the address", "fact", "H2")
    assert item.supplied_by_id == kept.supplied_by_id == cast.agencies["police"].id
    assert item.happened_precision == "day"
    assert entry["id"] == item.entry_id
    assert (entry["words"], entry["code"]) == ("Called to the address", "H2")
    assert entry["supplied_by_id"] == cast.agencies["police"].id
    assert entry["case_id"] == request_.case_id
    assert actions() == ["information_requests.asked", "information_requests.responded"]


def test_the_request_is_answered_when_everybody_on_it_is(cast, request_, about, heard):
    known(cast, request_, about["Maya"])
    request_.refresh_from_db()
    assert request_.state == "open"
    nil_return(by=cast.pia, asked_about_ids=[about["Gordon"].id], at=LATER)
    request_.refresh_from_db()
    assert (request_.state, request_.answered_at) == ("answered", LATER)
    (clock,) = clocks_about([request_.id])[request_.id]
    assert clock.stopped_at == LATER
    assert heard == [RequestAnswered(request_.id, cast.hub.id)]
    assert not outstanding_on(request_.case_id).exists()


def test_an_answer_in_part_leaves_the_request_waiting_for_the_rest(cast, request_, about):
    known(cast, request_, about["Maya"], is_partial=True)
    nil_return(by=cast.pia, asked_about_ids=[about["Gordon"].id], at=LATER)
    request_.refresh_from_db()
    assert request_.state == "open"
    known(cast, request_, about["Maya"], ItemGiven(words="And a second call"))
    request_.refresh_from_db()
    assert request_.state == "answered"
    assert about["Maya"].returns.count() == 2


def test_a_refused_answer_leaves_nothing(cast, request_, about):
    with pytest.raises(CannotAnswer) as refused, transaction.atomic():
        known(cast, request_, about["Maya"], ItemGiven(words=" ", code="H4"))
    assert len(refused.value.reasons) == 2
    assert not Return.objects.exists()
    assert entries() == []
    assert actions() == ["information_requests.asked"]


def test_nobody_but_the_agency_asked_may_answer(cast, request_, about):
    """Priya works the case and may read the request; Amira and Noor may not know of it."""
    answer: dict[str, Any] = {
        "request_id": request_.id,
        "asked_about_id": about["Maya"].id,
        "answer": "not_known",
        "at": LATER,
    }
    with pytest.raises(CannotAnswer, match="agency that was asked"):
        respond(by=cast.priya, **answer)
    for name in ("amira", "noor", "lee"):
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            respond(by=viewer, **answer)


def test_one_answered_for_is_not_answered_for_again(cast, request_, about):
    known(cast, request_, about["Maya"])
    with pytest.raises(CannotAnswer, match="already answered"):
        known(cast, request_, about["Maya"])


def test_a_withdrawn_request_takes_no_answer(cast, request_, about):
    withdraw_request(by=cast.sam, request_id=request_.id, because="In error", at=NOW)
    with pytest.raises(CannotAnswer, match="withdrawn"):
        known(cast, request_, about["Maya"])


def test_an_agency_may_refuse_with_its_reason(cast, request_, about):
    kept = known(
        cast,
        request_,
        about["Maya"],
        answer="cannot_disclose",
        items=(),
        refused_because="live_operation",
        refused_words="A case before the court.",
    )
    assert (kept.answer, kept.refused_because) == ("cannot_disclose", "live_operation")


def test_a_whole_desk_of_nil_returns_costs_the_same_as_one(
    cast, ask, family, django_assert_max_num_queries
):
    people = family + [tell_of(cast, "Child", f"Number {n}") for n in range(98)]
    case = Case.objects.get()
    CasePerson.objects.bulk_create(
        CasePerson(
            hub=cast.hub, case=case, person=each, part="other", is_concern=False, position=n + 9
        )
        for n, each in enumerate(people[2:])
    )
    request = ask("police", person_ids=[each.id for each in people])
    lines = [each.id for each in request.people.all()]
    assert len(lines) == 100
    with django_assert_max_num_queries(24):
        kept = nil_return(by=cast.pia, request_id=request.id, asked_about_ids=lines, at=LATER)
    assert len(kept) == 100
    assert {each.answer for each in kept} == {"not_known"}
    request.refresh_from_db()
    assert request.state == "answered"
    assert actions().count("information_requests.responded") == 1


def test_those_answered_for_meanwhile_are_left_as_they_are(cast, request_):
    lines = [each.id for each in request_.people.order_by("position")]
    nil_return(by=cast.pia, asked_about_ids=lines[:1], at=LATER)
    kept = nil_return(by=cast.pia, asked_about_ids=lines, at=LATER)
    assert [each.asked_about_id for each in kept] == lines[1:]
    with pytest.raises(CannotAnswer, match="not yet answered"):
        nil_return(by=cast.pia, asked_about_ids=lines, at=LATER)


def test_nil_returns_span_the_requests_of_a_desk(cast, ask, family):
    first = ask("police", person_ids=[family[0].id])
    second = ask("police", person_ids=[family[1].id])
    lines = [each.people.get().id for each in (first, second)]
    assert len(nil_return(by=cast.pia, asked_about_ids=lines, at=LATER)) == 2
    first.refresh_from_db()
    second.refresh_from_db()
    assert {first.state, second.state} == {"answered"}


def test_a_nil_return_for_a_line_that_is_not_theirs_is_not_there(cast, ask):
    request = ask("health")
    lines = [each.id for each in request.people.all()]
    viewer = cast.see_as("pia")
    with pytest.raises(NotHere):
        nil_return(by=viewer, asked_about_ids=lines, at=LATER)
    assert not Return.objects.exists()


def test_a_nil_return_is_only_ever_nil(cast, request_, about):
    with pytest.raises(CannotAnswer):
        nil_return(by=cast.pia, asked_about_ids=[about["Maya"].id], answer=Answer.KNOWN, at=LATER)


def test_a_correction_is_a_new_return_and_both_are_kept(cast, request_, about):
    (old,) = nil_return(by=cast.pia, asked_about_ids=[about["Maya"].id], at=LATER)
    new = correct_return(
        by=cast.pia,
        return_id=old.id,
        answer="known",
        items=[CALL_OUT],
        reason="Pressed in error",
        at=LATER,
    )
    assert (new.corrects, new.correction_reason) == (old, "Pressed in error")
    assert Return.objects.count() == 2
    assert Return.objects.get(id=old.id).answer == "not_known"
    with pytest.raises(CannotAnswer, match="already been corrected"):
        correct_return(by=cast.pia, return_id=old.id, answer="not_known", reason="Again", at=LATER)


def test_correcting_an_item_corrects_its_entry_and_taking_one_back_says_so(cast, request_, about):
    old = known(cast, request_, about["Maya"], CALL_OUT, ItemGiven(words="Arrested her brother"))
    before = {each["words"]: each["id"] for each in entries()}
    correct_return(
        by=cast.pia,
        return_id=old.id,
        answer="known",
        items=[ItemGiven(words="Called to number 14")],
        reason="The wrong house",
        at=LATER + timedelta(minutes=5),
    )
    stands_for = {each["words"]: each["corrects_id"] for each in entries() if each["corrects_id"]}
    assert stands_for == {
        "Called to number 14": before["Called to the address"],
        "Rivermead Police put this right: The wrong house": before["Arrested her brother"],
    }


def test_a_correction_needs_its_reason(cast, request_, about):
    (old,) = nil_return(by=cast.pia, asked_about_ids=[about["Maya"].id], at=LATER)
    with pytest.raises(CannotAnswer, match="Say why the answer changes"):
        correct_return(by=cast.pia, return_id=old.id, answer="no_trace", reason=" ", at=LATER)


def test_an_h4_item_must_be_spoken_of_and_the_conversation_settles_it(cast, request_, about):
    hidden = ItemGiven(words="Live operation", code="H4", speak_to="DS Ames, 01632 960123")
    known(cast, request_, about["Maya"], hidden)
    (waiting,) = must_speak_open(request_.case_id)
    assert (waiting.agency_name, waiting.speak_to) == ("Rivermead Police", "DS Ames, 01632 960123")
    (task,) = tasks_on_case(request_.case_id).filter(kind=MUST_SPEAK)
    assert task.needs_power == "see_every_return"
    assert "Live operation" not in task.words

    spoken = record_spoken(
        by=cast.priya,
        item_id=waiting.item_id,
        with_whom="DS Ames",
        how=How.PHONE,
        said="An arrest is planned; do not visit today.",
        happened_at=LATER,
        at=LATER,
    )
    assert must_speak_open(request_.case_id) == []
    assert not tasks_on_case(request_.case_id).filter(kind=MUST_SPEAK).exists()
    case = request_.case
    (entry,) = running_record(cast.priya, case, LATER)
    assert entry.entry == spoken.conversation
    assert entry.code == "H3"
    assert running_record(cast.see_as("fay"), case, LATER) == []


def test_only_a_decision_maker_records_that_conversation(cast, request_, about):
    hidden = ItemGiven(words="Live operation", code="H4", speak_to="DS Ames")
    known(cast, request_, about["Maya"], hidden)
    item = Item.objects.get()
    talk: dict[str, Any] = {
        "item_id": item.id,
        "with_whom": "DS Ames",
        "how": How.PHONE,
        "said": "Do not visit.",
        "happened_at": LATER,
        "at": LATER,
    }
    for name in ("sam", "tom", "amira", "noor"):
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            record_spoken(by=viewer, **talk)


def test_a_corrected_h4_item_is_no_longer_to_be_spoken_of(cast, request_, about):
    hidden = ItemGiven(words="Live operation", code="H4", speak_to="DS Ames")
    old = known(cast, request_, about["Maya"], hidden)
    correct_return(
        by=cast.pia, return_id=old.id, answer="not_known", reason="Another Maya", at=LATER
    )
    assert must_speak_open(request_.case_id) == []
    assert not tasks_on_case(request_.case_id).filter(kind=MUST_SPEAK).exists()


def test_a_form_of_words_has_a_code_and_an_entry_of_its_own(cast, request_, about):
    kept_back = ItemGiven(
        words="Named as a suspect by an informant",
        nature="intelligence",
        code="H3",
        form_of_words="Police hold information about violence in the home.",
        form_of_words_code="H1",
    )
    known(cast, request_, about["Maya"], kept_back)
    form = FormOfWords.objects.get()
    assert form.code == "H1"
    assert [(each["words"], each["code"]) for each in entries()] == [
        ("Police hold information about violence in the home.", "H1"),
        ("Named as a suspect by an informant", "H3"),
    ]


def test_a_return_after_the_decision_asks_the_decision_maker_to_read_it(cast, request_, about):
    Case.objects.update(status="decided")
    known(cast, request_, about["Maya"])
    (task,) = tasks_on_case(request_.case_id).filter(kind=LATE_RETURN)
    assert task.words.startswith("Rivermead Police answered after your decision.")
    assert task.needs_power == "decide"


def test_a_return_before_the_decision_asks_for_nothing(cast, request_, about):
    known(cast, request_, about["Maya"])
    assert not tasks_on_case(request_.case_id).filter(kind=LATE_RETURN).exists()


@pytest.mark.parametrize(
    "change",
    [
        {"code": "H4", "speak_to": ""},
        {"code": "H9"},
        {"nature": "rumour"},
        {"happened_precision": "day", "happened_from": None},
    ],
)
def test_the_database_refuses_an_item_the_rules_would(cast, request_, about, change):
    known(cast, request_, about["Maya"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Item.objects.update(**change)
