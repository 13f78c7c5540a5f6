"""What keeps a form from being sent: every reason at once, and never before urgent harm."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openmash.governance.terms import AgreementAnswer
from openmash.intake.rules.obstacles import FormAnswers, obstacles_to_sending
from openmash.intake.terms import AskedFor, InformedAnswer

WHOLE = FormAnswers(
    narrative="Hungry again.",
    people_named=1,
    asked_for=AskedFor.ASSESSMENT,
    family_aware=InformedAnswer.UNSAFE,
    agreement=AgreementAnswer.GIVEN,
    referrer_name="Lee",
    referrer_contact="01632 960001",
)


def fields(answers: FormAnswers) -> list[str]:
    return [field for field, _ in obstacles_to_sending(answers)]


def test_a_whole_form_may_be_sent():
    assert obstacles_to_sending(WHOLE) == []


def test_an_empty_form_gives_every_reason_at_once():
    assert fields(FormAnswers()) == [
        "narrative",
        "people",
        "referrer_name",
        "referrer_contact",
        "asked_for",
        "family_aware",
        "agreement",
    ]


@pytest.mark.parametrize(
    "answer", [AgreementAnswer.NOT_SOUGHT, AgreementAnswer.NOT_POSSIBLE, AgreementAnswer.REFUSED]
)
def test_not_sought_because_is_a_full_answer(answer):
    without = replace(WHOLE, agreement=answer)
    assert fields(without) == ["agreement_reason"]
    assert fields(replace(without, agreement_reason="It would increase the risk.")) == []


def test_a_place_or_a_group_needs_no_name():
    assert fields(replace(WHOLE, people_named=0, place_or_group="The arcade")) == []


def test_a_member_of_the_public_is_asked_only_what_and_who():
    assert fields(FormAnswers(is_professional=False)) == ["narrative", "people"]
    told = FormAnswers(is_professional=False, narrative="Shouting.", people_named=1)
    assert obstacles_to_sending(told) == []


@given(some.sampled_from(AgreementAnswer), some.sampled_from(AskedFor), some.booleans())
def test_immediate_danger_is_never_kept_back_by_tidy_fields(agreement, asked_for, professional):
    answers = FormAnswers(
        narrative="He is outside with a knife.",
        immediate_danger=True,
        is_professional=professional,
        agreement=agreement,
        asked_for=asked_for,
    )
    assert obstacles_to_sending(answers) == []
    assert obstacles_to_sending(replace(answers, narrative="", people_named=1)) == []
    assert fields(replace(answers, narrative="")) == ["narrative"]
