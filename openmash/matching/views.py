"""Pages where a person says whether two records are one human being (A3.1)."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in, way_back
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import Refusal
from openmash.matching.forms import AnswerForm
from openmash.matching.selectors import comparison, open_suggestions_for, trail_of
from openmash.matching.services import confirm_same, keep_apart, suggest_for
from openmash.matching.terms import Verdict
from openmash.people.selectors import PersonShown, person_for

JUDGE = {Verdict.SAME: confirm_same, Verdict.APART: keep_apart}


@signed_in(Power.MATCH_PEOPLE)
def person(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show who somebody might be, and everything judged of them before."""
    at = timezone.now()
    today = timezone.localdate(at)
    shown = person_for(request.viewer, person_id, on=today)
    suggestions = open_suggestions_for(request.viewer, [person_id], on=today).get(person_id, [])
    trail = trail_of(request.viewer, person_id, on=today)
    judged = (each.id for row in trail.judgements for each in (row.left, row.right))
    _record_look(request, shown, [person_id, *(s.known.id for s in suggestions), *judged], at)
    context = {"person": shown, "suggestions": suggestions, "trail": trail}
    return render(request, "matching/person.html", context)


@require_POST
@signed_in(Power.MATCH_PEOPLE)
def suggest(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Look again for whom a record might be about."""
    at = timezone.now()
    shown = person_for(request.viewer, person_id, on=timezone.localdate(at))
    suggest_for(by=request.viewer, hub_id=shown.hub_id, person_id=person_id, at=at)
    return redirect("matching:person", person_id)


@signed_in(Power.MATCH_PEOPLE)
def compare(request: SignedInRequest, told_id: UUID, known_id: UUID) -> HttpResponse:
    """Lay two records side by side, fact by fact, and ask."""
    return _compare(request, told_id, known_id, AnswerForm())


@require_POST
@signed_in(Power.MATCH_PEOPLE)
def answer(request: SignedInRequest, told_id: UUID, known_id: UUID) -> HttpResponse:
    """Write the answer down; a form elsewhere may post here and come `back`."""
    form = AnswerForm(request.POST)
    if form.is_valid():
        judge = JUDGE[Verdict(form.cleaned_data["verdict"])]
        try:
            judge(
                by=request.viewer,
                told_id=told_id,
                known_id=known_id,
                why=form.cleaned_data["why"],
                at=timezone.now(),
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect(way_back(request, reverse("matching:person", args=[told_id])))
    return _compare(request, told_id, known_id, form)


def _compare(
    request: SignedInRequest, told_id: UUID, known_id: UUID, form: AnswerForm
) -> HttpResponse:
    at = timezone.now()
    found = comparison(request.viewer, told_id, known_id, on=timezone.localdate(at))
    _record_look(request, found.told, [told_id, known_id], at)
    return render(request, "matching/compare.html", {"comparison": found, "form": form})


def _record_look(
    request: SignedInRequest, person: PersonShown, persons: Iterable[UUID], at: datetime
) -> None:
    record_look(
        by=request.viewer,
        action="matching.read",
        at=at,
        hub_id=person.hub_id,
        page=f"matching:{person.id}",
        persons=persons,
        subject_kind="person",
        subject_id=person.id,
    )
