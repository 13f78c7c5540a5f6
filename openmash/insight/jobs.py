"""Telling people that their time limits run out. Jobs take ids, and may safely run twice."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from procrastinate.contrib.django import app

from openmash.accounts.selectors import hub_numbered, job_viewer
from openmash.accounts.services import acting_as
from openmash.insight.selectors import RungLetter, letters_of


@app.task(name="insight.tell_of_rungs", retry=5)
def tell_of_rungs(*, hub_id: str, climb_id: str) -> None:
    """Say by e-mail how many time limits have reached a rung, and nothing of whose (A6.3)."""
    hub = hub_numbered(hub_id)
    with acting_as(job_viewer([hub], name="Time limits")):
        letters = letters_of(hub, UUID(climb_id))
    with translation.override(settings.LANGUAGE_CODE):
        for number, letter in enumerate(letters):
            _write(letter, name=f"rungs-{climb_id}-{number}")


def _write(letter: RungLetter, *, name: str) -> None:
    """Send a message named by its cause: a second run is the same message and not another."""
    subject = ngettext(
        "%(n)s time limit is running out", "%(n)s time limits are running out", letter.limits
    ) % {"n": letter.limits}
    EmailMessage(
        subject=subject,
        body=_("Sign in to OpenMASH and open “Coming due” to see what they wait for."),
        to=[letter.address],
        headers={"Message-ID": f"<{name}@openmash>"},
    ).send()
