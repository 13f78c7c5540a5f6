"""Nothing typed on the page of deciding is lost, and nobody reads it but who typed it (trust 5)."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import transaction
from django.urls import reverse

from openmash.core.refusals import NotHere
from openmash.decisions.forms.deciding import field_name
from openmash.decisions.models import DecisionDraft
from openmash.decisions.selectors import draft_of
from openmash.decisions.services import (
    CannotKeepDraft,
    discard_decision_draft,
    forget_drafts_of,
    keep_decision_draft,
    record_decision,
    reopen_decision,
)
from openmash.decisions.services.drafting import LARGEST
from openmash.decisions.tests.factories import NOW, WHY, people_of_concern, sought
from openmash.governance.terms import Track

LATER = NOW + timedelta(minutes=20)
ANSWERS = {"rationale": ["BEGUN but not ended"], "criteria": ["a", "b"]}


@pytest.fixture(autouse=True)
def _at_eleven(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW + timedelta(hours=1))


def keep(cast, case, who="priya", *, at=NOW, **answers):
    keep_decision_draft(
        by=getattr(cast, who), case_id=case.id, answers={**ANSWERS, **answers}, at=at
    )


def left(cast, case, who="priya"):
    found = draft_of(getattr(cast, who), case)
    return found.answers if found else None


def decide_page(case):
    return reverse("decisions:decide", args=[case.reference])


def draft_page(case):
    return reverse("decisions:draft", args=[case.reference])


def test_what_is_written_is_kept_sealed_and_is_its_writers_alone(cast, case):
    keep(cast, case)
    assert left(cast, case) == ANSWERS
    assert left(cast, case, "maya") is None
    assert b"BEGUN" not in bytes(DecisionDraft.objects.get().sealed)


def test_the_latest_is_what_is_kept_and_each_decider_has_their_own(cast, case):
    keep(cast, case)
    keep(cast, case, rationale=["Ended."], at=LATER)
    keep(cast, case, "maya", rationale=["Another view."])
    assert left(cast, case)["rationale"] == ["Ended."]
    assert left(cast, case, "maya")["rationale"] == ["Another view."]
    assert DecisionDraft.objects.count() == 2


def test_beginning_and_throwing_away_leave_a_footprint_and_typing_leaves_none(
    cast, case, footprints
):
    for minute in range(3):
        keep(cast, case, at=NOW + timedelta(minutes=minute))
    discard_decision_draft(by=cast.priya, case_id=case.id, at=LATER)
    assert footprints("decision.") == ["decision.draft_begun", "decision.draft_discarded"]
    assert left(cast, case) is None


def test_it_starts_nothing(cast, case, heard):
    keep(cast, case)
    case.refresh_from_db()
    assert (case.status, heard) == ("checks", [])


def test_deciding_makes_it_good_and_lets_go_of_it(cast, case):
    keep(cast, case)
    keep(cast, case, "maya")
    record_decision(by=cast.priya, case_id=case.id, sought=sought(case), at=LATER)
    assert left(cast, case) is None
    assert left(cast, case, "maya") is not None


def test_what_the_page_sends_while_the_button_is_pressed_is_dropped(cast, case):
    record_decision(by=cast.priya, case_id=case.id, sought=sought(case), at=NOW)
    keep(cast, case, at=LATER)
    keep(cast, case, "maya", at=LATER)
    assert left(cast, case) is None
    assert left(cast, case, "maya") is not None
    reopen_decision(by=cast.priya, case_id=case.id, because="Health answered.", at=LATER)
    keep(cast, case, at=LATER)
    assert left(cast, case) is not None


def test_a_closed_case_keeps_nobodys_draft(cast, case):
    keep(cast, case)
    keep(cast, case, "maya")
    forget_drafts_of(case.id)
    assert not DecisionDraft.objects.exists()


@pytest.mark.parametrize("who", ["fay", "sam", "tom", "lee", "noor"])
def test_who_may_not_decide_keeps_none(cast, case, who):
    with pytest.raises(NotHere), transaction.atomic():
        keep(cast, case, who)
    assert not DecisionDraft.objects.exists()


def test_more_than_can_be_kept_is_refused_and_what_was_kept_stays(cast, case):
    keep(cast, case)
    with pytest.raises(CannotKeepDraft, match="Shorten it"), transaction.atomic():
        keep(cast, case, rationale=["x" * LARGEST])
    assert left(cast, case) == ANSWERS


# The page


def fields(case, **more):
    (maya,) = people_of_concern(case)
    return {field_name(maya, Track.CHILD_EN): "child_assessment", "rationale": WHY, **more}


def test_the_page_comes_back_as_it_was_left_with_what_the_button_would_do(cast, client, case):
    priya = cast.sign_in(client, "priya")
    assert (
        priya.post(draft_page(case), fields(case, options_considered="Advice.")).status_code == 204
    )
    text = priya.get(decide_page(case)).content.decode()
    for words in (WHY, "Advice.", "As you left it", "Decide: Child and family assessment"):
        assert words in text
    assert WHY not in cast.sign_in(client, "maya").get(decide_page(case)).content.decode()


def test_what_the_page_asks_by_itself_is_kept_too(cast, client, case):
    asked = cast.sign_in(client, "priya").post(
        decide_page(case), fields(case), headers={"HX-Request": "true"}
    )
    assert asked.status_code == 200
    assert left(cast, case)["rationale"] == [WHY]


def test_a_refused_decision_is_kept_as_it_was_sent(cast, client, case):
    sent = fields(case, rationale="Short.", act="decide", shown="")
    assert cast.sign_in(client, "priya").post(decide_page(case), sent).status_code == 200
    kept = left(cast, case)
    assert kept["rationale"] == ["Short."]
    assert not {"act", "shown", "csrfmiddlewaretoken"} & set(kept)


def test_one_may_begin_afresh(cast, client, case):
    priya = cast.sign_in(client, "priya")
    priya.post(draft_page(case), fields(case))
    assert priya.post(draft_page(case), {"act": "discard"})["Location"] == decide_page(case)
    assert "As you left it" not in priya.get(decide_page(case)).content.decode()


def test_an_outcome_that_is_no_longer_offered_is_told_and_the_rest_stays(cast, client, case):
    (maya,) = people_of_concern(case)
    keep(cast, case, **{field_name(maya, Track.CHILD_EN): ["gone"]})
    text = cast.sign_in(client, "priya").get(decide_page(case)).content.decode()
    assert "BEGUN but not ended" in text
    assert "There is a problem" in text


def test_a_page_as_it_was_left_keeps_to_the_budget(cast, client, case, within_budget):
    priya = cast.sign_in(client, "priya")
    priya.get(decide_page(case))
    priya.post(draft_page(case), fields(case))
    with within_budget():
        assert priya.get(decide_page(case)).status_code == 200


def test_the_draft_is_on_nobodys_audit_in_words(cast, case):
    keep(cast, case)
    events = apps.get_model("audit", "AuditEvent").objects.filter(action="decision.draft_begun")
    assert "BEGUN" not in str(list(events.values()))
