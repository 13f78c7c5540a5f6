"""One family's story in Rivermead, told by the public verbs, for tests that walk the whole site.

It leaves something in every stage: a contact nobody has read, one that waits for a case, a case the
agencies are answering, and one that was decided and handed over. Each step is done by whoever would
do it, seeing what they would see.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from openmash.decisions.services import give_view
from openmash.decisions.terms import ViewPosition
from openmash.governance.models import Task
from openmash.governance.terms import AgreementAnswer
from openmash.intake.models import ImportBatch
from openmash.intake.terms import FormKind
from openmash.matching.services import confirm_same
from tests.cast import NOW, Cast
from tests.clock_steps import a_late_conference
from tests.policy_steps import a_proposal
from tests.steps import (
    ASKED,
    IWAN,
    MOTHER,
    a_child,
    a_conversation,
    a_draft,
    a_file_of_one_bad_row,
    a_paper,
    a_question,
    an_entry,
    answer,
    ask,
    concern_of,
    opened,
    screened,
    share,
    subject_of,
    told_by_lee,
    told_to_the_end,
)

if TYPE_CHECKING:
    from openmash.cases.models import Case, Conversation
    from openmash.chronology.models import Entry
    from openmash.decisions.models import Decision
    from openmash.governance.models import Clock, PolicyProposal
    from openmash.information_requests.models import InformationRequest, Item, RequestPerson
    from openmash.intake.models import (
        Attachment,
        Clarification,
        Contact,
        Draft,
        Original,
        RefusedRow,
        Subject,
    )
    from openmash.pathways.models import Feedback, Handover


@dataclass
class Story:
    """Where the story has come to: something to open on every page."""

    arrived: "Contact"
    of_an_adult: "Contact"
    adult: "Subject"
    original: "Original"
    screened: "Contact"
    told: "Contact"
    case: "Case"
    child: UUID
    known_before: UUID
    entry: "Entry"
    conversation: "Conversation"
    request: "InformationRequest"
    asked_about: "RequestPerson"
    answered_about: "RequestPerson"
    item: "Item"
    decided: "Case"
    decision: "Decision"
    handover: "Handover"
    feedback: "Feedback"
    draft: "Draft"
    call: "Draft"
    task: "Task"
    paper: "Attachment"
    question: "Clarification"
    batch: "ImportBatch"
    refused: "RefusedRow"
    proposal: "PolicyProposal"
    late: "Clock"


def tell_story(cast: Cast) -> Story:
    """Tell it all; the database sees what nobody sees afterwards until a test says `see_as`."""
    known_before = concern_of(told_by_lee(cast, a_child("Maia")))
    told = told_by_lee(cast, a_child("Maya"), MOTHER)
    child = concern_of(told)
    confirm_same(
        by=cast.see_as("fay"),
        told_id=child,
        known_id=known_before,
        why="Name, date of birth and address agree.",
        at=ASKED,
    )
    case = opened(cast, told)
    share(cast, case)
    police, health = ask(cast, case, "police"), ask(cast, case, "health")
    item = answer(cast, police)
    give_view(
        by=cast.see_as("tom"),
        case_id=case.id,
        position=ViewPosition.AGREE_WITH_COMMENT,
        words="The officers were worried too.",
        at=NOW,
    )
    decided, decision, handover, feedback = told_to_the_end(cast)
    arrived = told_by_lee(cast, a_child("Wren", "Hollis", date(2015, 8, 30)))
    waiting = screened(cast, told_by_lee(cast, a_child("Isla", "Brook", date(2010, 12, 19))))
    batch = a_file_of_one_bad_row(cast)
    of_an_adult = told_by_lee(cast, IWAN, agreement=AgreementAnswer.NOT_STATED)
    return Story(
        of_an_adult=of_an_adult,
        adult=subject_of(of_an_adult),
        original=arrived.originals.get(),
        task=Task.objects.get(about_id=of_an_adult.id),
        arrived=arrived,
        screened=waiting,
        paper=a_paper(cast, arrived),
        question=a_question(cast, waiting),
        batch=batch,
        refused=batch.refused.get(),
        told=told,
        case=case,
        child=child,
        known_before=known_before,
        entry=an_entry(cast, child),
        conversation=a_conversation(cast, case),
        request=health,
        asked_about=health.people.get(),
        answered_about=police.people.get(),
        item=item,
        decided=decided,
        decision=decision,
        handover=handover,
        feedback=feedback,
        draft=a_draft(cast, "lee", FormKind.REFERRAL),
        call=a_draft(cast, "sam", FormKind.PHONE),
        proposal=a_proposal(cast),
        late=a_late_conference(cast, case),
    )


@pytest.fixture
def story(cast: Cast) -> Story:
    """The whole story, on the London preset."""
    return tell_story(cast)
