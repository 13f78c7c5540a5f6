"""News reaches those who asked for it, and an error in the hearing is never swallowed."""

from collections import defaultdict
from dataclasses import dataclass

import pytest

from openmash.core import facts
from openmash.core.facts import forget_listeners, tell, when


@dataclass(frozen=True)
class KettleBoiled:
    cups: int


@dataclass(frozen=True)
class KettleBoiledDry(KettleBoiled):
    pass


@pytest.fixture(autouse=True)
def _own_listeners(monkeypatch):
    """Listeners of these tests only; the house's own wiring is put back afterwards."""
    monkeypatch.setattr(facts, "_listeners", defaultdict(list))


def test_everyone_who_asked_hears_in_the_order_they_asked():
    heard = []
    when(KettleBoiled, lambda fact: heard.append(("first", fact.cups)))
    when(KettleBoiled, lambda fact: heard.append(("second", fact.cups)))
    tell(KettleBoiled(2))
    assert heard == [("first", 2), ("second", 2)]


def test_asking_twice_is_hearing_once():
    heard: list[KettleBoiled] = []
    when(KettleBoiled, heard.append)
    when(KettleBoiled, heard.append)
    tell(KettleBoiled(1))
    assert heard == [KettleBoiled(1)]


def test_a_fact_is_told_to_listeners_of_exactly_that_fact():
    heard: list[KettleBoiled] = []
    when(KettleBoiled, heard.append)
    tell(KettleBoiledDry(0))
    assert heard == []


def test_news_nobody_listens_for_is_no_error_and_leaves_nothing_behind():
    tell(KettleBoiled(1))
    heard: list[KettleBoiled] = []
    when(KettleBoiled, heard.append)
    assert heard == []


def test_an_error_in_a_listener_is_the_tellers_error():
    def spill(fact):
        raise RuntimeError("spilt")

    when(KettleBoiled, spill)
    with pytest.raises(RuntimeError, match="spilt"):
        tell(KettleBoiled(1))


def test_listeners_can_be_forgotten():
    heard: list[KettleBoiled] = []
    when(KettleBoiled, heard.append)
    forget_listeners()
    tell(KettleBoiled(1))
    assert heard == []
