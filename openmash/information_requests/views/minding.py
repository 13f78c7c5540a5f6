"""How far an item may travel; and the conversation that an `H4` item asks for (A8.2)."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.handling import HandlingCode
from openmash.core.refusals import NotHere, Refusal
from openmash.information_requests.forms import RecodeForm, SpokenForm
from openmash.information_requests.models import Item
from openmash.information_requests.selectors import item_by_id, may_answer
from openmash.information_requests.services import lower_code, raise_code, record_spoken


@signed_in(Power.SEE_EVERY_RETURN, Power.ANSWER_REQUESTS)
def recode(request: SignedInRequest, item_id: UUID) -> HttpResponse:
    """Raise a code for the hub, or lower it for the agency that owns the item."""
    item = _open(request, item_id)
    owns = may_answer(request.viewer, item.of_return.request)
    if not (owns or request.viewer.may(Power.SEE_EVERY_RETURN, item.hub_id)):
        raise NotHere
    codes = _codes_to_choose(HandlingCode(item.code), owns=owns)
    if not codes:
        raise NotHere
    form = RecodeForm(request.POST or None, codes=codes)
    if form.is_valid():
        move = lower_code if owns else raise_code
        try:
            move(by=request.viewer, item_id=item.id, at=timezone.now(), **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The code is changed."))
            return redirect("information_requests:request", item.of_return.request.reference)
    context = {"item": item, "form": form, "owns": owns}
    return render(request, "information_requests/recode.html", context)


@signed_in(Power.SEE_EVERY_RETURN)
def spoken(request: SignedInRequest, item_id: UUID) -> HttpResponse:
    """Record that the owner of an `H4` item was spoken to, and what was said."""
    item = _open(request, item_id)
    if item.code != HandlingCode.H4:
        raise NotHere
    first = {"with_whom": item.speak_to, "happened_at": timezone.now()}
    form = SpokenForm(request.POST or None, initial=first)
    if form.is_valid():
        try:
            record_spoken(
                by=request.viewer, item_id=item.id, at=timezone.now(), **form.cleaned_data
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The conversation is in the running record."))
            return redirect("insight:case", item.of_return.request.case.reference)
    return render(request, "information_requests/spoken.html", {"item": item, "form": form})


def _codes_to_choose(now: HandlingCode, *, owns: bool) -> Sequence[HandlingCode]:
    if owns:
        return [each for each in HandlingCode if each.height < now.height]
    return [each for each in HandlingCode if now.height < each.height < HandlingCode.H4.height]


def _open(request: SignedInRequest, item_id: UUID) -> Item:
    """Open an item the viewer may know of, and record that whom it is about was shown."""
    when = timezone.now()
    item = item_by_id(request.viewer, item_id, when)
    asked = item.of_return.request
    record_look(
        by=request.viewer,
        action="information_requests.read",
        at=when,
        hub_id=item.hub_id,
        page=f"request:{asked.id}",
        persons=[item.person_id],
        subject_kind="information_request",
        subject_id=asked.id,
        subject_label=asked.reference,
        case_id=asked.case_id,
    )
    return item
