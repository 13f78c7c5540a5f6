"""One person proposes a change of policy, another approves it, and it begins on its day (A5.8)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.governance.models import Policy, PolicyProposal
from openmash.governance.rules import PolicyUnusable, compare_policies, section_as_written
from openmash.governance.selectors import (
    document_of,
    latest_policy,
    policy_in_force,
    proposal_for,
    proposals_of,
)
from openmash.governance.services import (
    CannotPropose,
    approve_proposal,
    draft_change,
    refuse_proposal,
    send_proposal,
    withdraw_proposal,
)

AT = datetime(2026, 11, 20, 10, tzinfo=UTC)
NEXT_MONTH = date(2026, 12, 14)
WHY = "The operations group asked for it."
THREE_TO_FOUR = ("contacts: 3", "contacts: 4")

pytestmark = pytest.mark.django_db


def drafted(cast, by="maya", *, change=THREE_TO_FOUR, **given):
    document = latest_policy(cast.hub.id).document
    section = given.pop("section", "repeats")
    told = {
        "section": section,
        "written": section_as_written(document, section).replace(*change),
        "version": "2026.2",
        "begins_on": NEXT_MONTH,
        "why": WHY,
    }
    viewer = cast.see_as(by)
    return draft_change(by=viewer, hub_id=cast.hub.id, at=AT, **(told | given))


def sent(cast, by="priya"):
    proposal = drafted(cast, by)
    return send_proposal(by=cast.see_as(by), proposal_id=proposal.id, at=AT)


def test_an_approved_change_begins_on_its_day_and_the_old_version_stays(cast):
    proposal = sent(cast)
    before = policy_in_force(cast.hub.id, AT)
    policy = approve_proposal(by=cast.see_as("maya"), proposal_id=proposal.id, at=AT)
    assert policy_in_force(cast.hub.id, AT) == before
    later = policy_in_force(cast.hub.id, datetime(2026, 12, 14, 0, 30, tzinfo=UTC))
    assert (later.version, later.document.repeats.contacts) == (policy.version, 4)
    assert before.document.repeats.contacts == 3


def test_nobody_approves_or_refuses_what_they_proposed(cast):
    proposal = sent(cast, by="maya")
    for answer in (approve_proposal, refuse_proposal):
        words = {"words": "No."} if answer is refuse_proposal else {}
        with pytest.raises(CannotPropose, match="second person"):
            answer(by=cast.see_as("maya"), proposal_id=proposal.id, at=AT, **words)


def test_a_proposal_is_answered_once(cast):
    proposal = sent(cast)
    approve_proposal(by=cast.see_as("maya"), proposal_id=proposal.id, at=AT)
    with pytest.raises(RecordHasMoved):
        refuse_proposal(by=cast.see_as("bea"), proposal_id=proposal.id, words="No.", at=AT)


def test_what_was_overtaken_by_another_version_is_drafted_again(cast):
    first, second = sent(cast), sent(cast)
    approve_proposal(by=cast.see_as("maya"), proposal_id=first.id, at=AT)
    with pytest.raises(CannotPropose, match="changed since"):
        approve_proposal(by=cast.see_as("maya"), proposal_id=second.id, at=AT)


def test_a_day_that_passed_while_it_waited_becomes_today(cast):
    proposal = sent(cast)
    late = AT + timedelta(days=40)
    policy = approve_proposal(by=cast.see_as("maya"), proposal_id=proposal.id, at=late)
    assert policy.effective_from == late


def test_a_draft_may_be_changed_further_and_keeps_its_first_change(cast):
    draft = drafted(cast)
    written = section_as_written(document_of(draft), "closing").replace(
        "rationale_characters: 40", "rationale_characters: 60"
    )
    again = drafted(cast, section="closing", written=written, proposal_id=draft.id)
    document = document_of(again)
    assert again.id == draft.id
    assert (document.repeats.contacts, document.closing.rationale_characters) == (4, 60)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"why": " "}, "Say why"),
        ({"begins_on": date(2026, 11, 19)}, "in the past"),
        ({"change": ("", "")}, "says already"),
    ],
)
def test_what_cannot_be_proposed_is_refused_in_words(cast, given, says):
    with pytest.raises(CannotPropose, match=says):
        drafted(cast, **given)
    assert not PolicyProposal.objects.exists()


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("repeats: {contacts: 1, months: 12}", "repeats.contacts"),
        ("closing: {}", "only repeats was to change"),
        ("repeats: [", "cannot be read"),
    ],
)
def test_a_change_that_is_no_policy_is_refused_with_where_and_how_to_mend(cast, written, says):
    with pytest.raises(PolicyUnusable, match=says):
        drafted(cast, written=written)


@pytest.mark.parametrize("who", ["sam", "bea", "pia", "noor"])
def test_only_those_with_the_right_propose(cast, who):
    with pytest.raises(NotHere):
        drafted(cast, by=who)


def test_a_draft_is_its_drafters_alone_and_a_proposal_is_for_those_who_answer(cast):
    draft = drafted(cast, "priya")
    assert not proposals_of(cast.see_as("maya"), cast.hub.id)
    with pytest.raises(NotHere):
        proposal_for(cast.see_as("maya"), draft.id)
    send_proposal(by=cast.see_as("priya"), proposal_id=draft.id, at=AT)
    assert [each.id for each in proposals_of(cast.see_as("bea"), cast.hub.id)] == [draft.id]
    for stranger in ("sam", "noor"):
        with pytest.raises(NotHere):
            proposal_for(cast.see_as(stranger), draft.id)


def test_a_withdrawn_proposal_is_kept_and_cannot_be_approved(cast):
    proposal = sent(cast)
    withdraw_proposal(by=cast.see_as("priya"), proposal_id=proposal.id, at=AT)
    with pytest.raises(RecordHasMoved):
        approve_proposal(by=cast.see_as("maya"), proposal_id=proposal.id, at=AT)
    assert Policy.objects.filter(hub_id=cast.hub.id).count() == 1


def test_a_refusal_needs_a_reason(cast):
    proposal = sent(cast)
    with pytest.raises(CannotPropose, match="Say why"):
        refuse_proposal(by=cast.see_as("maya"), proposal_id=proposal.id, words=" ", at=AT)


def test_two_versions_are_compared_line_beside_line(cast):
    old = latest_policy(cast.hub.id).document
    new = document_of(drafted(cast))
    changed = {each.title: each.changed for each in compare_policies(old, new) if each.changed}
    said = [pair for pairs in changed.values() for pair in pairs]
    assert any("4" in pair.after and "3" in pair.before for pair in said)
    assert len(changed) <= 2  # the repeats, and the version in the first section
