"""Every reaction of a later room to an earlier one, in one place (ADR 5).

A listener defers a job and does nothing else: the job is a row of the same transaction, so a crash
loses neither the cause nor the effect, or both.
"""

from openmash.core.facts import when
from openmash.decisions.facts import DecisionAgreed, DecisionRecorded, DecisionReopened
from openmash.governance.facts import ClocksMoved, RungsReached
from openmash.governance.own_pages import done_on
from openmash.governance.terms import Rung
from openmash.governance.terms.clocks import SAY_WHY_LATE
from openmash.information_requests import jobs as request_jobs
from openmash.information_requests.facts import AgencyChased, RequestAnswered, RequestOpened
from openmash.information_requests.terms import MUST_SPEAK
from openmash.insight import jobs as insight_jobs
from openmash.intake import jobs as intake_jobs
from openmash.intake.facts import ContactChanged, ContactEnded, ContactReceived
from openmash.pathways import jobs as pathways_jobs
from openmash.pathways.facts import FeedbackSent, HandoverSent

# News nobody needs a job for, and why. A fact that is neither here nor below fails a test.
UNHEARD: dict[type, str] = {
    ContactChanged: "The verb that tells it has put a task on the board already.",
    RequestAnswered: "The case and the board read the answer; nobody is written to.",
    HandoverSent: "The team's tray shows it, and its clock is on the board.",
}


def wire() -> None:
    """Say who listens to what, and which tasks have a page of their own; called once at a start."""
    done_on(MUST_SPEAK, "information_requests:spoken")
    done_on(SAY_WHY_LATE, "cases:why_late")
    when(ContactReceived, _alert_duty_of_danger)
    when(ContactReceived, _acknowledge)
    when(ContactEnded, _answer_sender)
    when(RequestOpened, _tell_agency)
    when(AgencyChased, _remind_agency)
    when(DecisionRecorded, _prepare_feedback)
    when(DecisionAgreed, _prepare_feedback)
    when(DecisionReopened, _set_feedback_aside)
    when(FeedbackSent, _tell_referrer)
    when(ClocksMoved, _let_copies_follow)
    when(RungsReached, _tell_of_rungs)


def _alert_duty_of_danger(fact: ContactReceived) -> None:
    if fact.immediate_danger:
        intake_jobs.alert_duty.defer(hub_id=str(fact.hub_id), contact_id=str(fact.contact_id))


def _acknowledge(fact: ContactReceived) -> None:
    pathways_jobs.acknowledge_contact.defer(
        hub_id=str(fact.hub_id), contact_id=str(fact.contact_id)
    )


def _answer_sender(fact: ContactEnded) -> None:
    pathways_jobs.prepare_answer_to_a_contact.defer(
        hub_id=str(fact.hub_id),
        contact_id=str(fact.contact_id),
        ending_id=str(fact.ending_id),
    )


def _tell_agency(fact: RequestOpened) -> None:
    request_jobs.tell_agency_it_was_asked.defer(
        hub_id=str(fact.hub_id), request_id=str(fact.request_id)
    )


def _remind_agency(fact: AgencyChased) -> None:
    """Write to the agency at every rung but the last, where the hub's own manager has a task."""
    if fact.tells != Rung.HUB_MANAGER:
        request_jobs.remind_agency.defer(
            hub_id=str(fact.hub_id),
            request_id=str(fact.request_id),
            chaser_id=str(fact.chaser_id),
        )


def _prepare_feedback(fact: DecisionRecorded | DecisionAgreed) -> None:
    pathways_jobs.prepare_feedback_for_decision.defer(
        hub_id=str(fact.hub_id), decision_id=str(fact.decision_id)
    )


def _set_feedback_aside(fact: DecisionReopened) -> None:
    pathways_jobs.set_aside_after_reopening.defer(
        hub_id=str(fact.hub_id), decision_id=str(fact.decision_id)
    )


def _tell_referrer(fact: FeedbackSent) -> None:
    pathways_jobs.tell_referrer_there_is_news.defer(
        hub_id=str(fact.hub_id), feedback_id=str(fact.feedback_id)
    )


def _let_copies_follow(fact: ClocksMoved) -> None:
    """Requests and answers keep their due time beside their own rows, for their lists."""
    if "information_request" in fact.about_kinds:
        request_jobs.keep_due_times.defer(hub_id=str(fact.hub_id))
    if "feedback" in fact.about_kinds:
        pathways_jobs.keep_due_times.defer(hub_id=str(fact.hub_id))


def _tell_of_rungs(fact: RungsReached) -> None:
    insight_jobs.tell_of_rungs.defer(hub_id=str(fact.hub_id), climb_id=str(fact.climb_id))
