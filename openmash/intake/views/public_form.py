"""Anybody may tell the hub of a concern, without an account and with nothing kept (A1, trust 5)."""

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.selectors import door_viewer, public_hubs
from openmash.accounts.services import act_as, keyring
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

MOST_AN_HOUR = 20
AN_HOUR = 60 * 60


class TooMany(Refusal):
    """One address has sent more concerns in an hour than people send."""


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
    _count(request, hub)
    told = contact_typed(
        form.typed,
        people=people,
        referrer=form.told_by,
        channel=Channel.PUBLIC_FORM,
        received_at=at,
    )
    return send_draft(
        by=door_viewer(hub),
        hub_id=hub.id,
        draft_id=_id_of(request.POST.get("draft", "")),
        form=FormKind.PUBLIC,
        answers=answers_in(request.POST),
        told=told,
        at=at,
        sender=NOBODY_KNOWN,
        code=request.POST.get("code", ""),
    )


def _count(request: HttpRequest, hub: "Hub") -> None:
    """Refuse a flood from one address, which is known only by its keyed hash, for an hour."""
    address = request.META.get("REMOTE_ADDR", "")
    name = "public:" + keyring().keyed_hash(f"public:{hub.id}:{address}".encode())
    cache.add(name, 0, AN_HOUR)
    if cache.incr(name) > MOST_AN_HOUR:
        words = "Many concerns have come from here in the last hour. Please ring us instead."
        raise TooMany(words)


def _id_of(said: str) -> UUID:
    """Return the form's own number; one that cannot be read is a form of its own."""
    try:
        return UUID(said)
    except ValueError:
        return uuid4()


def _page(request: HttpRequest, hub: "Hub", form: PublicForm, once: dict[str, str]) -> HttpResponse:
    return render(request, "intake/public.html", {"door": hub, "form": form, "once": once})
