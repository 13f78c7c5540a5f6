"""What happens after a concern has arrived. Jobs take ids, and may safely run twice."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from openmash.accounts.selectors import hub_numbered


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
