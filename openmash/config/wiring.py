"""Every reaction of a later room to an earlier one, in one place (ADR 5).

A listener defers a job and does nothing else: the job is a row of the same transaction, so a crash
loses neither the cause nor the effect, or both.
"""

from openmash.core.facts import when
from openmash.decisions.facts import DecisionRecorded
from openmash.intake import jobs as intake_jobs
from openmash.intake.facts import ContactReceived
from openmash.pathways import jobs as pathways_jobs


def wire() -> None:
    """Say who listens to what; called once, when the site or a worker starts."""
    when(ContactReceived, _alert_duty_of_danger)
    when(ContactReceived, _acknowledge)
    when(DecisionRecorded, _prepare_feedback)


def _alert_duty_of_danger(fact: ContactReceived) -> None:
    if fact.immediate_danger:
        intake_jobs.alert_duty.defer(hub_id=str(fact.hub_id), contact_id=str(fact.contact_id))


def _acknowledge(fact: ContactReceived) -> None:
    pathways_jobs.acknowledge_contact.defer(
        hub_id=str(fact.hub_id), contact_id=str(fact.contact_id)
    )


def _prepare_feedback(fact: DecisionRecorded) -> None:
    pathways_jobs.prepare_feedback_for_decision.defer(
        hub_id=str(fact.hub_id), decision_id=str(fact.decision_id)
    )
