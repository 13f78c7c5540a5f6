"""A year on paper: which copies are made of the weeks that were lived."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from openmash.simulation.rules.years import OFFICE_DAY, YEAR, Weeks, copies_for, whole_copies

THREE_WEEKS = timedelta(weeks=3)
weeks = st.builds(
    lambda contacts, share: Weeks(THREE_WEEKS, contacts, over=round(contacts * share)),
    contacts=st.integers(10, 200),
    share=st.floats(0.1, 1.0),
)
wanted = st.integers(500, 60_000)


def contacts_made(lived: Weeks, copies) -> int:
    return lived.contacts + sum(lived.contacts if each.is_whole else lived.over for each in copies)


@given(weeks, wanted)
def test_a_year_has_the_contacts_it_was_asked_for_give_or_take_one_copy(lived, contacts):
    made = contacts_made(lived, copies_for(lived, contacts=contacts))
    assert contacts <= made + lived.contacts / 2
    assert made <= contacts + lived.contacts


@given(weeks, wanted)
def test_every_copy_has_a_number_of_its_own(lived, contacts):
    numbers = [each.number for each in copies_for(lived, contacts=contacts)]
    assert numbers == list(range(1, len(numbers) + 1))


@given(weeks, wanted)
def test_what_is_still_open_lies_within_a_day_of_what_was_lived(lived, contacts):
    for each in copies_for(lived, contacts=contacts):
        if each.is_whole:
            assert timedelta(0) < each.back <= OFFICE_DAY
        else:
            assert THREE_WEEKS <= each.back < YEAR


@given(weeks, wanted)
def test_the_latest_weeks_are_about_as_busy_as_the_year(lived, contacts):
    whole = [each for each in copies_for(lived, contacts=contacts) if each.is_whole]
    a_share_of_the_year = contacts * (THREE_WEEKS / YEAR)
    assert abs(lived.contacts * (len(whole) + 1) - a_share_of_the_year) <= lived.contacts


def test_a_hub_with_nothing_over_yet_has_no_past():
    lived = Weeks(THREE_WEEKS, contacts=72, over=0)
    assert all(each.is_whole for each in copies_for(lived, contacts=50_000))


def test_how_often_the_open_work_is_copied_can_be_said():
    lived = Weeks(THREE_WEEKS, contacts=72, over=36)
    copies = copies_for(lived, contacts=50_000, whole=300)
    assert [each for each in copies if each.is_whole] == whole_copies(300)
