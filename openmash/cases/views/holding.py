"""Giving a case to somebody, and taking one that nobody holds."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.forms import AllocateForm
from openmash.cases.selectors import allocations_of, case_for, workers_for
from openmash.cases.services import CannotAllocate, allocate_case
from openmash.cases.views.heading import open_heading
from openmash.core.refusals import Refusal


@signed_in(Power.ALLOCATE)
def allocate(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose who has the case, or who covers for its holder."""
    when = timezone.now()
    heading = open_heading(request, reference, when)
    workers = [(str(each.id), each.name) for each in workers_for(heading.case, on=when.date())]
    form = AllocateForm(request.POST or None, workers=workers)
    if form.is_valid():
        answers = form.cleaned_data
        try:
            allocate_case(
                by=request.viewer,
                case_id=heading.case.id,
                to_id=answers["to"],
                kind=answers["kind"],
                why=answers["why"],
                at=when,
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("insight:case", reference)
    context = {"heading": heading, "form": form, "spells": allocations_of(heading.case)}
    return render(request, "cases/allocate.html", context)


@require_POST
@signed_in(Power.KEEP_RECORD)
def take(request: SignedInRequest, reference: str) -> HttpResponse:
    """Take a case that nobody holds."""
    case = case_for(request.viewer, reference)
    if request.viewer.id is None:
        raise CannotAllocate("Only a practitioner can hold a case.")
    allocate_case(by=request.viewer, case_id=case.id, to_id=request.viewer.id, at=timezone.now())
    messages.success(request, _("You have this case now."))
    return redirect("insight:case", reference)
