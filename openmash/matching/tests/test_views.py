"""Pages where a person joins and parts: every reason shown, either answer undone by the other."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from openmash.audit.models import AuditEvent, AuditPerson
from openmash.matching.services import confirm_same, keep_apart, suggest_for
from openmash.people.selectors import identities_of
from openmash.people.services import restrict_people

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def page_of(person) -> str:
    return reverse("matching:person", args=[person.id])


def compare(told, known, page: str = "compare") -> str:
    return reverse(f"matching:{page}", args=[told.id, known.id])


def suggest(cast, person):
    suggest_for(by=cast.sam, hub_id=cast.hub.id, person_id=person.id, at=NOW)


def test_suggestions_are_shown_with_their_reasons_and_reading_them_is_a_look(cast, client, tell):
    known, told = tell(), tell(family="Dobsen")
    suggest(cast, told)
    page = cast.sign_in(client, "sam").get(page_of(told)).content.decode()
    for words in ("Looks like the same person", "Date of birth: the same day", "Maya Dobson"):
        assert words in page
    look = AuditEvent.objects.get(action="matching.read")
    shown = AuditPerson.objects.filter(event_id=look.id).values_list("person_id", flat=True)
    assert set(shown) == {told.id, known.id}


def test_looking_again_finds_who_has_come_since(cast, client, tell):
    told = tell()
    cast.sign_in(client, "sam")
    assert "Nobody is suggested" in client.get(page_of(told)).content.decode()
    tell(family="Dobsen")
    client.post(reverse("matching:suggest", args=[told.id]))
    assert "Maya Dobsen" in client.get(page_of(told)).content.decode()


def test_two_records_are_read_side_by_side(cast, client, tell):
    known, told = tell(), tell(family="Dobsen")
    page = cast.sign_in(client, "sam").get(compare(told, known)).content.decode()
    for words in ("Dobsen", "Dobson", "nearly the same", "27 March 2016", "4 Quarry Row"):
        assert words in page


def test_an_answer_joins_and_its_opposite_parts(cast, client, tell):
    known, told = tell(), tell()
    cast.sign_in(client, "sam")
    same = client.post(compare(told, known, "answer"), {"verdict": "same", "why": "Same mother"})
    assert same["Location"] == page_of(told)
    assert len(set(identities_of([told.id, known.id]).values())) == 1
    trail = client.get(page_of(told)).content.decode()
    assert "Same mother" in trail
    apart = {"verdict": "apart", "why": "Cousins", "back": "/people/"}
    assert client.post(compare(told, known, "answer"), apart)["Location"] == "/people/"
    assert len(set(identities_of([told.id, known.id]).values())) == 2


def test_no_answer_is_asked_for_again(cast, client, tell):
    known, told = tell(), tell()
    answer = cast.sign_in(client, "sam").post(compare(told, known, "answer"), {"why": "?"})
    assert "needs an answer" in answer.content.decode()


def test_a_contradiction_is_pointed_out(cast, client, tell):
    one, other, between = tell(), tell(), tell()
    keep_apart(by=cast.fay, told_id=one.id, known_id=other.id, why="Twins", at=NOW)
    for each in (one, other):
        confirm_same(by=cast.fay, told_id=each.id, known_id=between.id, why="", at=NOW)
    page = cast.sign_in(client, "sam").get(page_of(one)).content.decode()
    assert "were kept apart, yet they are joined" in page


def test_hidden_and_absent_look_the_same(cast, client, tell):
    known, told = tell(), tell()
    suggest(cast, told)
    restrict_people(
        by=cast.priya,
        hub_id=cast.hub.id,
        person_ids=[known.id],
        named=[cast.priya.id],
        why="Works in the hub",
        at=NOW,
    )
    cast.sign_in(client, "sam")
    assert "Nobody is suggested" in client.get(page_of(told)).content.decode()
    for page in (page_of(known), compare(told, known)):
        assert client.get(page).status_code == 404
    answer = client.post(compare(told, known, "answer"), {"verdict": "same"})
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["tom", "amira", "lee", "kit", "noor"])
def test_these_pages_are_for_those_who_match_people(cast, client, tell, who):
    known, told = tell(), tell()
    cast.sign_in(client, who)
    for page in (page_of(told), compare(told, known)):
        assert client.get(page).status_code == 404


@pytest.mark.parametrize("suggestions", [3, 12])
def test_suggestions_take_the_same_queries_however_many(
    cast, client, tell, suggestions, within_budget
):
    for days in range(suggestions):
        tell(born=date(2016, 1, 2) + timedelta(days=days))
    told = tell()
    suggest(cast, told)
    cast.sign_in(client, "sam").get(reverse("people:search"))
    with within_budget():
        assert client.get(page_of(told)).status_code == 200


def test_a_comparison_keeps_to_its_queries(cast, client, tell, within_budget):
    known, told = tell(), tell()
    cast.sign_in(client, "sam").get(reverse("people:search"))
    with within_budget():
        assert client.get(compare(told, known)).status_code == 200
