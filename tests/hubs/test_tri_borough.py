"""Tri-borough: one remote hub for three authorities, each with its own thresholds and system."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from openmash.accounts.selectors import public_hubs
from openmash.cases.selectors import case_by_id
from openmash.core.refusals import NotHere
from openmash.governance.terms import Edition
from openmash.insight.rules import Period
from openmash.insight.selectors.figures import figures
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import Channel, SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import decide, handed_over, opened, screened, told
from tests.hubs.reading import usually_asked
from tests.steps import a_child

NORTH, EAST, WEST = (
    replace(a_child(given, family, born), address=address, postcode=postcode)
    for given, family, born, address, postcode in (
        ("Nia", "Vale", date(2018, 5, 27), "1 Quay", "ZX31 1AA"),
        ("Otis", "Marsh", date(2011, 2, 3), "8 Mill Lane", "ZX41 1AA"),
        ("Wren", "Hollis", date(2015, 8, 30), "40 Tower Court", "ZX51 1AA"),
    )
)
WENT_LIVE = datetime(2013, 8, 5, 9, 0, tzinfo=UTC)
SEPTEMBER = datetime(2013, 9, 10, 10, 0, tzinfo=UTC)
OCTOBER = datetime(2013, 10, 8, 10, 0, tzinfo=UTC)
POLICE = {"source": SourceCode.POLICE, "channel": Channel.POLICE_IMPORT}


@pytest.fixture
def cast(found_hub):
    return found_hub("tri-borough")


@pytest.fixture
def in_2013(found_hub):
    return found_hub("tri-borough", Edition.AS_DESCRIBED, founded_at=WENT_LIVE, now=OCTOBER)


@pytest.mark.parametrize(
    ("child", "document"),
    [
        (NORTH, "Northgate threshold of needs guide, 7"),
        (EAST, "Eastgate continuum of need, 4"),
        (WEST, "Westgate levels of support, 3"),
    ],
)
def test_each_borough_decides_by_its_own_threshold_document(cast, child, document):
    case = opened(cast, told(cast, child), can_decide_now=True)
    assert decide(cast, case, "child_assessment").threshold_version == document


def test_only_the_boroughs_own_social_care_is_asked(cast):
    case = opened(cast, told(cast, EAST))
    asked = usually_asked(cast, case)
    assert "Eastgate Children's Social Care" in asked
    assert asked.isdisjoint({"Northgate Children's Social Care", "Westgate Children's Social Care"})
    assert "Northgate Homes" not in asked


def test_the_borough_takes_it_in_its_own_system_and_another_does_not_see_it(cast):
    case = opened(cast, told(cast, EAST), can_decide_now=True)
    decision = decide(cast, case, "child_assessment")
    handover = handed_over(cast, decision, "Eastgate Locality Team")
    with pytest.raises(NotHere):
        accept_handover(by=cast.see_as("ben"), handover_id=handover.id, at=NOW)
    accepted = accept_handover(
        by=cast.see_as("ada"), handover_id=handover.id, system_reference="L-4471", at=NOW
    )
    assert (accepted.system_name, accepted.system_reference) == ("Liquidlogic", "L-4471")


def test_the_hub_never_meets_the_public(cast):
    contact = told(cast, EAST, channel=Channel.PUBLIC_FORM, source=SourceCode.ACQUAINTANCE)
    with pytest.raises(CannotScreenYet, match="locality team of the borough"):
        screened(cast, contact)
    assert screened(cast, contact, can_decide_now=True)
    assert cast.hub not in public_hubs()
    assert cast.elsewhere in public_hubs()


def test_the_locality_teams_own_rating_is_kept_beside_the_hubs(cast):
    contact = told(
        cast,
        EAST,
        source=SourceCode.SOCIAL_CARE,
        channel=Channel.EMAIL,
        organisation="Eastgate Locality Team",
        sender_rating="amber",
    )
    case = opened(cast, contact, rating="green")
    assert (contact.sender_rating, case.rating) == ("amber", "green")


def test_in_september_2013_the_police_were_there_for_the_first_authority_alone(in_2013):
    first = told(in_2013, NORTH, at=SEPTEMBER, **POLICE)
    second = told(in_2013, EAST, at=SEPTEMBER, **POLICE)
    case = opened(in_2013, first, at=SEPTEMBER)
    assert "Three Gates Police" in usually_asked(in_2013, case, at=SEPTEMBER)
    with pytest.raises(CannotScreenYet, match="before police staff are in place"):
        screened(in_2013, second, at=SEPTEMBER)


def test_from_october_they_were_there_for_the_others(in_2013):
    case = opened(in_2013, told(in_2013, EAST, at=OCTOBER, **POLICE), at=OCTOBER)
    asked = usually_asked(in_2013, case, at=OCTOBER)
    assert "Three Gates Police, second desk" in asked
    assert "Three Gates Police" not in asked


def test_the_analyst_looks_across_the_three_boroughs_and_at_no_case(cast):
    told(cast, NORTH)
    told(cast, WEST)
    case = opened(cast, told(cast, EAST))
    today = Period(NOW.date(), NOW.date())
    assert figures(cast.see_as("ravi"), cast.hub.id, today, at=NOW).contacts == 3
    with pytest.raises(NotHere):
        case_by_id(cast.see_as("ravi"), case.id)
