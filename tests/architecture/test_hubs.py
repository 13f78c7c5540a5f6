"""`docs/hubs.md` is held to the tests: every clause is proven, or says what it waits for."""

import pytest

from openmash.governance.rules import preset_names
from tests.architecture import hubs
from tests.architecture.hubs import Clause


@pytest.mark.parametrize("hub", sorted({each.hub for each in hubs.clauses()}))
def test_every_clause_of_a_hub_is_proven_or_says_what_it_waits_for(hub):
    ours = [each for each in hubs.clauses() if each.hub == hub]
    assert len(ours) >= 2
    assert [each.words for each in ours if not each.tests and not each.awaits] == []


def test_every_test_that_is_said_to_prove_something_is_there():
    lost = [
        f"{each.hub}: {file}::{test}"
        for each in hubs.clauses()
        for file, test in each.tests
        if test not in hubs.tests_in(file)
    ]
    assert lost == []


def test_what_is_awaited_is_on_the_list_and_the_list_says_no_more():
    assert {name for each in hubs.clauses() for name in each.awaits} == hubs.awaited()


def test_no_section_is_about_a_hub_that_is_not_there():
    assert {each.hub for each in hubs.clauses()} <= set(preset_names())


def test_a_clause_without_a_proof_would_be_seen():
    assert Clause("x", "Something", "we think so").tests == []
    both = Clause("x", "Two", "`test_a.py::test_b`; **awaits** daily meetings")
    assert (both.tests, both.awaits) == ([("test_a.py", "test_b")], ["daily meetings"])
