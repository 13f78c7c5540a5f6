"""Components say in words what they also show in shapes and colours."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from openmash.core.partial_dates import PartialDate

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def drawn(source, **context):
    page = Template("{% load openmash %}" + source)
    return page.render(Context({"now": NOW, **context}))


@pytest.mark.parametrize(
    ("code", "shape", "word"),
    [("red", "■", "Red"), ("amber", "▲", "Amber"), ("green", "●", "Green"), ("blue", "◆", "Blue")],
)
def test_a_rating_is_a_shape_a_word_and_a_colour(code, shape, word):
    html = drawn("{% rating x %}", x=code)
    assert f'aria-hidden="true">{shape}</span> {word}' in html
    assert f"om-rating--{code}" in html


def test_a_rating_may_be_an_object_with_the_hubs_own_word():
    assert "Rot" in drawn("{% rating x %}", x=SimpleNamespace(colour="red", word="Rot"))
    assert "Not rated" in drawn("{% rating x %}", x=None)


def test_a_clock_has_its_whole_time_for_machines_and_in_the_title():
    html = drawn("{% clock x %}", x={"due_at": NOW - timedelta(hours=2), "stopped_at": None})
    assert 'datetime="2026-11-20T08:00:00+00:00"' in html
    assert 'title="Friday 20 November 2026 at 08:00"' in html
    assert ">late by 2 h</time>" in html


def test_a_clock_that_was_met_is_not_drawn_late_ever_after():
    met = {"due_at": NOW - timedelta(days=9), "stopped_at": NOW - timedelta(days=10)}
    assert "om-clock--late" not in drawn("{% clock x %}", x=met)


def test_no_clock_draws_nothing():
    assert drawn("{% clock x %}", x=None) == ""
    assert drawn("{% moment x %}{% day x %}{% partial_date x %}", x=None) == ""


def test_a_name_keeps_its_direction_and_is_never_markup():
    html = drawn(
        "{% person_name x %}", x={"name": "نور <b>", "born": PartialDate(date(2017, 1, 1))}
    )
    assert html == '<bdi class="om-person">نور &lt;b&gt;</bdi>, 9'


def test_a_name_without_a_birth_has_no_age():
    assert drawn('{% person_name "Maya" %}') == '<bdi class="om-person">Maya</bdi>'


def test_a_handling_code_carries_its_meaning():
    assert drawn('{% handling "H2" %}').count("The hub only") == 2
    assert drawn('{% handling "" %}') == ""


def test_a_source_tells_agency_date_nature_and_code():
    html = drawn('{% source "Health" when "fact" "H1" %}', when=NOW)
    assert "Health · <time" in html
    assert "today 10:00</time> · fact · " in html
    assert ">H1<" in html


def test_agencies_are_marks_with_the_whole_in_words():
    states = [
        {"name": "Police", "letters": "P", "state": "answered"},
        {"name": "Health", "state": "waiting"},
        {"name": "Education", "state": "nil"},
        {"name": "Probation", "letters": "Pr", "state": "refused"},
    ]
    html = drawn("{% agencies_state states %}", states=states)
    for mark in ("P●", "H○", "E–", "Pr✕"):
        assert f'<span aria-hidden="true">{mark}</span>' in html
    assert '<span class="om-hidden">Probation: refused, with a reason</span>' in html


def test_obstacles_are_a_list_and_none_draws_nothing():
    assert "<li>Say why.</li>" in drawn("{% obstacles x %}", x=["Say why."])
    assert drawn("{% obstacles x %}", x=[]).strip() == ""


def test_a_change_link_says_what_it_changes():
    html = drawn("{% summary_list rows %}", rows=[("Area", "ZX9", "/area/")])
    assert '<a class="om-facts__change" href="/area/">Change<span class="om-hidden"> Area' in html


def test_pages_of_a_list_keep_the_filters_in_the_address():
    page = Paginator(range(30), 10).page(2)
    request = RequestFactory().get("/?rating=red&page=2")
    html = drawn("{% pagination page %}", page=page, request=request)
    assert 'href="?rating=red&amp;page=3"' in html
    assert "Page 2 of 3" in html


class TestHouse:
    """A page speaks the hub's own language, and draws its ratings as its policy has them."""

    HOUSE = SimpleNamespace(
        ratings={"red": SimpleNamespace(colour="red", shape="triangle", word="Act now")},
        word=lambda name: {"contact": "notification"}[name],
    )

    def test_a_rating_has_the_hubs_own_word_and_shape(self):
        html = drawn("{% rating x %}", x="red", shell=SimpleNamespace(house=self.HOUSE))
        assert 'aria-hidden="true">▲</span> Act now' in html
        assert "om-rating--red" in html

    def test_a_contact_is_called_what_the_hub_calls_it(self):
        shell = SimpleNamespace(house=self.HOUSE)
        assert drawn('{% hub_word "contact" %}', shell=shell) == "notification"
        assert drawn('{% hub_word "contact" %}') == "contact"
