"""What happens after a concern has arrived, or never did. Jobs take ids; they may run twice."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from openmash.accounts.selectors import every_hub, hub_numbered, job_viewer
from openmash.accounts.services import acting_as
from openmash.intake.services import forget_public_drafts


@app.task(name="intake.alert_duty", queue="urgent", retry=5)
def alert_duty(*, hub_id: str, contact_id: str) -> None:
    """Tell the hub's duty address that somebody may be in danger now; no personal data (A1.4).

    The message is named by its contact, so a second run is the same message and not another.
    """
    hub = hub_numbered(hub_id)
    if not hub.duty_email:
        return
    with translation.override(settings.LANGUAGE_CODE):
        message = EmailMessage(
            subject=_("A contact marked “immediate danger” has arrived"),
            body=_("It is at the top of the board. Sign in and screen it now."),
            to=[hub.duty_email],
            headers={"Message-ID": f"<danger-{contact_id}@openmash>"},
        )
    message.send()


@app.periodic(cron="17 * * * *", periodic_id="intake.forget")
@app.task(name="intake.forget_in_every_hub", queueing_lock="intake.forget_in_every_hub")
def forget_in_every_hub(timestamp: int) -> None:
    """Give each hub a job of its own, every hour."""
    for hub in every_hub():
        forget_late_drafts.defer(hub_id=str(hub.id))


@app.task(name="intake.forget_late_drafts", retry=5)
def forget_late_drafts(*, hub_id: str) -> None:
    """Throw away forms of the public that nobody came back to in time (A2.3)."""
    hub = hub_numbered(hub_id)
    viewer = job_viewer([hub], name="Forms nobody sent")
    with acting_as(viewer):
        forget_public_drafts(by=viewer, hub_id=hub.id, at=timezone.now())
