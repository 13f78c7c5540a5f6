"""Pages about people: found, read and kept from view, each reading a look."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from openmash.audit.models import AuditEvent, AuditPerson, StatedReason
from openmash.core.references import new_reference
from openmash.people.models import Address
from openmash.people.rules import IdentifierFact, PersonDetails
from openmash.people.services import add_relationship, restrict_people, set_identities
from openmash.people.terms import IdentifierScheme, RelationshipKind

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SEARCH = "/people/"


@pytest.fixture
def family(cast, tell):
    """A child, and as many relatives as asked for."""

    def make(relatives: int):
        child = tell("Maya", "Dobson", date(2022, 3, 27), postcode="ZX9 1AA")
        for number in range(relatives):
            other = tell("Ann", f"Dobson{'abcdefghijklmnopqrstuvwxyzabcdef'[number]}")
            add_relationship(
                by=cast.sam,
                hub_id=cast.hub.id,
                person_id=child.id,
                other_id=other.id,
                kind=RelationshipKind.AUNT_OR_UNCLE,
                as_told="auntie",
                at=NOW,
            )
        return child

    return make


def page_of(person) -> str:
    return reverse("people:person", args=[person.id])


def test_the_search_page_asks_before_it_answers(cast, client):
    page = cast.sign_in(client, "sam").get(SEARCH)
    assert page.status_code == 200
    assert "Spelling need not be exact" in page.content.decode()


def test_a_name_finds_a_person_and_the_finding_is_a_look(cast, client, tell):
    maya = tell("Maya", "Kowalski", date(2011, 10, 20), postcode="ZX8 8AA")
    page = cast.sign_in(client, "sam").get(SEARCH, {"q": "kowalsky 2011"}).content.decode()
    assert "Maya Kowalski" in page
    assert "ZX8" in page
    assert "ZX8 8AA" not in page
    look = AuditEvent.objects.get(action="people.found")
    assert look.is_look
    assert AuditPerson.objects.get(event_id=look.id).person_id == maya.id


def test_the_second_look_at_the_same_line_is_not_counted_again(cast, client, tell):
    tell("Maya", "Kowalski")
    sam = cast.sign_in(client, "sam")
    sam.get(SEARCH)  # the sign-in's first page gives it its name
    for _each in range(2):
        sam.get(SEARCH, {"q": "kowalski"})
    assert AuditEvent.objects.filter(action="people.found").count() == 1


def test_hidden_and_absent_read_the_same(cast, client, tell):
    secret = tell("Maya", "Kowalski")
    restrict_people(
        by=cast.priya,
        hub_id=cast.hub.id,
        person_ids=[secret.id],
        named=[cast.priya.id],
        why="Works in the hub",
        at=NOW,
    )
    sam = cast.sign_in(client, "sam")
    hidden = sam.get(SEARCH, {"q": "kowalski"}).content.decode()
    absent = sam.get(SEARCH, {"q": "kowalskx"}).content.decode()
    assert _without_token(hidden) == _without_token(absent.replace("kowalskx", "kowalski"))
    gone = sam.get(page_of(secret))
    assert gone.status_code == 404


def _without_token(page: str) -> list[str]:
    return [line for line in page.splitlines() if "csrf" not in line.lower()]


def test_a_reference_goes_to_what_it_names(cast, client):
    reference = new_reference("K")
    answer = cast.sign_in(client, "sam").get(SEARCH, {"q": reference.lower()})
    assert (answer.status_code, answer["Location"]) == (302, f"/go/{reference}/")


@pytest.mark.parametrize("who", ["lee", "tom", "amira", "kit", "noor"])
def test_only_those_who_work_on_cases_open_a_person(cast, client, tell, who):
    maya = tell("Maya", "Kowalski")
    assert cast.sign_in(client, who).get(page_of(maya)).status_code == 404


def test_a_person_is_read_whole_from_every_record_of_them(cast, client, tell):
    one = tell(
        "Jessica",
        "Hale",
        date(2011, 4, 2),
        line="4 Quarry Row",
        postcode="ZX9 1AA",
        identifiers=(IdentifierFact(IdentifierScheme.NHS_NUMBER, "9991234560"),),
    )
    two = tell("Jess", "Marlow")
    set_identities({two.id: one.id})
    page = cast.sign_in(client, "sam").get(page_of(two)).content.decode()
    for words in ("Jess Marlow", "Jessica Hale", "2 April 2011", "4 Quarry Row", "999 123 4560"):
        assert words in page
    look = AuditEvent.objects.get(action="people.read")
    shown = AuditPerson.objects.filter(event_id=look.id).values_list("person_id", flat=True)
    assert set(shown) == {one.id, two.id}


def test_one_protected_address_hides_every_address_of_the_person(cast, client, tell):
    safe = tell("Ann", "Hale", line="1 Refuge Way", details=PersonDetails(address_protected=True))
    older = tell("Ann", "Hale", line="4 Quarry Row", postcode="ZX9 1AA")
    set_identities({older.id: safe.id})
    page = cast.sign_in(client, "priya").get(page_of(older)).content.decode()
    assert "ddress protected" in page
    for words in ("Refuge Way", "Quarry Row", "ZX9"):
        assert words not in page


def test_protecting_an_address_asks_why_and_seals_it(cast, client, tell):
    ann = tell("Ann", "Hale", line="4 Quarry Row", postcode="ZX9 1AA")
    sam, url = cast.sign_in(client, "sam"), reverse("people:protect", args=[ann.id])
    assert "4 Quarry" not in sam.get(url).content.decode()
    assert "needs an answer" in sam.post(url, {"why": ""}).content.decode()
    assert sam.post(url, {"why": "In a refuge"}).status_code == 302
    address = Address.objects.get(person=ann)
    assert (address.is_protected, address.line) == (True, "")
    event = AuditEvent.objects.get(action="people.address_protected")
    assert StatedReason.objects.get(event_id=event.id).words == "In a refuge"


def test_what_is_sealed_opens_for_a_reason_to_those_who_must_act(cast, client, tell):
    ann = tell(
        "Ann",
        "Hale",
        line="1 Refuge Way",
        phones=("07700 900123",),
        details=PersonDetails(address_protected=True, contact_unsafe=True),
    )
    url = reverse("people:sealed", args=[ann.id])
    fay = cast.sign_in(client, "fay")
    assert "Refuge" not in fay.get(url).content.decode()
    opened = fay.post(url, {"why": "Visiting tonight"}).content.decode()
    assert "1 Refuge Way" in opened
    assert "07700 900123" in opened
    look = AuditEvent.objects.get(action="people.sealed_opened")
    assert look.is_look
    assert StatedReason.objects.get(event_id=look.id).words == "Visiting tonight"


def test_what_is_sealed_stays_sealed_to_the_front_desk(cast, client, tell):
    ann = tell("Ann", "Hale", line="1 Refuge Way", details=PersonDetails(address_protected=True))
    url = reverse("people:sealed", args=[ann.id])
    answer = cast.sign_in(client, "sam").post(url, {"why": "Curious"})
    assert answer.status_code == 404
    assert "Refuge" not in answer.content.decode()


def test_ties_are_read_from_either_side(cast, client, family):
    child = family(1)
    page = cast.sign_in(client, "sam").get(page_of(child)).content.decode()
    assert "Aunt or uncle" in page
    assert "“auntie”" in page


@pytest.mark.parametrize("relatives", [3, 12])
def test_a_person_takes_the_same_queries_whatever_their_family(
    cast, client, family, relatives, within_budget
):
    child = family(relatives)
    sam = cast.sign_in(client, "sam")
    sam.get(SEARCH)
    with within_budget():
        assert sam.get(page_of(child)).status_code == 200


@pytest.mark.parametrize("found", [3, 12])
def test_a_search_page_takes_the_same_queries_however_many_it_finds(
    cast, client, tell, found, within_budget
):
    for number in range(found):
        tell("Ann", f"Smith{'abcdefghijklmnopqrstuvwxyzabcdef'[number]}")
    sam = cast.sign_in(client, "sam")
    sam.get(SEARCH)
    with within_budget():
        assert sam.get(SEARCH, {"q": "ann"}).status_code == 200
