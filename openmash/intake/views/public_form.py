"""Anybody may tell the hub of a concern, without an account and with nothing kept (A1, trust 5)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Self
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.selectors import door_viewer, public_hubs
from openmash.accounts.services import PublicDoor, act_as, count_knock
from openmash.core.refusals import NotHere, Refusal
from openmash.intake.forms.public import PublicForm
from openmash.intake.models import Contact, Draft
from openmash.intake.rules.coming_back import kept_until
from openmash.intake.rules.obstacles import obstacles_to_sending
from openmash.intake.rules.typed_contact import answers_of, contact_typed
from openmash.intake.services import new_resume_code, save_draft, send_draft
from openmash.intake.services.keeping import NOBODY_KNOWN
from openmash.intake.terms import Channel, FormKind
from openmash.intake.views.drafting import answers_in

if TYPE_CHECKING:
    from openmash.accounts.models import Hub

SENDING = PublicDoor(
    "concern", 20, "Many concerns have come from here in the last hour. Please ring us instead."
)
KEEPING = PublicDoor(
    "keeping", 60, "Many forms have been kept from here in the last hour. Please ring us instead."
)


@dataclass(frozen=True)
class Once:
    """What a form carries so that it is kept and sent once: its number, and the code to it."""

    draft: str
    code: str

    @classmethod
    def fresh(cls) -> Self:
        return cls(str(uuid4()), new_resume_code())

    @classmethod
    def posted(cls, request: HttpRequest) -> Self:
        return cls(request.POST.get("draft", ""), request.POST.get("code", ""))

    @property
    def draft_id(self) -> UUID:
        """Return the form's own number; one that cannot be read is a form of its own."""
        try:
            return UUID(self.draft)
        except ValueError:
            return uuid4()


def public(request: HttpRequest, hub: str) -> HttpResponse:
    """Ask the least, and answer with a reference; sent twice, it is the same concern."""
    door, at = door_of(hub), timezone.now()
    if request.method != "POST":
        return form_page(request, door, PublicForm(), Once.fresh())
    is_kept = "save" in request.POST
    form, once = PublicForm(request.POST, is_judged=not is_kept), Once.posted(request)
    try:
        if is_kept:
            return _kept_page(request, door, _keep(request, door, once, at), once)
        if contact := _send(request, door, form, at):
            return receipt_page(request, door, contact)
    except Refusal as refusal:
        form.add_error(None, [_(each) for each in refusal.reasons])
    return form_page(request, door, form, once)


def door_of(hub: str) -> "Hub":
    """Return the hub whose public door this is, and see what somebody at it may see."""
    door = public_hubs().filter(slug=hub).first()
    if door is None:
        raise NotHere
    act_as(door_viewer(door))
    return door


def address_of(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def form_page(request: HttpRequest, hub: "Hub", form: PublicForm, once: Once) -> HttpResponse:
    """Show the form, empty or as it was left."""
    return render(request, "intake/public.html", {"door": hub, "form": form, "once": once})


def receipt_page(request: HttpRequest, hub: "Hub", contact: Contact) -> HttpResponse:
    """Say that it arrived, and under which reference."""
    return render(request, "intake/public_receipt.html", {"contact": contact, "door": hub})


def _kept_page(request: HttpRequest, hub: "Hub", draft: Draft, once: Once) -> HttpResponse:
    if draft.sent_as:
        return receipt_page(request, hub, draft.sent_as)
    context = {
        "door": hub,
        "code": once.code,
        "until": kept_until(draft.saved_at),
        "is_danger": "immediate_danger" in request.POST,
    }
    return render(request, "intake/public_kept.html", context)


def _keep(request: HttpRequest, hub: "Hub", once: Once, at: datetime) -> Draft:
    by = door_viewer(hub)
    count_knock(by=by, hub_id=hub.id, door=KEEPING, origin=address_of(request), at=at)
    return save_draft(
        by=by,
        hub_id=hub.id,
        draft_id=once.draft_id,
        form=FormKind.PUBLIC,
        answers=answers_in(request.POST),
        at=at,
        code=once.code,
    )


def _send(request: HttpRequest, hub: "Hub", form: PublicForm, at: datetime) -> Contact | None:
    if not form.is_valid():
        return None
    people = form.people(on=timezone.localdate(at))
    answers = answers_of(form.typed, people=people, referrer=form.told_by)
    for field, words in (found := obstacles_to_sending(answers)):
        form.add_error("given_names" if field == "people" else field, _(words))
    if found:
        return None
    by, once = door_viewer(hub), Once.posted(request)
    count_knock(by=by, hub_id=hub.id, door=SENDING, origin=address_of(request), at=at)
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
        draft_id=once.draft_id,
        form=FormKind.PUBLIC,
        answers=answers_in(request.POST),
        told=told,
        at=at,
        sender=NOBODY_KNOWN,
        code=once.code,
    )
