"""May this be shared, and on what basis? On paper."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openmash.governance.rules import load_preset
from openmash.governance.rules.working import Duties
from openmash.governance.terms import (
    AgencyKind,
    AgreementAnswer,
    Article6,
    Article9Condition,
    NotSoughtReason,
    Paragraph18Reason,
    Track,
)
from openmash.sharing.rules import (
    AGREEMENT_ANSWERS,
    WITHOUT_AGREEMENT,
    Proposal,
    law_for,
    may_ask_on,
    obstacles,
    obstacles_to_urgent_sharing,
)

TODAY = date(2026, 11, 20)
LAW = law_for("csc", ["CHILD_EN"], TODAY)
BLANK = Proposal(to_share=True, purpose="", informed="", agreement="")
AGREED = Proposal(
    to_share=True,
    purpose="To decide what help Maya needs",
    informed="yes",
    agreement="given",
    article_6="e",
    article_9="safeguarding",
    power_relied_on="Children Act 1989, section 47",
    proportionality="Only the five people in the household, over two years.",
)
REFUSED = replace(
    AGREED,
    agreement="refused",
    agreement_words="Her mother refused; not asking would leave Maya with the person named.",
    paragraph_18="not_reasonable",
)
WITHHELD = Proposal(
    to_share=False,
    purpose="To answer the school",
    informed="yes",
    agreement="refused",
    proportionality="Nothing held bears on the question.",
    withheld_because="not_relevant",
)


def found(proposal: Proposal, *, decides: bool = True, without: bool = True) -> dict[str, str]:
    """Return the obstacles by the answer that mends them."""
    met = obstacles(
        proposal,
        may_decide=decides,
        may_share_without_agreement=without,
        law=LAW,
    )
    return {each.field: each.words for each in met}


def test_sharing_with_agreement_and_a_basis_goes_ahead():
    assert found(AGREED, without=False) == {}


def test_a_blank_answer_is_refused_with_every_reason_and_its_field():
    assert set(found(BLANK)) == {
        "purpose",
        "informed",
        "agreement",
        "article_6",
        "article_9",
        "power_relied_on",
        "proportionality",
    }


def test_what_the_sender_did_not_state_is_no_answer():
    assert set(found(replace(AGREED, agreement="not_stated", informed="not_stated"))) == {
        "agreement",
        "informed",
        "paragraph_18",
    }


def test_agreement_alone_is_no_lawful_basis_and_a_basis_alone_is_no_agreement():
    assert set(found(replace(AGREED, article_6=""))) == {"article_6"}
    assert "agreement" in found(replace(AGREED, agreement=""))


def test_not_sought_needs_a_reason_from_the_list():
    unasked = replace(REFUSED, agreement="not_sought", agreement_words="")
    assert set(found(unasked)) == {"agreement_reason"}
    for reason in NotSoughtReason:
        assert found(replace(unasked, agreement_reason=reason.value)) == {}


def test_not_possible_needs_words():
    assert set(found(replace(REFUSED, agreement="not_possible", agreement_words=" "))) == {
        "agreement_words"
    }


def test_against_their_wish_needs_words_and_somebody_with_the_power():
    assert found(REFUSED) == {}
    assert set(found(replace(REFUSED, agreement_words=""))) == {"agreement_words"}
    assert "decision maker or manager" in found(REFUSED, without=False)["agreement"]


@given(st.sampled_from(sorted(WITHOUT_AGREEMENT)), st.sampled_from(NotSoughtReason))
def test_nobody_without_the_power_shares_without_agreement(answer, reason):
    proposal = replace(REFUSED, agreement=answer, agreement_reason=reason.value)
    assert "agreement" in found(proposal, without=False)


def test_withdrawal_ends_sharing_that_rested_on_consent_and_no_other():
    withdrawn = replace(REFUSED, agreement="withdrawn")
    assert found(withdrawn) == {}
    assert set(found(replace(withdrawn, article_6="a"))) == {"article_6"}


def test_explicit_consent_is_a_condition_only_where_it_was_given():
    consent = replace(AGREED, article_9="explicit_consent")
    assert found(consent) == {}
    assert "article_9" in found(replace(consent, agreement="not_possible", agreement_words="Gone"))


@pytest.mark.parametrize("reason", list(Paragraph18Reason))
def test_safeguarding_without_agreement_says_which_limb_of_paragraph_18(reason):
    assert found(replace(REFUSED, paragraph_18=reason.value)) == {}
    assert set(found(replace(REFUSED, paragraph_18=""))) == {"paragraph_18"}


@given(st.sampled_from(Article9Condition), st.sampled_from(AGREEMENT_ANSWERS))
def test_paragraph_18_is_asked_only_of_the_safeguarding_condition(condition, answer):
    proposal = replace(REFUSED, article_9=condition.value, agreement=answer, paragraph_18="")
    asked = "paragraph_18" in found(proposal)
    assert asked == (condition == "safeguarding" and answer != AgreementAnswer.GIVEN)


def test_not_sharing_is_recorded_as_carefully_as_sharing():
    assert found(WITHHELD) == {}
    bare = replace(WITHHELD, withheld_because="", proportionality="", purpose="")
    assert set(found(bare)) == {"withheld_because", "proportionality", "purpose"}


def test_somebody_without_the_power_decides_nothing():
    assert "" in found(AGREED, decides=False)
    assert "" in found(WITHHELD, decides=False)


@given(st.sampled_from(AgencyKind))
def test_a_public_authority_never_relies_on_ea_and_a_voluntary_one_has_no_public_task(kind):
    offered = law_for(kind.value, ["CHILD_EN"], TODAY).bases
    assert (Article6.PUBLIC_TASK in offered) == kind.is_public
    assert (Article6.LEGAL_OBLIGATION in offered) == kind.is_public
    assert (Article6.RECOGNISED_LEGITIMATE_INTEREST in offered) != kind.is_public
    assert Article6.LEGITIMATE_INTERESTS not in offered
    assert Article6.VITAL_INTERESTS in offered


def test_a_basis_another_kind_of_agency_may_use_is_refused():
    assert set(found(replace(AGREED, article_6="ea"))) == {"article_6"}


def test_one_press_is_for_a_rating_that_never_waits():
    pressed: dict[str, Any] = {
        "may_decide": True,
        "never_waits": True,
        "power_relied_on": "section 47",
    }
    assert obstacles_to_urgent_sharing(**pressed) == []
    assert len(obstacles_to_urgent_sharing(**{**pressed, "never_waits": False})) == 1
    assert len(obstacles_to_urgent_sharing(**{**pressed, "power_relied_on": " "})) == 1
    assert len(obstacles_to_urgent_sharing(**{**pressed, "may_decide": False})) == 1


@given(st.booleans(), st.booleans(), st.booleans())
def test_a_routine_check_waits_for_the_whole_decision(to_share, is_complete, never_waits):
    may = may_ask_on(to_share=to_share, is_complete=is_complete, never_waits=never_waits)
    assert may == (to_share and (is_complete or never_waits))


def test_the_power_of_the_track_is_offered_first_and_every_power_once():
    offered = [each.words for each in law_for("csc", ["ADULT_EN"], TODAY).powers]
    assert offered[0] == "Care Act 2014, sections 6, 7 and 45"
    assert len(offered) == len(set(offered)) == 5


@pytest.mark.parametrize("tracks", [[each.value] for each in Track])
def test_every_track_has_a_power_and_every_reason_a_day_in_law(tracks):
    law = law_for("csc", tracks, TODAY)
    assert law.usual_power
    assert ("more_detrimental" in law.withheld) == any(Track(each).is_child for each in tracks)
    assert set(NotSoughtReason) - set(law.not_sought) <= {NotSoughtReason.NO_PARENTAL_CONTACT}


def test_the_seventh_basis_is_offered_from_its_day_and_not_before():
    before = law_for("vcse", ["CHILD_EN"], date(2026, 2, 4)).bases
    assert Article6.RECOGNISED_LEGITIMATE_INTEREST not in before
    after = law_for("vcse", ["CHILD_EN"], date(2026, 2, 5)).bases
    assert after[0] is Article6.RECOGNISED_LEGITIMATE_INTEREST


def test_only_law_enforcement_is_offered_its_own_condition():
    assert Article9Condition.LAW_ENFORCEMENT in law_for("police", ["CHILD_EN"], TODAY).conditions
    assert Article9Condition.LAW_ENFORCEMENT not in LAW.conditions
    assert set(found(replace(AGREED, article_9="law_enforcement"))) == {"article_9"}


def test_the_duty_to_disclose_is_offered_only_from_the_day_the_policy_says():
    london = load_preset("london")
    told = london.model_copy(update={"duties": Duties(disclosure=date(2026, 9, 30))})
    duty = "Children Act 2004, section 16LA"
    for document, on, offered in (
        (london, date(2027, 1, 1), False),
        (told, date(2026, 9, 29), False),
        (told, date(2026, 9, 30), True),
    ):
        law = law_for("csc", ["CHILD_EN"], on, document)
        assert (duty in {each.words for each in law.powers}) is offered
        assert law.usual_power != duty
