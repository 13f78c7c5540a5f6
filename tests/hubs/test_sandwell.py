"""Sandwell: Red is met on within four hours, every agency speaks, and it is rated again (S-HO)."""

from datetime import timedelta

import pytest

from openmash.cases.models import Rating
from openmash.cases.services import rate_case
from openmash.decisions.services import CannotDecideYet
from openmash.decisions.terms import DiscussionKind, ViewPosition
from openmash.governance.terms import ClockKind, Track
from openmash.information_requests.selectors import ask_options
from tests.cast import NOW
from tests.hubs.living import (
    ASKED,
    answer,
    ask,
    clock,
    decide,
    discuss,
    opened,
    read_by,
    share,
    told,
    view,
)

SPEAK = {
    "police": "tom",
    "health": "amira",
    "education": "eve",
    "probation": "joe",
    "housing": "hana",
    "early_help": "dee",
    "da_service": "ines",
    "asc": "fern",
    "yjs": "yan",
    "adult_mental_health": "nell",
}


@pytest.mark.parametrize(("rating", "hours"), [("red", 4), ("amber", 24), ("green", 72)])
def test_what_is_compiled_is_due_in_four_twenty_four_and_seventy_two_hours(
    found_hub, rating, hours
):
    case = opened(found_hub("sandwell"), rating=rating)
    assert clock(case.id, ClockKind.PRODUCT).due_at == ASKED + timedelta(hours=hours)


def test_a_red_is_checked_and_met_on_and_does_not_skip_to_allocation(found_hub):
    cast = found_hub("sandwell")
    case = opened(cast, rating="red")
    assert case.status == "checks"
    options = ask_options(cast.see_as("fay"), case, ASKED)
    assert {each.kind for each in options.agencies if each.by_default} >= {*SPEAK} - {"da_service"}


def test_the_social_worker_chairs_every_agency_speaks_and_it_is_rated_again(found_hub):
    cast = found_hub("sandwell")
    case = opened(cast, told(cast), Track.CHILD_EN, rating="red")
    share(cast, case, agreement="not_sought")
    ask(cast, case, *SPEAK)
    discuss(cast, case, "csc", *SPEAK, kind=DiscussionKind.HUB, chaired_by="Fay Morgan")

    for who in set(SPEAK.values()) - {"nell"}:
        view(cast, case, who)
    with pytest.raises(CannotDecideYet, match="decided jointly, and Adult mental health gave no"):
        decide(cast, case, "child_assessment", without_returns_because="Said in the room.")

    view(cast, case, "nell", ViewPosition.DISAGREE, "Her mother is well; I would go to early help.")
    rate_case(
        by=cast.see_as("priya"),
        case_id=case.id,
        rating="amber",
        why="After the meeting: her needs are best met by an assessment.",
        as_hub=True,
        at=NOW - timedelta(minutes=30),
    )
    decision = decide(cast, case, "child_assessment", without_returns_because="Said in the room.")

    hub = Rating.objects.filter(case=case, is_hub=True).order_by("rated_at")
    assert [each.rating for each in hub] == ["red", "amber"]
    assert decision.rating == "amber"
    assert decision.decided_at <= clock(case.id, ClockKind.PRODUCT).due_at
    assert case.views.filter(position="disagree").count() == 1  # dissent stays for good


def test_somebody_who_is_there_part_of_the_week_is_gone_without_in_writing(found_hub):
    cast = found_hub("sandwell")
    case = opened(cast, rating="amber")
    share(cast, case)
    ask(cast, case, "police")
    view(cast, case, "tom")
    decision = decide(
        cast,
        case,
        "child_assessment",
        words="The others are not in today, and nothing they hold could change it.",
        without_returns_because="The others are not in today.",
    )
    assert decision.outcomes.get().words.startswith("The others are not in today")


def test_every_agency_reads_what_the_others_found(found_hub):
    cast = found_hub("sandwell")
    case = opened(cast, rating="amber")
    share(cast, case)
    police, _ = ask(cast, case, "police", "housing")
    answer(cast, police, "pia", "Called to the address twice.")
    assert read_by(cast, "hana", case) == {"Called to the address twice."}
