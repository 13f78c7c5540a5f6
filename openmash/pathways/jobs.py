"""What follows news of a contact or a decision. Jobs take ids, and may safely run twice."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from openmash.accounts.selectors import hub_numbered, job_viewer
from openmash.accounts.services import acting_as
from openmash.pathways import services
from openmash.pathways.selectors import news_for


@app.task(name="pathways.acknowledge_contact", retry=5)
def acknowledge_contact(*, hub_id: str, contact_id: str) -> None:
    """Let the referrer know that we have it (A13.1)."""
    viewer = job_viewer([hub_numbered(hub_id)], name="Acknowledgements")
    with acting_as(viewer):
        services.acknowledge(by=viewer, contact_id=UUID(contact_id), at=timezone.now())


@app.task(name="pathways.prepare_feedback", retry=5)
def prepare_feedback_for_decision(*, hub_id: str, decision_id: str) -> None:
    """Put an answer to each referrer on the list of what is due (A13.1)."""
    viewer = job_viewer([hub_numbered(hub_id)], name="Feedback")
    with acting_as(viewer):
        services.prepare_feedback(by=viewer, decision_id=UUID(decision_id), at=timezone.now())


@app.task(name="pathways.prepare_answer", retry=5)
def prepare_answer_to_a_contact(*, hub_id: str, contact_id: str, ending_id: str) -> None:
    """Put an answer on the list for a contact that ended without a case (A13.1)."""
    viewer = job_viewer([hub_numbered(hub_id)], name="Feedback")
    with acting_as(viewer):
        services.prepare_answer(
            by=viewer, contact_id=UUID(contact_id), ending_id=UUID(ending_id), at=timezone.now()
        )


@app.task(name="pathways.set_aside", retry=5)
def set_aside_after_reopening(*, hub_id: str, decision_id: str) -> None:
    """Drop what was on its way when a decision was taken up again."""
    viewer = job_viewer([hub_numbered(hub_id)], name="Feedback")
    with acting_as(viewer):
        services.set_aside(by=viewer, decision_id=UUID(decision_id), at=timezone.now())


@app.task(name="pathways.keep_due_times", retry=5)
def keep_due_times(*, hub_id: str) -> None:
    """Let answers still due follow their clocks, when a holiday or a pause has moved these."""
    hub = hub_numbered(hub_id)
    viewer = job_viewer([hub], name="Time limits")
    with acting_as(viewer):
        services.keep_due_times(by=viewer, hub_id=hub.id)


@app.task(name="pathways.tell_referrer_there_is_news", retry=5)
def tell_referrer_there_is_news(*, hub_id: str, feedback_id: str) -> None:
    """Say by e-mail that there is something to read, and nothing of what it is (A13.4).

    The message is named by its feedback, so a second run is the same message and not another.
    """
    viewer = job_viewer([hub_numbered(hub_id)], name="Feedback")
    with acting_as(viewer):
        news = news_for(UUID(feedback_id))
    if news is None:
        return
    with translation.override(news.language or settings.LANGUAGE_CODE):
        body = _("Sign in to OpenMASH and open “My referrals” to read it.")
        if not news.has_account:
            body = _("Ring %(telephone)s to hear it, and quote your own reference.")
        message = EmailMessage(
            subject=_("%(hub)s: there is news for you") % {"hub": news.hub},
            body=body % {"telephone": news.telephone},
            to=[news.email],
            headers={"Message-ID": f"<news-{feedback_id}@openmash>"},
        )
    message.send()
