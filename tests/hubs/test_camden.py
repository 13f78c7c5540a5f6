"""Camden: one stream at a time, and what its management information is made of."""

import pytest

from openmash.cases.selectors import ratings_of
from openmash.cases.services import rate_case
from openmash.decisions.selectors import outcomes_of
from openmash.governance.terms import ClockKind, Disposal, Edition
from openmash.intake.services import CannotScreenYet
from openmash.intake.terms import Channel, ContactKind, PresentingReason, SourceCode
from openmash.pathways.services import accept_handover
from tests.cast import NOW
from tests.hubs.living import decide, handed_over, opened, screened, told
from tests.hubs.reading import clock_on

POLICE = {"source": SourceCode.POLICE, "channel": Channel.POLICE_IMPORT}
FORM = {"source": SourceCode.SCHOOL, "channel": Channel.PORTAL}
COURT = {
    "source": SourceCode.OTHER_LEGAL,
    "channel": Channel.COURT_REQUEST,
    "kind": ContactKind.INFORMATION,
}
NIGHT = {"source": SourceCode.SOCIAL_CARE, "channel": Channel.OUT_OF_HOURS}
TELEPHONE = {"source": SourceCode.GP, "channel": Channel.PHONE}


@pytest.mark.parametrize(
    "stream", [POLICE, FORM, COURT, NIGHT], ids=["police", "form", "court", "night"]
)
def test_four_streams_are_checked_as_described(found_hub, stream):
    cast = found_hub("camden", Edition.AS_DESCRIBED)
    assert screened(cast, told(cast, **stream))


def test_a_telephone_referral_was_not_the_hubs_then_and_is_today(found_hub):
    cast = found_hub("camden", Edition.AS_DESCRIBED)
    with pytest.raises(CannotScreenYet, match="This hub takes"):
        screened(cast, told(cast, **TELEPHONE))


def test_every_stream_is_the_hubs_today(found_hub):
    cast = found_hub("camden")
    assert screened(cast, told(cast, **TELEPHONE))


def test_a_red_is_timed_from_its_checks_to_four_hours(found_hub):
    cast = found_hub("camden")
    case = opened(cast, rating="red")
    clock = clock_on(case, ClockKind.PRODUCT)
    assert (clock.due_at - clock.started_at).total_seconds() == 4 * 60 * 60


def test_source_issue_rating_before_and_after_outcome_and_time_are_all_kept(found_hub):
    cast = found_hub("camden")
    contact = told(cast, reasons=(PresentingReason.NEGLECT,), **POLICE)
    case = opened(cast, contact, rating="amber")
    by = cast.see_as("priya")
    rate_case(by=by, case_id=case.id, rating="green", why="Explained.", as_hub=True, at=NOW)
    decision = decide(cast, case, "family_workers")
    (outcome,) = outcomes_of(decision.id)
    assert (contact.source, contact.reasons) == ("6", ["neglect"])
    assert [each.rating for each in ratings_of(case) if each.is_hub] == ["green", "amber"]
    assert (outcome.pan_london, outcome.label) == (Disposal.ACROSS, "Family workers")
    assert decision.decided_at > contact.received_at


def test_the_hub_sends_a_family_to_its_own_workers_directly(found_hub):
    cast = found_hub("camden")
    case = opened(cast, can_decide_now=True)
    handover = handed_over(cast, decide(cast, case, "family_workers"), "Calderfield Family Workers")
    assert accept_handover(by=cast.see_as("dee"), handover_id=handover.id, at=NOW)
