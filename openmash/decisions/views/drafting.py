"""What is written on the page of deciding is kept as it is typed (trust 5)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.selectors import case_for
from openmash.decisions.forms.deciding import SIGNATURE
from openmash.decisions.selectors import DraftLeft
from openmash.decisions.services import discard_decision_draft, keep_decision_draft

if TYPE_CHECKING:
    from openmash.cases.models import Case

NOT_ANSWERS = frozenset({"csrfmiddlewaretoken", "act", SIGNATURE})


@require_POST
@signed_in(Power.DECIDE, Power.KEEP_RECORD)
def draft(request: SignedInRequest, reference: str) -> HttpResponse:
    """Keep a decision as it stands while it is written; or throw it away and begin afresh."""
    when = timezone.now()
    case = case_for(request.viewer, reference)
    if request.POST.get("act") == "discard":
        discard_decision_draft(by=request.viewer, case_id=case.id, at=when)
        return redirect("decisions:decide", reference)
    keep(request, case, at=when)
    return HttpResponse(status=204)


def keep(request: SignedInRequest, case: "Case", *, at: datetime) -> None:
    """Keep what was posted, without the buttons and the proof of the page."""
    posted = request.POST
    answers = {name: posted.getlist(name) for name in posted if name not in NOT_ANSWERS}
    keep_decision_draft(by=request.viewer, case_id=case.id, answers=answers, at=at)


def as_left(draft: DraftLeft) -> QueryDict:
    """Return a draft's answers in the shape a form reads."""
    data = QueryDict(mutable=True)
    for name, values in draft.answers.items():
        data.setlist(name, values)
    return data
