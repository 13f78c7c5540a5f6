"""The hub writes down what it is told by telephone: look first, then one page (A1, A3.1)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import Refusal
from openmash.governance.rules import PolicyDocument
from openmash.governance.selectors import policy_for
from openmash.intake.forms.adult_concern import AdultConcernForm
from openmash.intake.forms.calling import CallForm
from openmash.intake.forms.people import HouseholdForm, rows_of
from openmash.intake.models import Contact
from openmash.intake.rules.typed_contact import contact_typed
from openmash.intake.services import record_call
from openmash.intake.terms import FormKind
from openmash.intake.views.drafting import Filled, answers_in, as_left, keep, left_by
from openmash.intake.views.knowing import known_people, rows_about
from openmash.people.selectors import PersonShown, find_people


@signed_in(Power.RECORD_CONTACT)
def record(request: SignedInRequest) -> HttpResponse:
    """Look for whom the call is about, before anybody is written down a second time (A3.1)."""
    query = request.GET.get("q", "").strip()
    if not query:
        return render(request, "intake/record.html", {"query": ""})
    at = timezone.now()
    found = find_people(request.viewer, query, on=timezone.localdate(at))
    if found.reference:
        return redirect("web:go", found.reference)
    here = [each for each in found.people if each.hub_id == request.hub.id]
    _note(request, "people.found", here, at)
    context = {"query": query, "people": here, "found": found}
    return render(request, "intake/record.html", context)


@signed_in(Power.RECORD_CONTACT)
def new_call(request: SignedInRequest) -> HttpResponse:
    """Open the page of a call, with whoever was chosen written in already."""
    at = timezone.now()
    on = timezone.localdate(at)
    chosen = known_people(request.viewer, request.hub.id, request.GET.getlist("known"), on=on)
    _note(request, "people.chosen", chosen, at)
    rows, home = rows_about(chosen, on=on)
    document = _policy(request, at)
    adult = AdultConcernForm(nations=document.nations)
    form = CallForm(now=at, document=document)
    filled = Filled(form, rows, HouseholdForm(initial=home), adult)
    return _page(request, uuid4(), filled)


@signed_in(Power.RECORD_CONTACT)
def call(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Go on with a call's page, keep it, or send it."""
    at = timezone.now()
    if request.method != "POST":
        left = left_by(request.viewer, draft_id, FormKind.PHONE)
        if left.sent_as:
            return redirect("intake:contact", left.sent_as)
        return _page(request, draft_id, _filled(request, as_left(left.answers), at))
    filled = _filled(request, request.POST, at, is_judged="send" in request.POST)
    try:
        if "send" not in request.POST:
            return _keep(request, draft_id, at)
        if contact := _send(request, draft_id, filled, at):
            return _go_on(request, contact)
    except Refusal as refusal:
        filled.form.add_error(None, [_(each) for each in refusal.reasons])
    return _page(request, draft_id, filled)


def _filled(
    request: SignedInRequest, data: QueryDict, at: datetime, *, is_judged: bool = False
) -> Filled:
    document = _policy(request, at)
    return Filled(
        CallForm(data, now=at, document=document, is_judged=is_judged),
        rows_of(data, is_judged=is_judged),
        HouseholdForm(data, is_judged=is_judged),
        AdultConcernForm(data, nations=document.nations, is_judged=is_judged),
    )


def _policy(request: SignedInRequest, at: datetime) -> PolicyDocument:
    return policy_for(request.viewer, request.hub.id, at).document


def _keep(request: SignedInRequest, draft_id: UUID, at: datetime) -> HttpResponse:
    is_more = "add_person" in request.POST
    keep(request, draft_id, FormKind.PHONE, at=at, people=int(is_more))
    if not is_more:
        messages.success(request, _("Kept. You can go on with it later."))
    return redirect("intake:call", draft_id)


def _send(request: SignedInRequest, draft_id: UUID, filled: Filled, at: datetime) -> Contact | None:
    """Send the call, or return None with every obstacle beside its answer."""
    if not filled.is_readable():
        return None
    form, people = filled.form, filled.people(on=timezone.localdate(at))
    assert isinstance(form, CallForm)
    if not filled.may_be_sent(people, form.told_by):
        return None
    told = contact_typed(
        filled.typed(people),
        people=people,
        referrer=form.told_by,
        channel=form.came_by,
        received_at=form.reached_us_at,
    )
    return record_call(
        by=request.viewer,
        hub_id=request.hub.id,
        draft_id=draft_id,
        answers=answers_in(request.POST),
        told=told,
        known=filled.known(),
        at=at,
    )


def _go_on(request: SignedInRequest, contact: Contact) -> HttpResponse:
    """Lead to screening whoever may screen; everybody else reads what was kept."""
    words = _("Contact %(reference)s is recorded.") % {"reference": contact.reference}
    messages.success(request, words)
    may_screen = request.viewer.may(Power.SCREEN, request.hub.id)
    return redirect("intake:screen" if may_screen else "intake:contact", contact.reference)


def _page(request: SignedInRequest, draft_id: UUID, filled: Filled) -> HttpResponse:
    context = {
        "draft_id": draft_id,
        "filled": filled,
        "form": filled.form,
        "kind": FormKind.PHONE,
    }
    return render(request, "intake/call.html", context)


def _note(
    request: SignedInRequest, action: str, people: Iterable[PersonShown], at: datetime
) -> None:
    """Whoever was shown was looked at (trust 3)."""
    record_look(
        by=request.viewer,
        action=action,
        at=at,
        hub_id=request.hub.id,
        page="record",
        persons=[each.id for each in people],
    )
