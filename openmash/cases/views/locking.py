"""Restricting a case to a named list, and lifting that again (A8.8)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.selectors import practitioners_who_may
from openmash.accounts.terms import Power
from openmash.cases.forms import LiftForm, RestrictForm
from openmash.cases.selectors import case_for, cases_visible_to
from openmash.cases.services import CannotRestrict, lift_restriction, restrict_case
from openmash.cases.views.heading import Heading, open_heading
from openmash.core.refusals import Refusal


@signed_in(Power.RESTRICT)
def restrict(request: SignedInRequest, reference: str) -> HttpResponse:
    """Choose who alone may know of the case."""
    who, when = request.viewer, timezone.now()
    heading = open_heading(request, reference, when)
    form = _form(request, heading)
    if form.is_valid():
        try:
            restrict_case(by=who, case_id=heading.case.id, at=when, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return _after(request, heading)
    context = {"heading": heading, "form": form}
    return render(request, "cases/restrict.html", context)


@require_POST
@signed_in(Power.RESTRICT)
def lift(request: SignedInRequest, reference: str) -> HttpResponse:
    """Open a restricted case to the hub's workers again."""
    case = case_for(request.viewer, reference)
    form = LiftForm(request.POST)
    if not form.is_valid():
        raise CannotRestrict(_("Say why the restriction is lifted."))
    lift_restriction(
        by=request.viewer, case_id=case.id, why=form.cleaned_data["why"], at=timezone.now()
    )
    messages.success(request, _("The hub's workers can see this case again."))
    return redirect("insight:case", reference)


def _form(request: SignedInRequest, heading: Heading) -> RestrictForm:
    today = timezone.localdate()
    workers = practitioners_who_may(Power.KEEP_RECORD, heading.case.hub_id, on=today)
    named = heading.case.audience or filter(None, [request.viewer.id])
    return RestrictForm(
        request.POST or None,
        workers=[(str(each.id), each.name) for each in workers],
        initial={"named": [str(each) for each in named]},
    )


def _after(request: SignedInRequest, heading: Heading) -> HttpResponse:
    """Go back to the case, unless whoever locked it is not on its list."""
    messages.success(request, _("Only the people you named can see this case now."))
    if cases_visible_to(request.viewer).filter(id=heading.case.id).exists():
        return redirect("insight:case", heading.case.reference)
    return redirect("insight:board")
