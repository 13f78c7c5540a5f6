"""Rating a case again, and moving it on before it is decided."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.forms import MoveForm, RateForm
from openmash.cases.models import Case
from openmash.cases.selectors import case_for, is_worked_by, moves_of, ratings_of
from openmash.cases.services import move_case, rate_case
from openmash.cases.terms import CaseStatus
from openmash.cases.views.heading import Heading, open_heading
from openmash.core.refusals import Refusal
from openmash.governance.selectors import policy_for


@signed_in(Power.RATE)
def rate(request: SignedInRequest, reference: str) -> HttpResponse:
    """Rate a case: for the hub if one works here, and otherwise for one's own agency (A5.4)."""
    who, when = request.viewer, timezone.now()
    case = case_for(who, reference)
    as_hub = is_worked_by(who, case)
    ratings = policy_for(who, case.hub_id, when).document.ratings
    words = [(each.code, f"{each.word}: {_(each.meaning)}") for each in ratings]
    form = RateForm(request.POST or None, ratings=words, as_hub=as_hub)
    if form.is_valid():
        try:
            rate_case(by=who, case_id=case.id, at=when, as_hub=as_hub, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("insight:case", reference)
    heading = open_heading(request, reference, when) if as_hub else Heading(case, [])
    context = {
        "heading": heading,
        "form": form,
        "as_hub": as_hub,
        "ratings": ratings_of(case) if as_hub else (),
    }
    return render(request, "cases/rate.html", context)


@signed_in(Power.KEEP_RECORD)
def move(request: SignedInRequest, reference: str) -> HttpResponse:
    """Move a case on, or back, before it is decided (2.3)."""
    when = timezone.now()
    heading = open_heading(request, reference, when)
    form = MoveForm(request.POST or None, status=CaseStatus(heading.case.status))
    if form.is_valid():
        try:
            _move(request, heading.case, form)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("insight:case", reference)
    context = {"heading": heading, "form": form, "moves": _moves(heading.case)}
    return render(request, "cases/move.html", context)


def _move(request: SignedInRequest, case: Case, form: MoveForm) -> None:
    answers = form.cleaned_data
    move_case(
        by=request.viewer,
        case_id=case.id,
        to=answers["to"],
        why=answers["why"],
        at=timezone.now(),
    )


def _moves(case: Case) -> list[dict[str, object]]:
    return [
        {"became": CaseStatus(each.became), "at": each.moved_at, "by": each.moved_by_name}
        for each in moves_of(case)
    ]
