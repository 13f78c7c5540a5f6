"""What follows a request, and the clock that chases it. Jobs take ids, and may safely run twice."""

from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from openmash.accounts.selectors import every_hub, hub_numbered, job_viewer, lead_email_of
from openmash.accounts.services import acting_as
from openmash.information_requests import services
from openmash.information_requests.selectors import request_by_id
from openmash.information_requests.terms import RequestState


@app.periodic(cron="*/5 * * * *", periodic_id="information_requests.chase")
@app.task(
    name="information_requests.chase_every_hub",
    queueing_lock="information_requests.chase_every_hub",
)
def chase_every_hub(timestamp: int) -> None:
    """Give each hub a job of its own, so that trouble in one leaves the others chased (A6.3)."""
    for hub in every_hub():
        chase_late_requests.defer(hub_id=str(hub.id))


@app.task(name="information_requests.chase_late_requests", retry=5)
def chase_late_requests(*, hub_id: str) -> None:
    """Remind every agency whose time has reached a rung of the hub's ladder, once a rung."""
    hub = hub_numbered(hub_id)
    viewer = job_viewer([hub], name="Reminders")
    with acting_as(viewer):
        services.chase_what_is_late(by=viewer, hub_id=hub.id, at=timezone.now())


@app.task(name="information_requests.keep_due_times", retry=5)
def keep_due_times(*, hub_id: str) -> None:
    """Let open requests follow their clocks, when a holiday or a pause has moved these."""
    hub = hub_numbered(hub_id)
    viewer = job_viewer([hub], name="Time limits")
    with acting_as(viewer):
        services.keep_due_times(by=viewer, hub_id=hub.id)


@app.task(name="information_requests.tell_agency_it_was_asked", retry=5)
def tell_agency_it_was_asked(*, hub_id: str, request_id: str) -> None:
    """Say by e-mail that there is a request, and nothing of whom it is about (A6.1)."""
    address = _where_to_write(hub_id, request_id)
    with translation.override(settings.LANGUAGE_CODE):
        _write(
            address,
            subject=_("The hub has asked your agency for information"),
            body=_("Sign in to OpenMASH and open “Requests” to read it and answer."),
            name=f"request-{request_id}",
        )


@app.task(name="information_requests.remind_agency", retry=5)
def remind_agency(*, hub_id: str, request_id: str, chaser_id: str) -> None:
    """Say by e-mail that a request still waits for its answer (A6.3)."""
    address = _where_to_write(hub_id, request_id)
    with translation.override(settings.LANGUAGE_CODE):
        _write(
            address,
            subject=_("The hub is waiting for your agency’s answer"),
            body=_("Sign in to OpenMASH and open “Requests”: one is waiting for you."),
            name=f"reminder-{chaser_id}",
        )


def _where_to_write(hub_id: str, request_id: str) -> str:
    """Return where the agency wants its notices; empty once the request waits no longer."""
    viewer = job_viewer([hub_numbered(hub_id)], name="Notices to agencies")
    with acting_as(viewer):
        request = request_by_id(viewer, UUID(request_id))
        if request.state != RequestState.OPEN:
            return ""
        return lead_email_of(request.hub_id, request.agency_id)


def _write(address: str, *, subject: str, body: str, name: str) -> None:
    """Send a message named by its cause: a second run is the same message and not another."""
    if address:
        headers = {"Message-ID": f"<{name}@openmash>"}
        EmailMessage(subject=subject, body=body, to=[address], headers=headers).send()
