"""The adult's three questions are answered, and what they want is written down (A5.9, A15)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.selectors import policy_for
from openmash.governance.services import raise_task, settle_task
from openmash.intake.models import AdultTest, Subject
from openmash.intake.rules.adults import AdultAnswers, adult_problems, law_for_adults
from openmash.intake.selectors import contacts_visible_to
from openmash.intake.terms import AdultAnswer

SAFE_TONIGHT, WISHES = "adult_safe_tonight", "adult_wishes"
MAKE_SAFE = "Make sure this adult is safe tonight, and say how."
ABOUT_WISHES = {"was_asked", "wants", "not_asked_because"}


class AdultTestIncomplete(Refusal):
    """What is missing before the answers can be kept; `fields` says where each is mended."""

    def __init__(self, subject_id: UUID, problems: list[tuple[str, str]]) -> None:
        super().__init__(*(words for _, words in problems))
        self.subject_id, self.fields = subject_id, problems


@transaction.atomic
def record_adult_test(
    *,
    by: Viewer,
    subject_id: UUID,
    answers: AdultAnswers,
    at: datetime,
    waits: bool = True,
) -> AdultTest:
    """Keep the answers as they stand now; the newest stands and the earlier ones are kept.

    An adult who is not known to be safe tonight is a task at once. Where harm is urgent nothing
    `waits`: what is still missing becomes a task too.
    """
    visible = contacts_visible_to(by).filter(hub_id__in=by.hubs_where(Power.SCREEN))
    subject = Subject.objects.filter(id=subject_id, contact__in=visible, is_concern=True).first()
    if subject is None or by.id is None:
        raise NotHere
    problems = adult_problems(answers)
    if problems and waits:
        raise AdultTestIncomplete(subject_id, problems)
    nations = policy_for(by, subject.hub_id, at).document.nations
    test = AdultTest.objects.create(
        hub_id=subject.hub_id,
        subject=subject,
        law=law_for_adults(nations).value,
        has_needs=answers.has_needs.value,
        is_at_risk=answers.is_at_risk.value,
        cannot_protect=answers.cannot_protect.value,
        reasons=answers.reasons,
        was_asked=answers.was_asked.value,
        not_asked_because=answers.not_asked_because,
        wants=answers.wants,
        safe_tonight=answers.safe_tonight.value,
        safe_tonight_words=answers.safe_tonight_words,
        answered_at=at,
        answered_by_id=by.id,
    )
    is_safe = answers.safe_tonight is AdultAnswer.YES
    _follow_up(by, subject, SAFE_TONIGHT, "" if is_safe else MAKE_SAFE, at)
    _follow_up(by, subject, WISHES, _about_wishes(problems), at)
    record(
        by=by,
        action="contact.adult_test_answered",
        at=at,
        hub_id=subject.hub_id,
        subject_kind="contact",
        subject_id=subject.contact_id,
        persons=[subject.person_id],
        details={"law": test.law, "safe_tonight": test.safe_tonight},
    )
    return test


def _about_wishes(problems: Sequence[tuple[str, str]]) -> str:
    return next((words for field, words in problems if field in ABOUT_WISHES), "")


def _follow_up(by: Viewer, subject: Subject, kind: str, words: str, at: datetime) -> None:
    """Put what is still to be done on the list at once; without words it has been done."""
    if not words:
        settle_task(about_id=subject.id, kind=kind, by=by, at=at)
        return
    raise_task(
        hub_id=subject.hub_id,
        kind=kind,
        about_kind="subject",
        about_id=subject.id,
        words=words,
        needs_power=Power.SCREEN,
        at=at,
        due=at,
    )
