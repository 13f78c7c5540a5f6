"""What makes `cornwall` that hub (S-HO)."""

from openmash.governance.rules import load_preset, template_for
from openmash.governance.terms import (
    AgencyKind,
    Edition,
    Occasion,
    Question,
    ReferrerClass,
    Visibility,
)


def test_nobody_has_to_judge_the_threshold_before_they_ask():
    form = load_preset("cornwall").form
    assert Question.LEVEL in form.leave_out
    assert "do not need to be sure" in form.introduction


def test_four_professions_give_their_view_before_a_child_is_assessed():
    policy = load_preset("cornwall")
    assessment = next(each for each in policy.outcomes if each.code == "child_assessment")
    assert set(assessment.needs_views_of) == {
        AgencyKind.POLICE,
        AgencyKind.HEALTH,
        AgencyKind.EDUCATION,
        AgencyKind.EARLY_HELP,
    }
    assert policy.visibility is Visibility.OPEN


def test_urgent_harm_waits_for_no_view():
    policy = load_preset("cornwall")
    assert not any(each.needs_views_of for each in policy.outcomes if each.urgent)


def test_referrers_are_told_of_the_escalation_policy():
    templates = load_preset("cornwall").feedback
    told = template_for(templates, ReferrerClass.PROFESSIONAL, Occasion.OUTCOME)
    assert "Resolving Professional Differences" in told.words


def test_one_unit_with_adults_was_only_planned():
    described = load_preset("cornwall", Edition.AS_DESCRIBED)
    assert any("adults" in each for each in described.planned)
