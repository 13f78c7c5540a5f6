"""`openmash announce`: an operator tells every hub of a nation, or one hub's calendar."""

import pytest
from django.core.management import call_command

from openmash.accounts.services import act_as
from openmash.governance.models import AnnouncedDay
from tests.cast import maker

HOLIDAY = ("announce", "2026-11-30", "bank_holiday")


@pytest.fixture
def said(capsys):
    def run(*words):
        try:
            call_command(*words)
        except SystemExit as stopped:
            return stopped.code, capsys.readouterr().err
        return 0, capsys.readouterr().out

    return run


def test_a_nations_holiday_is_told_to_every_hub_it_is_for(cast, said):
    code, out = said(*HOLIDAY, "--nation", "ENG", "--nation", "WLS", "--why", "Proclaimed.")
    assert code == 0
    assert out.splitlines() == [
        "Elsewhere hub: A bank holiday, 30 November 2026; clocks counted again: 0.",
        "Rivermead hub: A bank holiday, 30 November 2026; clocks counted again: 0.",
    ]
    act_as(maker(cast.hub, cast.elsewhere))
    assert {each.nation for each in AnnouncedDay.objects.all()} == {"ENG"}
    assert AnnouncedDay.objects.count() == 2


def test_one_hubs_calendar_closes(cast, said):
    closes = ("announce", "2026-11-30", "closed", "--hub", "rivermead", "--calendar", "hub")
    code, out = said(*closes, "--why", "Moving house.")
    assert (code, out.startswith("Rivermead hub: Closed, 30 November 2026")) == (0, True)
    act_as(maker(cast.hub, cast.elsewhere))
    assert AnnouncedDay.objects.get().hub_id == cast.hub.id


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([*HOLIDAY, "--why", "x"], "Say whose bank holiday it is"),
        ([*HOLIDAY, "--why", " ", "--nation", "ENG"], "Say why in a sentence"),
        ([*HOLIDAY, "--why", "x", "--nation", "SCT", "--hub", "rivermead"], "Use one of: ENG."),
        ([*HOLIDAY, "--why", "x", "--nation", "ENG", "--hub", "moon"], "There is no hub “moon”."),
        (["announce", "2026-11-30", "closed", "--why", "x"], "Say which hub's calendar"),
        (
            [
                *("announce", "2026-11-30", "closed", "--why", "x"),
                *("--hub", "rivermead", "--calendar", "moon"),
            ],
            "Use one of: hub.",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(cast, said, words, told):
    code, out = said(*words)
    assert code == 2
    assert told in out
    act_as(maker(cast.hub, cast.elsewhere))
    assert not AnnouncedDay.objects.exists()
