"""The one search box: one line for each identity, and never somebody who may not be known of."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openmash.core.references import new_reference
from openmash.people.models import Person
from openmash.people.rules import NameFact, PersonDetails, PersonFacts
from openmash.people.selectors import find_people, search_people
from openmash.people.services import add_person, protect_address, restrict_people, set_identities

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TODAY = NOW.date()


def names(found) -> list[str]:
    return [each.name for each in found]


def test_somebody_is_found_by_the_start_of_a_name_its_sound_a_birth_and_a_postcode(cast, tell):
    tell("Maya", "Kowalski", date(2011, 10, 20), postcode="ZX1 2AB")
    for query in ("kow", "Kowalsky", "maya 2011", "20/10/2011", "ZX1 2AB", "zx1 kowalski"):
        assert names(search_people(cast.sam, query, on=TODAY)) == ["Maya Kowalski"], query


def test_every_part_of_a_query_must_fit_the_one_person(cast, tell):
    tell("Maya", "Kowalski", date(2011, 10, 20))
    tell("Gordon", "Kowalski", date(2009, 1, 5))
    assert names(search_people(cast.sam, "kowalski 2009", on=TODAY)) == ["Gordon Kowalski"]


def test_the_name_as_typed_comes_before_one_that_only_sounds_like_it(cast, tell):
    tell("Ann", "Smith")
    tell("Ann", "Smyth")
    assert names(search_people(cast.sam, "smyth", on=TODAY))[0] == "Ann Smyth"
    assert names(search_people(cast.sam, "smith", on=TODAY))[0] == "Ann Smith"


def test_records_held_to_be_one_person_are_one_line_with_every_name(cast, tell):
    one = tell("Jessica", "Hale", date(2011, 4, 2), at=NOW - timedelta(days=90))
    two = tell("Jess", "Marlow")
    set_identities({two.id: one.id})
    (line,) = search_people(cast.sam, "marlow 2011", on=TODAY)
    assert (line.name, line.other_names) == ("Jessica Hale", ("Jess Marlow",))


def test_when_nobody_fits_all_of_it_whoever_fits_most_is_shown_as_such(cast, tell):
    tell("Maya", "Kowalski", date(2011, 10, 20))
    found = find_people(cast.sam, "kowalski ZX5 5AA", on=TODAY)
    assert (names(found.people), found.is_loose) == (["Maya Kowalski"], True)
    nobody = find_people(cast.sam, "zzzyx", on=TODAY)
    assert (nobody.people, nobody.is_loose) == ([], False)


def test_a_reference_is_told_apart_from_a_name(cast):
    found = find_people(cast.sam, "c-234567-4", on=TODAY)
    assert (found.reference, found.people) == ("", [])
    reference = new_reference("C")
    assert find_people(cast.sam, f" {reference.lower()} ", on=TODAY).reference == reference


def test_a_long_list_is_cut_and_says_so(cast, tell):
    for number in range(4):
        tell(f"Ann{'abcd'[number]}", "Smith")
    found = find_people(cast.sam, "smith", on=TODAY, limit=3)
    assert (len(found.people), found.is_cut) == (3, True)


def test_a_protected_postcode_finds_nobody_even_from_another_record(cast, tell):
    safe = tell("Ann", "Smith", postcode="ZX7 7AA", details=PersonDetails(address_protected=True))
    older = tell("Ann", "Smith", postcode="ZX7 7AA")
    set_identities({older.id: safe.id})
    assert search_people(cast.priya, "ZX7 7AA", on=TODAY) == []
    assert search_people(cast.priya, "smith", on=TODAY)[0].area == ""


def test_an_address_protected_later_stops_finding_people(cast, tell):
    ann = tell("Ann", "Smith", postcode="ZX7 7AA")
    protect_address(by=cast.sam, person_id=ann.id, why="In a refuge", at=NOW)
    assert search_people(cast.sam, "ZX7 7AA", on=TODAY) == []
    assert names(search_people(cast.sam, "ann smith", on=TODAY)) == ["Ann Smith"]


@pytest.mark.parametrize("who", ["lee", "tom", "amira", "rosa", "kit", "root", "noor"])
def test_only_those_who_work_on_cases_find_anybody(cast, tell, who):
    tell("Maya", "Kowalski")
    assert search_people(getattr(cast, who), "kowalski", on=TODAY) == []


def test_a_search_takes_the_same_queries_however_many_it_finds(
    cast, tell, django_assert_max_num_queries
):
    for number in range(12):
        tell(f"Ann{'abcdefghijkl'[number]}", "Smith", postcode="ZX7 7AA")
    with django_assert_max_num_queries(4):
        assert len(search_people(cast.sam, "smith", on=TODAY)) == 12


people = st.tuples(
    st.sampled_from(["Maya", "Gordon", "Iwan"]),
    st.sampled_from(["Dobson", "Prys"]),
    st.sampled_from(["known", "named for Priya", "named for Sam", "elsewhere"]),
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(people, min_size=1, max_size=6), st.sampled_from(["Maya", "Prys", "Dobson 2011"]))
def test_no_search_finds_a_restricted_person_or_another_hubs(cast, told, query):
    Person.objects.update(restricted=True, audience=[])
    for given_name, family, standing in told:
        _tell(cast, given_name, family, standing)
    for who in ("priya", "sam", "fay"):
        viewer = getattr(cast, who)
        for each in search_people(viewer, query, on=TODAY):
            row = Person.objects.get(id=each.id)
            assert row.hub_id == cast.hub.id
            assert not row.restricted or viewer.id in row.audience


def _tell(cast, given_name: str, family: str, standing: str) -> None:
    facts = PersonFacts(names=(NameFact(given_name, family),))
    away = standing == "elsewhere"
    row = add_person(
        by=cast.noor if away else cast.sam,
        hub_id=cast.elsewhere.id if away else cast.hub.id,
        facts=facts,
        at=NOW,
    )
    if standing.startswith("named"):
        named = cast.priya if standing.endswith("Priya") else cast.sam
        restrict_people(
            by=cast.priya,
            hub_id=cast.hub.id,
            person_ids=[row.id],
            named=[named.id],
            why="Works in the hub",
            at=NOW,
        )
