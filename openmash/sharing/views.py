"""Pages of the sharing decision, and of the register of what left."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.sharing.forms import SHARE, SharingForm
from openmash.sharing.selectors import (
    CaseHead,
    case_head,
    decisions_of_case,
    disclosures_of_case,
    law_offered,
    urgent_decision_waiting,
)
from openmash.sharing.services import CannotShareYet, decide_sharing


@signed_in(Power.ASK_AGENCIES)
def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Decide whether a case may be shared, on what basis; see what was decided before (A14)."""
    who, when = request.viewer, timezone.now()
    heading = _open(request, reference)
    law = law_offered(who, heading.case, when)
    form = SharingForm(
        request.POST or None,
        law=law,
        initial={"to_share": SHARE, "power_relied_on": law.usual_power},
    )
    if form.is_valid():
        try:
            decide_sharing(by=who, case_id=heading.case.id, at=when, **form.answers)
        except CannotShareYet as refusal:
            form.show_obstacles(refusal.obstacles)
        else:
            messages.success(request, _("The decision to share is recorded."))
            return redirect("insight:case", reference)
    context = {
        "heading": heading,
        "form": form,
        "powers": law.powers,
        "decisions": decisions_of_case(who, heading.case.id),
        "waiting": urgent_decision_waiting(heading.case.id),
    }
    return render(request, "sharing/decide.html", context)


@signed_in(Power.SEE_CASES)
def register(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show what left about a case, to whom, when and on what basis (A14.8)."""
    heading = _open(request, reference)
    context = {
        "heading": heading,
        "disclosures": disclosures_of_case(request.viewer, heading.case.id),
    }
    return render(request, "sharing/register.html", context)


def _open(request: SignedInRequest, reference: str) -> CaseHead:
    """Open a case for one who works on it, and record that its people were shown."""
    when = timezone.now()
    heading = case_head(request.viewer, reference, when)
    record_look(
        by=request.viewer,
        action="case.read",
        at=when,
        hub_id=heading.case.hub_id,
        page=f"case:{heading.case.id}",
        persons=[each.id for each in heading.people],
        subject_kind="case",
        subject_id=heading.case.id,
        subject_label=heading.case.reference,
        case_id=heading.case.id,
    )
    return heading
