"""Who somebody might be is proposed with every reason, and remembered once answered (A3.1)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.matching.models import Suggestion
from openmash.matching.selectors import comparison, open_suggestions_for
from openmash.matching.services import confirm_same, keep_apart, suggest_for
from openmash.matching.terms import Agreement, Band, Field
from openmash.people.rules import IdentifierFact, PersonDetails
from openmash.people.selectors import identities_of
from openmash.people.services import protect_address, restrict_people
from openmash.people.terms import IdentifierScheme

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
TODAY = NOW.date()


def suggest(cast, person):
    return suggest_for(by=cast.sam, hub_id=cast.hub.id, person_id=person.id, at=NOW)


def shown_to(viewer, person):
    return open_suggestions_for(viewer, [person.id], on=TODAY).get(person.id, [])


def test_a_record_of_the_same_child_is_proposed_first_and_confirmed_by_nobody(cast, tell):
    known, told = tell(), tell(family="Dobsen")
    (row,) = suggest(cast, told)
    assert (row.told_id, row.known_id, row.band, row.preselected) == (
        told.id,
        known.id,
        Band.SAME,
        True,
    )
    identities = identities_of([known.id, told.id])
    assert identities == {known.id: known.id, told.id: told.id}
    event = AuditEvent.objects.get(action="matching.suggested")
    assert event.subject_id == told.id


def test_every_reason_is_told_the_weightiest_first(cast, tell):
    tell()
    told = tell(family="Dobsen")
    suggest(cast, told)
    (shown,) = shown_to(cast.fay, told)
    weights = [abs(each.weight) for each in shown.reasons]
    assert weights == sorted(weights, reverse=True)
    assert {each.label for each in shown.reasons} >= {"Forename", "Date of birth", "Address"}


def test_a_twin_is_shown_and_never_proposed_first(cast, tell):
    tell("Gordon")
    told = tell("Maya")
    suggest(cast, told)
    assert not any(each.preselected for each in shown_to(cast.fay, told))


def test_somebody_quite_different_is_not_proposed(cast, tell):
    tell("Iwan", "Prys", date(1944, 1, 2), "ZX3 3AA")
    assert suggest(cast, tell()) == []


def test_asking_again_makes_no_second_suggestion_either_way_round(cast, tell):
    known, told = tell(), tell()
    suggest(cast, told)
    suggest(cast, told)
    suggest(cast, known)
    assert Suggestion.objects.filter(answered_at=None).count() == 1
    assert [each.known.id for each in shown_to(cast.fay, known)] == [told.id]


def test_a_pair_kept_apart_stays_apart_until_the_evidence_changes(cast, tell):
    known, told = tell(), tell()
    suggest(cast, told)
    keep_apart(by=cast.sam, told_id=told.id, known_id=known.id, why="Cousins", at=NOW)
    assert suggest(cast, told) == []
    protect_address(by=cast.sam, person_id=known.id, why="Moved to a refuge", at=NOW)
    assert [each.known_id for each in suggest(cast, told)] == [known.id]


def test_keeping_one_record_apart_sets_aside_the_person_it_belongs_to(cast, tell):
    known, also_known, told = tell(), tell(), tell()
    confirm_same(by=cast.sam, told_id=known.id, known_id=also_known.id, why="", at=NOW)
    keep_apart(by=cast.sam, told_id=told.id, known_id=known.id, why="Cousins", at=NOW)
    assert suggest(cast, told) == []


def test_a_record_with_better_evidence_brings_the_person_back(cast, tell):
    number = (IdentifierFact(IdentifierScheme.NHS_NUMBER, "9991234560"),)
    known, also_known, told = tell(), tell(identifiers=number), tell(identifiers=number)
    confirm_same(by=cast.sam, told_id=known.id, known_id=also_known.id, why="", at=NOW)
    keep_apart(by=cast.sam, told_id=told.id, known_id=known.id, why="Cousins", at=NOW)
    assert [each.known_id for each in suggest(cast, told)] == [also_known.id]


def test_one_identity_is_proposed_once_whatever_its_records(cast, tell):
    known, also_known, told = tell(), tell(), tell()
    confirm_same(by=cast.sam, told_id=known.id, known_id=also_known.id, why="", at=NOW)
    assert len(suggest(cast, told)) == 1


def test_a_pair_joined_through_others_is_no_longer_a_question(cast, tell):
    known, told, between = tell(), tell(), tell()
    suggest(cast, told)
    for each in (known, told):
        confirm_same(by=cast.sam, told_id=between.id, known_id=each.id, why="", at=NOW)
    assert shown_to(cast.fay, told) == []


def test_a_restricted_person_is_suggested_only_to_those_named(cast, tell):
    known, told = tell(), tell()
    restrict_people(
        by=cast.priya,
        hub_id=cast.hub.id,
        person_ids=[known.id],
        named=[cast.priya.id],
        why="Works in the hub",
        at=NOW,
    )
    suggest(cast, told)
    assert shown_to(cast.fay, told) == []
    assert [each.known.id for each in shown_to(cast.priya, told)] == [known.id]
    with pytest.raises(NotHere):
        comparison(cast.fay, told.id, known.id, on=TODAY)


@pytest.mark.parametrize("who", ["tom", "lee", "noor", "kit"])
def test_suggestions_are_for_those_who_match_people(cast, tell, who):
    known, told = tell(), tell()
    suggest(cast, told)
    assert shown_to(getattr(cast, who), told) == []
    with pytest.raises(NotHere):
        comparison(getattr(cast, who), told.id, known.id, on=TODAY)


def test_two_records_are_compared_fact_by_fact(cast, tell):
    known, told = tell(), tell(family="Dobsen")
    found = {
        each.evidence.field: each
        for each in comparison(cast.fay, told.id, known.id, on=TODAY).facts
    }
    assert (found[Field.SURNAME].told, found[Field.SURNAME].known) == (["Dobsen"], ["Dobson"])
    assert found[Field.SURNAME].evidence.agreement is Agreement.CLOSE
    assert found[Field.BORN].told == ["27 March 2016"]


def test_a_protected_place_is_neither_compared_nor_shown(cast, tell):
    known, told = tell(), tell(details=PersonDetails(address_protected=True))
    facts = comparison(cast.priya, told.id, known.id, on=TODAY).facts
    address = next(each for each in facts if each.evidence.field is Field.ADDRESS)
    assert address.told == ["address protected"]
    assert address.evidence.agreement is Agreement.NOT_KNOWN


def test_open_suggestions_take_four_queries_however_many(cast, tell, django_assert_num_queries):
    for days in range(6):
        tell(born=date(2016, 3, 20) + timedelta(days=days))
    told = tell()
    suggest(cast, told)
    with django_assert_num_queries(4):
        assert len(shown_to(cast.fay, told)) > 1
