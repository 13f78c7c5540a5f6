"""Each agency's view: blind first, a row for everybody asked, dissent for good (A10.1, A10.2)."""

from datetime import timedelta

import pytest
from django.db import transaction

from openmash.core.refusals import NotHere
from openmash.decisions.models import View
from openmash.decisions.selectors import views_on
from openmash.decisions.services import CannotGiveView, give_view, record_decision
from openmash.decisions.terms import ViewPosition
from openmash.decisions.tests.factories import NOW, asked, case_of_maya, share, sought


@pytest.fixture
def asked_case(cast, case):
    share(cast, case)
    for kind in ("police", "health"):
        asked(cast, case, kind)
    return case


def view(cast, case, who, position=ViewPosition.DISAGREE, words="Too low: see our calls.", at=NOW):
    return give_view(by=getattr(cast, who), case_id=case.id, position=position, words=words, at=at)


def rows(cast, case, who):
    return {each.agency: each for each in views_on(getattr(cast, who), case.id, NOW)}


def test_every_agency_asked_has_a_row_whether_it_spoke_or_not(cast, asked_case):
    view(cast, asked_case, "tom")
    seen = rows(cast, asked_case, "fay")
    assert list(seen) == ["Rivermead Health", "Rivermead Police"]
    assert (seen["Rivermead Police"].position, seen["Rivermead Health"].is_in) == (
        "Disagrees",
        False,
    )


def test_an_opinion_is_hidden_until_ones_own_is_in(cast, asked_case):
    view(cast, asked_case, "tom")
    blind = rows(cast, asked_case, "lena")["Rivermead Police"]
    assert (blind.is_in, blind.is_readable, blind.words, blind.position) == (True, False, "", "")
    view(cast, asked_case, "lena", ViewPosition.AGREE, "")
    assert rows(cast, asked_case, "lena")["Rivermead Police"].words == "Too low: see our calls."


def test_a_decision_maker_too_says_first_where_their_agency_stands(cast, asked_case):
    view(cast, asked_case, "tom")
    assert not rows(cast, asked_case, "priya")["Rivermead Police"].is_readable
    view(cast, asked_case, "priya", ViewPosition.AGREE, "")
    assert rows(cast, asked_case, "priya")["Rivermead Police"].is_readable


def test_for_a_red_nothing_is_hidden(cast):
    red = case_of_maya(cast, rating="red")
    share(cast, red)
    for kind in ("police", "health"):
        asked(cast, red, kind)
    view(cast, red, "tom")
    assert rows(cast, red, "lena")["Rivermead Police"].is_readable


def test_after_the_decision_every_view_is_read(cast, asked_case):
    view(cast, asked_case, "tom")
    decision = sought(asked_case, outcome="strategy_discussion")
    record_decision(by=cast.priya, case_id=asked_case.id, sought=decision, at=NOW)
    assert rows(cast, asked_case, "lena")["Rivermead Police"].is_readable


def test_dissent_stays_when_an_agency_changes_its_mind(cast, asked_case, footprints):
    view(cast, asked_case, "tom")
    view(cast, asked_case, "tom", ViewPosition.AGREE, "", at=NOW + timedelta(hours=1))
    latest = rows(cast, asked_case, "fay")["Rivermead Police"]
    assert (latest.position, latest.dissent) == ("Agrees", ("Too low: see our calls.",))
    assert footprints("view.") == ["view.given", "view.given"]


def test_a_disagreement_without_words_is_refused_and_leaves_nothing(cast, asked_case, footprints):
    with pytest.raises(CannotGiveView, match="Say why"), transaction.atomic():
        view(cast, asked_case, "tom", words="  ")
    assert not View.objects.exists()
    assert footprints("view.") == []


@pytest.mark.parametrize("who", ["noor", "lee", "eve"])
def test_who_was_not_asked_finds_nothing_to_have_a_view_on(cast, asked_case, who):
    with pytest.raises(NotHere):
        view(cast, asked_case, who)


def test_who_answers_but_gives_no_views_is_refused(cast, asked_case):
    with pytest.raises(CannotGiveView, match="Only an agency asked"):
        view(cast, asked_case, "amira")
