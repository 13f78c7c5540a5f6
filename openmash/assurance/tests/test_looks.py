"""Who looked, and why: asked by those whose duty it is, and recorded like any other look."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from openmash.assurance.selectors import looks_page
from openmash.audit.models import AuditEvent
from openmash.audit.selectors import Mark, Sought
from openmash.audit.services import record
from openmash.cases.models import Case
from openmash.people.models import Person

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LOOKS = "assurance:looks"
A_CASE = {
    "reference": "K-7K3FQ2-M",
    "status": "checks",
    "rating": "amber",
    "received_at": NOW,
    "opened_at": NOW,
}


@pytest.fixture
def person(cast):
    return Person.objects.create(hub=cast.hub, identity_id=uuid4(), created_at=NOW)


@pytest.fixture
def look(cast):
    """Leave a look as a page would have left it."""

    def leave(name="tom", *, action="case.read", at=NOW, **kept):
        asked = {"subject_kind": "case", "is_look": True, **kept}
        return record(by=getattr(cast, name), action=action, at=at, hub_id=cast.hub.id, **asked)

    return leave


def read(client, cast, name="gwen", **asked):
    cast.sign_in(client, name)
    return client.get(reverse(LOOKS), asked).content.decode()


def names(page):
    return [each.name for each in page.looks]


def found(cast, **sought):
    return looks_page(cast.see_as("gwen"), cast.hub.id, sought=Sought(**sought))


def test_it_says_who_for_whom_as_what_what_why_and_where_from(cast, client, look):
    look("tom", subject_label="K-7K3FQ2-M", reason="The school rang.")
    html = read(client, cast)
    for words in ("Tom Hale", "Rivermead Police", "agency decision maker", "A case", "K-7K3FQ2-M"):
        assert words in html
    assert "The school rang." in html


def test_refusals_are_in_it(cast, client):
    cast.sign_in(client, "sam")
    client.get(reverse("cases:allocate", args=["K-7K3FQ2-M"]))
    html = read(client, cast)
    assert "A page that is not theirs" in html
    assert "127.0.0.1" in html


def test_what_somebody_did_is_not_a_look(cast, look):
    look("tom", action="case.rated", is_look=False)
    assert names(found(cast)) == []


def test_reading_it_stands_in_it(cast, client):
    read(client, cast)
    assert "Gwen Parry" in read(client, cast)
    event = AuditEvent.objects.filter(action="looks.read").latest("at")
    assert event.is_look
    assert event.hub_id == cast.hub.id


def test_asking_about_a_person_is_a_look_at_that_person(cast, client, look, person):
    look("tom", persons=[person.id])
    read(client, cast, person=str(person.id))
    again = read(client, cast, person=str(person.id))
    assert "<bdi>Gwen Parry</bdi>" in again


def test_it_can_be_asked_by_practitioner(cast, look):
    look("tom")
    look("fay")
    assert names(found(cast, actor_id=cast.fay.id)) == ["Fay Morgan"]


def test_it_can_be_asked_by_person_whichever_record_was_shown(cast, client, look, person):
    same = {"identity_id": person.identity_id, "created_at": NOW}
    other = Person.objects.create(hub=cast.hub, **same)
    look("tom", persons=[other.id])
    look("fay", persons=[])
    html = read(client, cast, person=str(person.id))
    assert ("<bdi>Tom Hale</bdi>" in html, "<bdi>Fay Morgan</bdi>" in html) == (True, False)


def test_it_can_be_asked_by_reference_and_finds_all_of_the_case(cast, look):
    case_id = uuid4()
    look("tom", subject_label="K-7K3FQ2-M", case_id=case_id)
    look("fay", action="chronology.read", case_id=case_id)
    look("joe", subject_label="K-222222-2")
    assert set(names(found(cast, reference="K-7K3FQ2-M"))) == {"Tom Hale", "Fay Morgan"}


def test_a_refused_page_is_found_by_the_reference_that_was_asked(cast, client):
    cast.sign_in(client, "sam")
    client.get(reverse("cases:allocate", args=["K-7K3FQ2-M"]))
    assert names(found(cast, reference="K-7K3FQ2-M")) == ["Sam Okafor"]


def test_a_case_restricted_to_others_is_asked_about_in_vain(cast, client, look):
    case = Case.objects.create(**A_CASE, hub=cast.hub, restricted=True, audience=[cast.priya.id])
    look("priya", subject_label=case.reference, case_id=case.id)
    assert "<bdi>Priya Raman</bdi>" not in read(client, cast, reference=case.reference)
    assert "<bdi>Priya Raman</bdi>" in read(client, cast, "priya", reference=case.reference)


def test_it_can_be_asked_by_day_as_london_counts_days(cast, look):
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)  # already the second in London
    look("tom", at=summer)
    look("fay", at=summer - timedelta(hours=1))
    second = datetime(2026, 7, 1, 23, 0, tzinfo=UTC)
    assert names(found(cast, since=second, until=second + timedelta(days=1))) == ["Tom Hale"]


def test_a_day_in_the_address_is_understood(cast, client, look):
    look("tom")
    assert "Tom Hale</bdi>" in read(client, cast, day="2026-11-20")
    assert "Tom Hale</bdi>" not in read(client, cast, day="2026-11-19")


@pytest.mark.parametrize("asked", [{"person": "x"}, {"reference": "x"}, {"day": "x"}])
def test_what_cannot_be_read_is_told_and_nothing_is_shown(cast, client, look, asked):
    look("tom")
    html = read(client, cast, **asked)
    assert "There is a problem" in html
    assert "<bdi>Tom Hale</bdi>" not in html


def test_a_person_nobody_knows_was_looked_at_by_nobody(cast, client, look):
    look("tom")
    html = read(client, cast, person=str(uuid4()))
    assert "Nobody has looked." in html


def test_it_is_read_page_by_page_and_nothing_is_lost_or_shown_twice(cast, look):
    moments = [NOW] * 4 + [NOW - timedelta(minutes=1)] * 3
    kept = {look("tom", at=each) for each in moments}
    seen, after = [], None
    while True:
        page = looks_page(cast.see_as("gwen"), cast.hub.id, sought=Sought(), after=after, size=2)
        seen += [each.event_id for each in page.looks]
        after = page.older
        if after is None:
            break
    assert len(seen) == len(kept)
    assert set(seen) == kept


def test_the_page_offers_what_is_older_and_keeps_what_was_asked(cast, client, look):
    for minute in range(51):
        look("tom", at=NOW - timedelta(minutes=minute))
    html = read(client, cast, who=str(cast.tom.id))
    assert f"who={cast.tom.id}" in html
    assert "after=" in html


A_MOMENT_WITHOUT_ITS_ZONE = "2026-11-20T10:00:00~6e2c1f61-b316-40eb-9958-5a2f2e30f2dc"


@pytest.mark.parametrize("text", ["", "x", "2026-11-20~x", A_MOMENT_WITHOUT_ITS_ZONE])
def test_a_mark_that_is_none_is_no_mark(text):
    assert Mark.read(text) is None


def test_a_mark_reads_back():
    mark = Mark(NOW, uuid4())
    assert Mark.read(str(mark)) == mark


class TestWhatIsRestricted:
    @pytest.fixture
    def case(self, cast):
        return Case.objects.create(
            **A_CASE, hub=cast.hub, restricted=True, audience=[cast.priya.id]
        )

    def test_a_case_restricted_to_others_was_never_looked_at(self, cast, look, case):
        look("priya", case_id=case.id)
        assert names(found(cast)) == []

    def test_but_its_own_list_knows(self, cast, look, case):
        look("priya", case_id=case.id)
        page = looks_page(cast.see_as("priya"), cast.hub.id, sought=Sought())
        assert names(page) == ["Priya Raman"]

    def test_no_gap_shows_where_it_would_stand(self, cast, look, case):
        for minute in range(6):
            hidden = {"case_id": case.id} if minute % 2 else {}
            look("tom", at=NOW - timedelta(minutes=minute), **hidden)
        page = looks_page(cast.see_as("gwen"), cast.hub.id, sought=Sought(), size=3)
        assert len(page.looks) == 3
        assert page.older is None

    def test_a_restricted_person_is_not_counted(self, cast, look, person):
        Person.objects.filter(id=person.id).update(restricted=True, audience=[cast.priya.id])
        other = Person.objects.create(hub=cast.hub, identity_id=uuid4(), created_at=NOW)
        look("tom", persons=[person.id, other.id])
        look("fay", persons=[person.id])
        assert [(each.name, each.persons) for each in found(cast).looks] == [("Tom Hale", 1)]


def test_noor_sees_nothing_of_another_hub(cast, look):
    look("tom")
    page = looks_page(cast.see_as("noor"), cast.hub.id, sought=Sought())
    assert names(page) == []


@pytest.mark.parametrize("name", ["sam", "tom", "lee", "root", "bea"])
def test_it_is_not_there_for_those_who_may_not_ask(cast, client, name):
    cast.sign_in(client, name)
    assert client.get(reverse(LOOKS)).status_code == 404


@pytest.mark.parametrize("rows", [3, 12])
def test_it_asks_the_same_of_the_database_however_long(
    cast, client, look, person, rows, django_assert_max_num_queries
):
    for minute in range(rows):
        look("tom", at=NOW - timedelta(minutes=minute), persons=[person.id], reason="x")
    cast.sign_in(client, "gwen")
    client.get(reverse(LOOKS))
    with django_assert_max_num_queries(20):
        assert client.get(reverse(LOOKS)).status_code == 200
