"""Cornwall: advice without second-guessing the threshold, and every profession's view equal."""

import pytest

from openmash.accounts.selectors import job_viewer
from openmash.accounts.services import act_as
from openmash.decisions.services import CannotDecideYet
from openmash.intake.terms import ContactKind
from openmash.pathways.services import prepare_feedback
from tests.cast import NOW
from tests.hubs.living import ask, decide, opened, share, told, view
from tests.hubs.reading import no_referral_from

GIVE_VIEWS = {"police": "tom", "health": "lena", "education": "eve", "early_help": "dee"}


@pytest.fixture
def cast(found_hub):
    return found_hub("cornwall")


@pytest.fixture
def case(cast):
    case = opened(cast)
    share(cast, case)
    ask(cast, case, *GIVE_VIEWS)
    return case


def letters_about(cast, decision):
    hub = job_viewer([cast.hub], name="Feedback")
    act_as(hub)
    return prepare_feedback(by=hub, decision_id=decision.id, at=NOW)


def test_a_call_for_advice_is_recorded_though_no_referral_follows(cast):
    contact = told(cast, kind=ContactKind.ADVICE, narrative="May I talk something through?")
    case = opened(cast, contact, rating="green", can_decide_now=True)
    decision = decide(cast, case, "advice_to_professional")
    assert no_referral_from(contact)
    assert "Our advice is with you" in letters_about(cast, decision)[0].words


def test_a_referrer_is_not_asked_to_judge_the_threshold(cast, client):
    page = cast.sign_in(client, "lee").get("/contacts/refer/").content.decode()
    assert "You do not need to be sure that this meets a threshold" in page
    assert "Level of need" not in page


def test_an_assessment_waits_for_the_view_of_every_profession(cast, case):
    said = {"without_returns_because": "Their views say enough."}
    for who in GIVE_VIEWS.values():
        with pytest.raises(CannotDecideYet, match="view"):
            decide(cast, case, "child_assessment", **said)
        view(cast, case, who)
    assert decide(cast, case, "child_assessment", **said)


def test_a_referrer_who_is_not_satisfied_is_told_of_the_escalation_policy(cast):
    case = opened(cast, told(cast), can_decide_now=True)
    (letter,) = letters_about(cast, decide(cast, case, "signposted"))
    assert "Resolving Professional Differences" in letter.words
