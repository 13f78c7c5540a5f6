"""The benchmarks' own arithmetic: a figure nobody can trust is worse than none."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from bench import clocks
from bench.concerns import ENCODING, police_file
from bench.figures import in_ms, percentile

times = st.lists(st.floats(0.001, 10.0), min_size=1, max_size=200)


@given(times, st.floats(0.0, 1.0))
def test_a_percentile_is_one_of_the_times_that_were_measured(seconds, share):
    assert percentile(seconds, share) in seconds


@given(times)
def test_no_more_than_one_in_twenty_is_above_the_p95(seconds):
    above = [each for each in seconds if each > percentile(seconds, 0.95)]
    assert len(above) <= len(seconds) / 20


@given(times)
def test_figures_are_in_order(seconds):
    told = in_ms(seconds)
    assert told["N"] == len(seconds)
    assert told["p50"] <= told["p95"] <= told["max"]


def test_the_police_file_has_as_many_notifications_as_were_asked_for():
    told = police_file(1_000).decode(ENCODING)
    references = [row["URN"] for row in csv.DictReader(io.StringIO(told, newline=""))]
    assert len(set(references)) == 1_000


def test_clocks_are_asked_of_the_engine_and_the_oracle_alike(capsys):
    found = clocks.run(quick=True, number=clocks.OF_ONE_CALENDAR)
    assert (found["N"], found["mismatches"]) == (clocks.OF_ONE_CALENDAR, 0)
    assert "2,000 deadlines over 1 calendars: 0 differ." in capsys.readouterr().out


def test_an_answer_that_differs_is_counted_and_shown():
    wrong = clocks.Tried(1, ("calendar 0: …",), ours=1.0, oracles=1.0, least=1.0)
    assert clocks._told([wrong], 1.0)["mismatches"] == 1
