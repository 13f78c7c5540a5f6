"""Which candidates are worth showing: one for each identity, none already set aside."""

from datetime import date

from openmash.core.partial_dates import PartialDate
from openmash.matching.rules import (
    cautions_in,
    compare,
    kept,
    rank,
    reasons_in,
    worth_showing,
)
from openmash.people.rules import AddressFact, IdentifierFact, NameFact, PersonFacts
from openmash.people.terms import IdentifierScheme

MAYA = PersonFacts(
    names=(NameFact("Maya", "Dobson"),),
    born=PartialDate(date(2016, 3, 27)),
    addresses=(AddressFact("4 Quarry Row", "ZX9 1AA"),),
    identifiers=(IdentifierFact(IdentifierScheme.NHS_NUMBER, "9991234560"),),
)
LESS = PersonFacts(names=MAYA.names, born=MAYA.born)
STRANGER = PersonFacts(names=(NameFact("Iwan", "Prys"),), born=PartialDate(date(1944, 1, 2)))


def worth(candidates, *, identities=None, kept_apart_on=None):
    own = {key: key for key in candidates}
    ranked = rank([(key, compare(MAYA, facts)) for key, facts in candidates.items()])
    found = worth_showing(
        ranked, identities={**own, **(identities or {})}, kept_apart_on=kept_apart_on or {}
    )
    return [each.key for each in found]


def test_a_stranger_is_not_worth_a_look():
    assert worth({"maya": MAYA, "stranger": STRANGER}) == ["maya"]


def test_an_identity_is_shown_once_by_its_best_record():
    assert worth({"less": LESS, "maya": MAYA}, identities={"less": "one", "maya": "one"}) == [
        "maya"
    ]


def test_a_pair_set_aside_on_the_same_evidence_is_not_shown_again():
    assert worth({"less": LESS}, kept_apart_on={"less": kept(compare(MAYA, LESS))}) == []


def test_new_evidence_brings_a_pair_back():
    before = kept(compare(MAYA, LESS))
    assert worth({"less": MAYA}, kept_apart_on={"less": before}) == ["less"]


def test_a_heavier_record_brings_its_identity_back_and_a_lighter_one_does_not():
    one = {"less": "one", "maya": "one"}
    on_less, on_maya = kept(compare(MAYA, LESS)), kept(compare(MAYA, MAYA))
    both = {"less": LESS, "maya": MAYA}
    assert worth(both, identities=one, kept_apart_on={"less": on_less}) == ["maya"]
    assert worth(both, identities=one, kept_apart_on={"maya": on_maya}) == []


def test_what_is_kept_reads_back_as_the_reasons_that_were_given():
    found = compare(MAYA, LESS)
    told = [f"{each.label}: {each.words}" for each in reasons_in(kept(found))]
    assert [each.label for each in cautions_in(kept(found))] + told == found.because()
