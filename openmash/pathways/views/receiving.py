"""The tray of a receiving team, and one hand-over to read, copy, accept or send back (A12.2)."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere, Refusal
from openmash.pathways.forms import AcceptForm, BecauseForm
from openmash.pathways.selectors import HandoverShown, handover_for, tray
from openmash.pathways.services import accept_handover, return_handover, waive_handover
from openmash.pathways.terms import TrayShows
from openmash.pathways.views.looking import note_look

Verb = Callable[..., Any]
VERBS: Mapping[str, tuple[type[forms.Form], Verb, Any]] = {
    "accept": (AcceptForm, accept_handover, _("Accepted. The hub and the referrer will see it.")),
    "return": (BecauseForm, return_handover, _("Sent back. The hub decides again.")),
    "waive": (BecauseForm, waive_handover, _("The case goes on without the team's answer.")),
}


@signed_in(Power.RECEIVE_HANDOVER, Power.HAND_OVER)
def handovers(request: SignedInRequest) -> HttpResponse:
    """List the hand-overs of the teams one manages, or of the hub, those that wait first."""
    when, asked = timezone.now(), request.GET.get("shows", TrayShows.WAITING.value)
    shows = TrayShows(asked) if asked in tuple(TrayShows) else TrayShows.WAITING
    number = request.GET.get("page", "1")
    page = tray(request.viewer, request.hub.id, shows=shows, number=number)
    rows = list(page.object_list)
    note_look(request, "handovers.listed", [p.id for each in rows for p in each.people], when)
    context = {"page": page, "rows": rows, "shows": shows, "choices": list(TrayShows)}
    return render(request, "pathways/handovers.html", context)


@signed_in(Power.RECEIVE_HANDOVER, Power.HAND_OVER, Power.SEE_CASES)
def handover(request: SignedInRequest, reference: str) -> HttpResponse:
    """Read one hand-over; accept it, send it back, or go on without an answer."""
    when, act = timezone.now(), request.POST.get("act", "")
    shown = handover_for(request.viewer, reference)
    tried = {
        name: kind(request.POST if name == act else None) for name, (kind, *_more) in VERBS.items()
    }
    if request.method == "POST" and _answered(request, shown, act, tried):
        back = request.POST.get("next") == "tray"
        return redirect("pathways:handovers") if back else redirect(request.path)
    note_look(request, "handover.opened", [each.id for each in shown.people], when, label=reference)
    context = {"handover": shown, "forms": tried, "tried": tried.get(act)}
    return render(request, "pathways/handover.html", context)


def _answered(
    request: SignedInRequest, shown: HandoverShown, act: str, tried: dict[str, forms.Form]
) -> bool:
    if act not in VERBS:
        raise NotHere
    form = tried[act]
    _kind, verb, done = VERBS[act]
    if not form.is_valid():
        return False
    try:
        verb(by=request.viewer, handover_id=shown.id, at=timezone.now(), **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, list(refusal.reasons))
        return False
    messages.success(request, done)
    return True
