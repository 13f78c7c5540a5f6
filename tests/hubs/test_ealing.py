"""Ealing: exploitation looked at by all of them, and no hierarchy; then on, or down."""

import pytest

from openmash.decisions.terms import DiscussionKind
from openmash.intake.terms import PresentingReason
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import (
    answer,
    ask,
    decide,
    discuss,
    handed_over,
    opened,
    read_by,
    share,
    told,
)
from tests.hubs.reading import usually_asked


@pytest.fixture
def cast(found_hub):
    return found_hub("ealing")


@pytest.fixture
def case(cast):
    case = opened(cast, told(cast, reasons=(PresentingReason.SEXUAL_EXPLOITATION,)))
    share(cast, case)
    return case


def test_every_partner_at_the_table_reads_what_the_others_pooled(cast, case):
    police, safety, yjs = ask(cast, case, "police", "community_safety", "yjs")
    answer(cast, police, "pia", "Seen in the car of two men.")
    answer(cast, safety, "colm", "The stairwell by the arcade.")
    answer(cast, yjs, "yan", "Stopped coming in June.")
    for who in ("fay", "pia", "colm", "yan"):
        assert len(read_by(cast, who, case)) == 3


def test_what_all_of_them_said_at_the_days_meeting_is_kept_on_the_case(cast, case):
    partners = ("csc", "police", "health", "education", "yjs", "community_safety")
    kept = discuss(cast, case, *partners, kind=DiscussionKind.HUB, chaired_by="Maya Lund")
    assert kept.participants.count() == len(partners)


@pytest.mark.parametrize("reason", ["gangs", "child_sexual_exploitation", "trafficking", "missing"])
def test_what_it_is_about_can_be_said_on_the_form(cast, client, reason):
    page = cast.sign_in(client, "lee").get("/contacts/refer/").content.decode()
    assert f'value="{reason}"' in page


def test_community_safety_is_asked_about_exploitation(cast, case):
    assert "Elmsworth Community Safety" in usually_asked(cast, case)


@pytest.mark.parametrize(
    ("outcome", "team", "manager"),
    [
        ("child_assessment", "Elmsworth Locality Team", "rosa"),
        ("family_help", "Elmsworth Early Intervention", "dee"),
    ],
)
def test_the_hub_withdraws_to_a_locality_team_or_steps_down(cast, outcome, team, manager):
    case = opened(cast, can_decide_now=True)
    handover = handed_over(cast, decide(cast, case, outcome), team)
    assert accept_handover(by=cast.see_as(manager), handover_id=handover.id, at=NOW)
