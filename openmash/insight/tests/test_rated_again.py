"""What one agency rated against what the hub rates (A5.6)."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from openmash.cases.services import add_agency_to_case, rate_case
from openmash.cases.tests.factories import MAYA, NOW
from openmash.insight.rules import Period, RatedAgain, rated_again
from openmash.insight.selectors import figures
from openmash.insight.tests.factories import LATER, child, red_case

ORDER = {"red": 1, "amber": 2, "green": 3}
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
ratings = st.sampled_from([*ORDER, "gone"])


def test_more_urgent_is_raised():
    pairs = [("green", "red"), ("amber", "amber"), ("red", "green"), ("green", "amber")]
    assert rated_again(pairs, ORDER) == RatedAgain(raised=2, same=1, lowered=1)


@given(st.lists(st.tuples(ratings, ratings)))
def test_every_pair_that_can_be_compared_is_counted_once_and_turned_round_it_is_the_opposite(pairs):
    there = rated_again(pairs, ORDER)
    back = rated_again([(now, was) for was, now in pairs], ORDER)
    assert there.of == sum("gone" not in each for each in pairs)
    assert (there.raised, there.lowered) == (back.lowered, back.raised)


def test_shares_are_whole_hundredths_and_of_none_there_are_none():
    assert RatedAgain().percent(0) == 0
    assert RatedAgain(raised=27, same=66, lowered=7).lines == (
        ("raised", 27, 27),
        ("same", 66, 66),
        ("lowered", 7, 7),
    )


def rated_by_the_police(cast, person, rating):
    case = red_case(cast, person)
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    tom = cast.see_as("tom")
    rate_case(by=tom, case_id=case.id, rating=rating, why="As seen.", as_hub=False, at=NOW)
    rate_case(by=tom, case_id=case.id, rating="blue", why="Again.", as_hub=False, at=LATER)


def test_the_first_rating_an_agency_gave_is_the_one_compared(cast):
    rated_by_the_police(cast, MAYA, "green")
    rated_by_the_police(cast, child("Ada"), "red")
    red_case(cast, child("Nobody"))  # no agency rated it
    found = figures(cast.see_as("bea"), cast.hub.id, NOVEMBER, at=LATER).rated_again
    assert (found.raised, found.same, found.lowered) == (1, 1, 0)


def test_the_figures_page_says_how_often_the_hub_rates_otherwise(cast, client):
    page = cast.sign_in(client, "bea").get("/figures/").content.decode()
    assert "Rated by one agency" not in page
    rated_by_the_police(cast, MAYA, "green")
    page = cast.sign_in(client, "bea").get("/figures/?since=2026-11-01&last=2026-11-30")
    assert "Rated by one agency, and by the hub" in page.content.decode()
    assert "100%" in page.content.decode()
