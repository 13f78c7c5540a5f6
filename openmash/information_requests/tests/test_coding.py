"""Raising and lowering an item's code: the hub may only raise, its owner may lower (A8.2)."""

from datetime import timedelta

import pytest

from openmash.audit.models import AuditEvent
from openmash.chronology.models import Entry
from openmash.core.handling import HandlingCode
from openmash.core.refusals import NotHere
from openmash.information_requests.models import CodeMove, Item
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import returns_on
from openmash.information_requests.services import CannotRecode, lower_code, raise_code, respond
from openmash.sharing.tests.factories import NOW

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def item(cast, ask) -> Item:
    request = ask("police")
    respond(
        by=cast.pia,
        request_id=request.id,
        asked_about_id=request.people.get(position=0).id,
        answer="known",
        items=[ItemGiven(words="Called to the address", code="H1")],
        at=NOW,
    )
    return Item.objects.get()


def entry_code(item: Item) -> str:
    return Entry.objects.get(id=item.entry_id).code


def test_the_hub_raises_a_code_and_the_chronology_follows(cast, item):
    raise_code(
        by=cast.priya, item_id=item.id, to=HandlingCode.H3, why="Names an informant", at=LATER
    )
    item.refresh_from_db()
    assert (item.code, item.raised_to, entry_code(item)) == ("H3", "H3", "H3")
    (move,) = CodeMove.objects.all()
    assert (move.was, move.became, move.moved_by_name) == ("H1", "H3", "Priya Raman")
    event = AuditEvent.objects.get(action="information_requests.recoded")
    assert event.details == {"item": str(item.id)}


def test_only_the_supplying_agency_lowers_it_even_what_the_hub_raised(cast, item):
    raise_code(by=cast.priya, item_id=item.id, to=HandlingCode.H3, why="Care", at=LATER)
    with pytest.raises(CannotRecode, match="agency that supplied"):
        lower_code(by=cast.priya, item_id=item.id, to=HandlingCode.H1, why="Needed", at=LATER)
    lower_code(by=cast.pia, item_id=item.id, to=HandlingCode.H0, why="No harm in it", at=LATER)
    item.refresh_from_db()
    assert (item.code, item.raised_to, entry_code(item)) == ("H0", "", "H0")
    assert CodeMove.objects.count() == 2


def test_the_hub_cannot_lower_a_code_by_raising_it(cast, item):
    with pytest.raises(CannotRecode, match="only raise"):
        raise_code(by=cast.priya, item_id=item.id, to=HandlingCode.H0, why="Product", at=LATER)
    assert not CodeMove.objects.exists()


def test_an_agency_does_not_raise_for_the_hub_and_others_find_nothing(cast, item):
    with pytest.raises(CannotRecode, match="decision maker"):
        raise_code(by=cast.pia, item_id=item.id, to=HandlingCode.H3, why="Mine", at=LATER)
    for name in ("sam", "amira", "noor"):
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            raise_code(by=viewer, item_id=item.id, to=HandlingCode.H3, why="Mine", at=LATER)


def test_an_item_raised_to_h3_is_still_read_by_decision_makers(cast, item):
    raise_code(by=cast.priya, item_id=item.id, to=HandlingCode.H3, why="Care", at=LATER)
    (shown,) = returns_on(cast.priya, item.of_return.request.case_id, LATER)
    assert shown.items[0].words == "Called to the address"
    assert shown.items[0].raised_to == "H3"
