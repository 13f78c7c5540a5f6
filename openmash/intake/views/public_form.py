"""Anybody may tell the hub of a concern, without an account and with nothing kept (A1, trust 5)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.selectors import door_viewer, public_hubs
from openmash.accounts.services import PublicDoor, act_as, count_knock
from openmash.core.refusals import NotHere, Refusal
from openmash.intake.forms.public import PublicForm
from openmash.intake.models import Contact
from openmash.intake.rules.obstacles import obstacles_to_sending
from openmash.intake.rules.typed_contact import answers_of, contact_typed
from openmash.intake.services import new_resume_code, send_draft
from openmash.intake.services.keeping import NOBODY_KNOWN
from openmash.intake.terms import Channel, FormKind
from openmash.intake.views.drafting import answers_in

if TYPE_CHECKING:
    from openmash.accounts.models import Hub

SENDING = PublicDoor(
    "concern", 20, "Many concerns have come from here in the last hour. Please ring us instead."
)


def public(request: HttpRequest, hub: str) -> HttpResponse:
    """Ask the least, and answer with a reference; sent twice, it is the same concern."""
    door = public_hubs().filter(slug=hub).first()
    if door is None:
        raise NotHere
    act_as(door_viewer(door))
    if request.method != "POST":
        fresh = {"draft": str(uuid4()), "code": new_resume_code()}
        return _page(request, door, PublicForm(), fresh)
    form = PublicForm(request.POST, is_judged=True)
    once = {name: request.POST.get(name, "") for name in ("draft", "code")}
    try:
        if contact := _send(request, door, form, timezone.now()):
            context = {"contact": contact, "door": door}
            return render(request, "intake/public_receipt.html", context)
    except Refusal as refusal:
        form.add_error(None, [_(each) for each in refusal.reasons])
    return _page(request, door, form, once)


def _send(request: HttpRequest, hub: "Hub", form: PublicForm, at: datetime) -> Contact | None:
    if not form.is_valid():
        return None
    people = form.people(on=timezone.localdate(at))
    answers = answers_of(form.typed, people=people, referrer=form.told_by)
    for field, words in (found := obstacles_to_sending(answers)):
        form.add_error("given_names" if field == "people" else field, _(words))
    if found:
        return None
    by = door_viewer(hub)
    origin = request.META.get("REMOTE_ADDR", "")
    count_knock(by=by, hub_id=hub.id, door=SENDING, origin=origin, at=at)
    told = contact_typed(
        form.typed,
        people=people,
        referrer=form.told_by,
        channel=Channel.PUBLIC_FORM,
        received_at=at,
    )
    return send_draft(
        by=by,
        hub_id=hub.id,
        draft_id=_id_of(request.POST.get("draft", "")),
        form=FormKind.PUBLIC,
        answers=answers_in(request.POST),
        told=told,
        at=at,
        sender=NOBODY_KNOWN,
        code=request.POST.get("code", ""),
    )


def _id_of(said: str) -> UUID:
    """Return the form's own number; one that cannot be read is a form of its own."""
    try:
        return UUID(said)
    except ValueError:
        return uuid4()


def _page(request: HttpRequest, hub: "Hub", form: PublicForm, once: dict[str, str]) -> HttpResponse:
    return render(request, "intake/public.html", {"door": hub, "form": form, "once": once})
