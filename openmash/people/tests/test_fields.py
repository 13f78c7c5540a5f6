"""Dates are typed as people know them, and read without guessing."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from openmash.core.partial_dates import PartialDate, Precision
from openmash.people.fields import (
    DayBoxes,
    DayField,
    MomentBoxes,
    MomentField,
    PartialDateBoxes,
    PartialDateField,
    read_month,
    read_time,
)

ANY_DAY = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@given(day=ANY_DAY)
def test_a_day_comes_back_as_it_was_typed(day):
    field = DayField(label="Born")
    assert field.clean(DayBoxes().decompress(day)) == day


@given(day=ANY_DAY, precision=st.sampled_from([Precision.DAY, Precision.MONTH, Precision.YEAR]))
def test_a_partial_date_comes_back_with_what_was_known(day, precision):
    start = {Precision.DAY: day, Precision.MONTH: day.replace(day=1)}
    told = PartialDate(start.get(precision, day.replace(day=1, month=1)), precision)
    field = PartialDateField(label="Born")
    assert field.clean(PartialDateBoxes().decompress(told)) == told


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_a_moment_comes_back_to_the_minute_on_londons_clock(at):
    at = at.replace(second=0, microsecond=0, tzinfo=UTC)
    field = MomentField(label="Seen")
    boxes = MomentBoxes().decompress(at)
    assert MomentBoxes().decompress(field.clean(boxes)) == boxes


def test_a_partial_date_may_be_about_a_year():
    said = ["", "", "2016", "True"]
    assert PartialDateField().clean(said) == PartialDate(date(2016, 1, 1), Precision.ABOUT)


def test_nothing_typed_is_nothing_known():
    assert PartialDateField(required=False).clean(["", "", "", "False"]) is None
    assert PartialDateField(required=False).clean(["", "", "", "True"]) is None
    assert DayField(required=False).clean(["", "", ""]) is None
    assert MomentField(required=False).clean(["", "", "", ""]) is None


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        (["31", "2", "2020"], "Born must be a real date, such as 27 3 2016."),
        (["3", "smarch", "2020"], "Born must be a real date, such as 27 3 2016."),
        (["3", "3", "20"], "Born must be a real date, such as 27 3 2016."),
        (["3", "", "2020"], "Born must include a day, a month and a year."),
    ],
)
def test_a_day_that_cannot_be_is_refused_in_words_that_name_the_field(boxes, words):
    with pytest.raises(ValidationError) as refusal:
        DayField(label="Born").clean(boxes)
    assert refusal.value.messages == [words]


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        (["", "5", "", ""], "Born must include a year, or be left empty."),
        (["4", "", "2020", ""], "Born has a day but no month."),
        (["31", "6", "2020", ""], "Born must be a real date, such as 27 3 2016."),
    ],
)
def test_a_partial_date_that_cannot_be_read_is_refused(boxes, words):
    with pytest.raises(ValidationError) as refusal:
        PartialDateField(label="Born").clean(boxes)
    assert refusal.value.messages == [words]


@pytest.mark.parametrize("said", ["3", "03", "Mar", "march", "MARCH", "Mawrth"])
def test_a_month_may_be_a_number_or_a_word_in_either_language(said):
    assert read_month(said) == 3


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("17:05", (17, 5)),
        ("1705", (17, 5)),
        ("905", (9, 5)),
        ("5.05pm", (17, 5)),
        ("9am", (9, 0)),
        ("12 pm", (12, 0)),
        ("12am", (0, 0)),
        ("9", (9, 0)),
        ("25:00", None),
        ("9:75", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(said, read):
    assert read_time(said) == read


def test_an_hour_the_clocks_skipped_is_refused():
    with pytest.raises(ValidationError, match="did not happen"):
        MomentField(label="Seen").clean(["29", "3", "2026", "01:30"])


def test_a_summer_moment_is_an_hour_behind_the_wall_in_utc():
    typed = MomentField(label="Seen").clean(["1", "7", "2026", "10:05"])
    assert typed == datetime(2026, 7, 1, 9, 5, tzinfo=UTC)
