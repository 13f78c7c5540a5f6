"""An agency says where it stands; others' opinions are shown when its own is in (A10.1a)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_for
from openmash.core.refusals import Refusal
from openmash.decisions.forms import ViewForm
from openmash.decisions.selectors import views_in
from openmash.decisions.services import give_view
from openmash.decisions.views.looking import note_look, people_of_concern
from openmash.governance.selectors import policy_for
from openmash.information_requests.selectors import agencies_state


@signed_in(Power.GIVE_VIEW)
def view(request: SignedInRequest, reference: str) -> HttpResponse:
    """Give a view, or another beside an earlier one."""
    who, when = request.viewer, timezone.now()
    case = case_for(who, reference)
    document = policy_for(who, case.hub_id, when).document
    labels = {o.code: o.label for o in document.outcomes if set(o.tracks) & set(case.tracks)}
    form = ViewForm(request.POST or None, outcomes=list(labels.items()))
    if form.is_valid():
        answers = form.cleaned_data
        proposes = labels.get(answers.pop("proposes"), "")[:60]
        try:
            give_view(by=who, case_id=case.id, at=when, proposes=proposes, **answers)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("Your agency's view is on record."))
            return redirect("decisions:view", reference)
    people = people_of_concern(request, case, when)
    note_look(request, case, "view", [each.id for each in people], when)
    asked = agencies_state([case.id], viewer=who, at=when).get(case.id, [])
    context = {
        "case": case,
        "people": people,
        "form": form,
        "views": views_in(who, case, asked, when),
        "is_urgent": case.rating in document.gate.never_wait,
    }
    return render(request, "decisions/view.html", context)
