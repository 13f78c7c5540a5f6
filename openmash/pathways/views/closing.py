"""Closing a case: what still keeps it open, in words, and one button (10.1)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_for, is_worked_by
from openmash.core.refusals import NotHere, Refusal
from openmash.pathways.forms import CloseForm
from openmash.pathways.rules import obstacles_to_closing
from openmash.pathways.selectors import closing_picture
from openmash.pathways.services import finish_case


@signed_in(Power.HAND_OVER)
def close(request: SignedInRequest, reference: str) -> HttpResponse:
    """Close a case, or read what still keeps it open."""
    who, when = request.viewer, timezone.now()
    case = case_for(who, reference)
    if not is_worked_by(who, case):
        raise NotHere
    form = CloseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            finish_case(by=who, case_id=case.id, at=when, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The case is closed."))
            return redirect("insight:case", reference)
    picture = closing_picture(who, case, when)
    context = {
        "case": case,
        "form": form,
        "obstacles": obstacles_to_closing(picture),
        "asks_why": picture.strategy_called_for and not picture.strategy_held,
    }
    return render(request, "pathways/close.html", context)
