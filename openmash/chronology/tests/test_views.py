"""The pages of a story: read through the codes, filtered by the address, added to by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from openmash.audit.models import AuditEvent, AuditPerson
from openmash.chronology.models import Entry
from openmash.people.services import add_relationship
from openmash.people.terms import RelationshipKind

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def page_of(person, kind: str = "person") -> str:
    return reverse(f"chronology:{kind}", args=[person.id])


def ago(days: int) -> dict[str, object]:
    return {"happened_from": NOW - timedelta(days=days), "happened_precision": "day"}


@pytest.fixture
def brother(cast, maya, tell):
    brother = tell("Gordon", "Dobson")
    add_relationship(
        by=cast.sam,
        hub_id=cast.hub.id,
        person_id=maya.id,
        other_id=brother.id,
        kind=RelationshipKind.SIBLING,
        at=NOW,
    )
    return brother


def test_a_story_is_read_with_its_sources_and_the_reading_is_a_look(cast, client, maya, write):
    write(
        "Missed 12 days",
        maya,
        **ago(3),
        supplied_by_id=cast.agencies["police"].id,
        nature="opinion",
        code="H1",
    )
    page = cast.sign_in(client, "priya").get(page_of(maya)).content.decode()
    for words in ("Missed 12 days", "17 Nov 2026", "Rivermead Police", "opinion", "H1"):
        assert words in page
    look = AuditEvent.objects.get(action="chronology.read")
    assert AuditPerson.objects.get(event_id=look.id).person_id == maya.id


def test_what_may_not_be_read_leaves_no_trace_on_the_page(cast, client, maya, write):
    health = cast.agencies["health"]
    write("Seen by the nurse", maya, **ago(3))
    before = cast.sign_in(client, "fay").get(page_of(maya)).content.decode()
    write("A secret", maya, **ago(900), code="H3", supplied_by_id=health.id, significant=True)
    after = client.get(page_of(maya)).content.decode()
    assert _without_token(before) == _without_token(after)


def _without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf" not in line.lower()]


def test_a_family_is_read_as_one_story(cast, client, maya, brother, write):
    write("Maya was seen", maya, **ago(2))
    write("Gordon went missing", brother, **ago(1))
    alone = cast.sign_in(client, "priya").get(page_of(maya)).content.decode()
    assert "Gordon went missing" not in alone
    together = client.get(page_of(maya, "family"))
    for words in ("Maya was seen", "Gordon went missing", "Gordon Dobson"):
        assert words in together.content.decode()
    one = client.get(page_of(maya, "family"), {"about": brother.id}).content.decode()
    assert "Maya was seen" not in one


def test_filters_come_from_the_address_and_nonsense_is_left_out(cast, client, maya, write):
    write("Early", maya, **ago(40))
    write("Late", maya, **ago(1))
    cast.sign_in(client, "priya")
    late = client.get(page_of(maya), {"since": "2026-11-01"}).content.decode()
    assert "Late" in late
    assert "Early" not in late
    nonsense = {"since": "x", "kind": "y", "agency": "z", "order": "w", "page": "-1"}
    assert "Early" in client.get(page_of(maya), nonsense).content.decode()


def test_an_empty_story_says_so_kindly(cast, client, maya):
    page = cast.sign_in(client, "sam").get(page_of(maya)).content.decode()
    assert "Nothing has been written here yet" in page
    filtered = client.get(page_of(maya), {"significant": "on"}).content.decode()
    assert "Nothing fits these filters." in filtered


@pytest.mark.parametrize("kind", ["person", "family", "add"])
@pytest.mark.parametrize("who", ["tom", "amira", "lee", "kit", "noor"])
def test_a_story_is_for_those_who_work_on_cases(cast, client, maya, who, kind):
    assert cast.sign_in(client, who).get(page_of(maya, kind)).status_code == 404


def test_an_entry_is_added_by_hand(cast, client, maya, brother):
    cast.sign_in(client, "sam")
    told = {
        "words": "Neighbour rang about shouting.",
        "happened_month": "10",
        "happened_year": "2025",
        "about": [maya.id, brother.id],
        "nature": "opinion",
        "code": "H1",
    }
    answer = client.post(page_of(maya, "add"), told)
    assert answer["Location"] == page_of(maya)
    entry = Entry.objects.get()
    assert (entry.happened_precision, entry.nature, entry.code) == ("month", "opinion", "H1")
    page = client.get(page_of(maya)).content.decode()
    assert "October 2025" in page


def test_an_entry_without_words_is_asked_for_again(cast, client, maya):
    cast.sign_in(client, "sam")
    told = {"words": " ", "about": [maya.id], "nature": "fact", "code": "H2"}
    assert "needs an answer" in client.post(page_of(maya, "add"), told).content.decode()
    future = {**told, "words": "It will", "happened_year": "2099"}
    answer = client.post(page_of(maya, "add"), future)
    assert "has not happened yet" in answer.content.decode()
    assert not Entry.objects.exists()


def test_marking_goes_back_to_where_it_was_pressed_and_nowhere_else(cast, client, maya, write):
    entry = write("Missed school", maya)
    cast.sign_in(client, "sam")
    mark = reverse("chronology:mark", args=[entry.id])
    back = f"{page_of(maya)}?page=1"
    assert client.post(mark, {"significant": "yes", "back": back})["Location"] == back
    entry.refresh_from_db()
    assert entry.significant
    away = client.post(mark, {"significant": "no", "back": "https://elsewhere.example/"})
    assert away["Location"] == reverse("people:search")


@pytest.mark.parametrize("entries", [3, 12])
@pytest.mark.parametrize("kind", ["person", "family"])
def test_a_story_takes_the_same_queries_however_long(
    cast, client, maya, brother, write, entries, kind, within_budget
):
    for number in range(entries):
        police = cast.agencies["police"].id
        write(f"Entry {number}", maya, brother, **ago(number), supplied_by_id=police)
    cast.sign_in(client, "priya").get(reverse("people:search"))
    with within_budget():
        assert client.get(page_of(maya, kind)).status_code == 200
