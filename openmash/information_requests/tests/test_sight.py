"""What each of the cast reads of the agencies' answers, held against the rule on paper (A8.2)."""

from dataclasses import replace
from datetime import timedelta
from itertools import product
from uuid import UUID

import pytest

from openmash.chronology.models import Entry
from openmash.core.handling import HandlingCode
from openmash.core.refusals import NotHere
from openmash.core.sight import Marking, Sight, sight_of
from openmash.core.viewers import Viewer
from openmash.governance.rules import load_preset
from openmash.governance.services import adopt_policy
from openmash.governance.terms import Visibility
from openmash.information_requests.models import FormOfWords, Item
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.selectors import agencies_state, returns_on
from openmash.information_requests.services import nil_return, respond
from openmash.information_requests.terms import AgencyAnswer
from openmash.sharing.tests.factories import NOW
from tests.settling import settle

LATER = NOW + timedelta(hours=1)
EVERYBODY = ["priya", "maya", "sam", "fay", "abel", "tom", "pia", "amira", "lena", "eve"]
OUTSIDERS = ["noor", "lee", "joe", "ravi", "kit", "root", "rosa"]
ANSWERERS = {"police": "pia", "health": "amira"}


def an_item(code: HandlingCode, audience: tuple[UUID, ...], has_form: bool) -> ItemGiven:
    form = has_form and code.height >= 3
    return ItemGiven(
        words=f"{code} for {len(audience)}",
        code=code.value,
        audience=audience,
        speak_to="DS Ames" if code is HandlingCode.H4 else "",
        form_of_words="Something is held." if form else "",
        form_of_words_code="H1" if form else "",
    )


@pytest.fixture
def told(cast, ask):
    """Have police and health each give an item of every code, named for nobody, Eve and Tom."""
    audiences = [(), (cast.eve.id,), (cast.tom.id,)]
    ask("education")
    for kind, who in ANSWERERS.items():
        request = ask(kind)
        respond(
            by=getattr(cast, who),
            request_id=request.id,
            asked_about_id=request.people.get(position=0).id,
            answer="known",
            items=[an_item(*each) for each in product(HandlingCode, audiences, [False, True])],
            at=LATER,
        )


def open_hub(cast) -> None:
    """Have the hub adopt the open preset, and everybody's standing know of it."""
    document = load_preset("london").model_copy(update={"visibility": Visibility.OPEN})
    adopt_policy(by=cast.maya, hub_id=cast.hub.id, document=document, effective_from=NOW, at=NOW)
    cast.hub.refresh_from_db()
    changed = cast.hub.policies_changed_at
    for name, viewer in cast.viewers.items():
        standings = tuple(replace(each, policies_changed_at=changed) for each in viewer.standings)
        cast.viewers[name] = replace(viewer, standings=standings)


def marking(row: Item | FormOfWords) -> Marking:
    return Marking(row.hub_id, HandlingCode(row.code), row.supplied_by_id, tuple(row.audience))


def expected(viewer: Viewer, visibility: str) -> dict[UUID, tuple[Sight, bool]]:
    """Return what the rule on paper shows of every item: how much, and whether its form."""
    found: dict[UUID, tuple[Sight, bool]] = {}
    forms = {each.item_id: each for each in FormOfWords.objects.all()}
    for item in Item.objects.all():
        sight = sight_of(viewer, marking(item), visibility=visibility)
        form = forms.get(item.id)
        has_form = form is not None and (
            sight_of(viewer, marking(form), visibility=visibility) is Sight.WHOLE
        )
        if sight is not Sight.NOTHING or has_form:
            found[item.id] = (sight, has_form)
    return found


@pytest.mark.parametrize("visibility", list(Visibility))
def test_what_is_shown_is_what_the_rule_says_for_each_of_the_cast(
    cast, told, shared_case, visibility
):
    if visibility is Visibility.OPEN:
        open_hub(cast)
    for name in EVERYBODY:
        viewer = cast.viewers[name]
        shown = {
            item.id: (item.sight, item.form is not None)
            for each in returns_on(viewer, shared_case.id, LATER)
            for item in each.items
        }
        assert shown == expected(viewer, visibility.value), name


def test_an_agency_of_partial_sight_sees_no_more_in_an_open_hub_than_in_a_closed_one(
    cast, told, shared_case
):
    settle(cast, visibility="open", agencies=[{"kind": "health", "sight": "partial"}])
    for name in EVERYBODY:
        viewer = cast.viewers[name]
        partial = {each.agency_kind for each in viewer.standings} == {"health"}
        shown = {
            item.id: (item.sight, item.form is not None)
            for each in returns_on(viewer, shared_case.id, LATER)
            for item in each.items
        }
        assert shown == expected(viewer, "closed" if partial else "open"), name
    assert {each.agency_kind for each in cast.amira.standings} == {"health"}


@pytest.mark.parametrize("visibility", list(Visibility))
def test_words_are_shown_only_of_what_is_seen_whole(cast, told, shared_case, visibility):
    if visibility is Visibility.OPEN:
        open_hub(cast)
    for name in EVERYBODY:
        for each in returns_on(cast.viewers[name], shared_case.id, LATER):
            for item in each.items:
                assert bool(item.words) == (item.sight is Sight.WHOLE), name
                assert bool(item.speak_to) <= (item.sight is not Sight.NOTHING), name


def test_a_decision_maker_learns_that_an_h4_item_exists_and_whom_to_speak_to(
    cast, told, shared_case
):
    seen = [
        item
        for each in returns_on(cast.priya, shared_case.id, LATER)
        for item in each.items
        if item.code is HandlingCode.H4
    ]
    assert len(seen) == 12
    assert {(each.sight, each.words, each.speak_to) for each in seen} == {
        (Sight.EXISTS, "", "DS Ames")
    }
    assert all(each.must_speak for each in seen)


def test_outsiders_find_no_case_to_read_about(cast, told, shared_case):
    for name in OUTSIDERS:
        viewer = cast.see_as(name)
        with pytest.raises(NotHere):
            returns_on(viewer, shared_case.id, LATER)


def test_the_returns_of_a_case_cost_the_same_however_many_items(
    cast, told, shared_case, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        returns_on(cast.priya, shared_case.id, LATER)


def nothing_and_hidden(cast, ask) -> None:
    """Have police hold only an H4 item, and health nothing."""
    police, health = ask("police"), ask("health")
    maya, gordon = police.people.order_by("position")
    hidden = ItemGiven(words="Live operation", code="H4", speak_to="DS Ames")
    respond(
        by=cast.pia,
        request_id=police.id,
        asked_about_id=maya.id,
        answer="known",
        items=[hidden],
        at=LATER,
    )
    nil_return(by=cast.pia, asked_about_ids=[gordon.id], at=LATER)
    lines = list(health.people.values_list("id", flat=True))
    nil_return(by=cast.amira, asked_about_ids=lines, at=LATER)


def test_nobody_but_a_decision_maker_can_tell_nothing_from_something_hidden(cast, ask, shared_case):
    ask("education")
    nothing_and_hidden(cast, ask)
    open_hub(cast)
    for name in ("sam", "fay", "eve"):
        viewer = cast.viewers[name]
        assert returns_on(viewer, shared_case.id, LATER) == [], name
        marks = agencies_state([shared_case.id], viewer=viewer, at=LATER)[shared_case.id]
        states = {each.letters: each.state for each in marks}
        assert states["P"] == states["H"] == AgencyAnswer.ANSWERED, name


def test_a_decision_maker_sees_who_holds_nothing_who_refused_and_who_is_late(
    cast, ask, shared_case
):
    education, housing = ask("education"), ask("housing")
    nothing_and_hidden(cast, ask)
    for line in housing.people.all():
        respond(
            by=cast.hana,
            request_id=housing.id,
            asked_about_id=line.id,
            answer="cannot_disclose",
            refused_because="no_lawful_basis",
            refused_words="The tenancy is not ours.",
            at=LATER,
        )
    late = education.due_at + timedelta(minutes=1)
    marks = agencies_state([shared_case.id], viewer=cast.priya, at=late)[shared_case.id]
    assert {each.letters: each.state.value for each in marks} == {
        "E": "late",
        "HO": "refused",
        "P": "answered",
        "H": "nil",
    }


def test_marks_of_many_cases_cost_one_query(cast, ask, shared_case, django_assert_max_num_queries):
    ask("police")
    ask("health")
    with django_assert_max_num_queries(1):
        agencies_state([shared_case.id], viewer=cast.priya, at=LATER)


def test_the_chronology_keeps_the_same_codes_as_the_items(cast, told):
    entry_code = dict(Entry.objects.values_list("id", "code"))
    rows: list[Item | FormOfWords] = [*Item.objects.all(), *FormOfWords.objects.all()]
    assert {each.entry_id: each.code for each in rows} == entry_code
