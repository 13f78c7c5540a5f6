"""Answering about one person, in the line of the desk or on a page of its own."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere, Refusal
from openmash.governance.selectors import policy_for
from openmash.information_requests.forms import AnswerForm, CorrectForm
from openmash.information_requests.selectors import DeskLine, may_be_named
from openmash.information_requests.services import correct_return, respond
from openmash.information_requests.terms import Answer
from openmash.information_requests.views.desk import is_part, line_again, note_shown, open_line


@signed_in(Power.ANSWER_REQUESTS)
def answer(request: SignedInRequest, asked_about_id: UUID) -> HttpResponse:
    """Say what the agency knows of one person it was asked about (A7)."""
    line = open_line(request, asked_about_id)
    form = AnswerForm(
        request.POST or None, initial=_first_answer(request), **_offered(request, line)
    )
    if _is_ready(form):
        try:
            respond(
                by=request.viewer,
                request_id=line.request.id,
                asked_about_id=asked_about_id,
                at=timezone.now(),
                **form.answers,
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return _kept(request, line)
    return _show(request, line, form, "information_requests/answer.html")


@signed_in(Power.ANSWER_REQUESTS)
def correct(request: SignedInRequest, asked_about_id: UUID) -> HttpResponse:
    """Change an answer by giving another in its place; the first stays to be read (A7.10)."""
    line = open_line(request, asked_about_id)
    if line.answer is None:
        raise NotHere
    form = CorrectForm(
        request.POST or None,
        initial={"answer": line.answer.answer.value},
        **_offered(request, line),
    )
    if _is_ready(form):
        try:
            correct_return(
                by=request.viewer,
                return_id=line.answer.return_id,
                at=timezone.now(),
                **form.answers,
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return _kept(request, line)
    return _show(request, line, form, "information_requests/correct.html")


def _is_ready(form: AnswerForm) -> bool:
    return not form.asks_for_more and form.is_valid()


def _first_answer(request: SignedInRequest) -> dict[str, str]:
    """Return the answer the key or the link asked for; known, if it did not say."""
    wanted = request.GET.get("answer", "")
    return {"answer": wanted if wanted in tuple(Answer) else Answer.KNOWN.value}


def _offered(request: SignedInRequest, line: DeskLine) -> dict[str, Any]:
    """Return what a form of this line may choose from, and names for its controls alone."""
    when = timezone.now()
    ratings = policy_for(request.viewer, request.hub.id, when).document.ratings
    return {
        "ratings": [(each.code, each.word) for each in ratings],
        "may_be_named": [(str(key), name) for key, name in may_be_named(line, when.date())],
        "auto_id": f"about-{line.asked_about_id}-%s",
    }


def _kept(request: SignedInRequest, line: DeskLine) -> HttpResponse:
    if is_part(request):
        return line_again(request, line.asked_about_id)
    messages.success(request, _("Saved: your answer about %(name)s.") % {"name": line.name})
    return redirect("information_requests:desk")


def _show(request: SignedInRequest, line: DeskLine, form: AnswerForm, page: str) -> HttpResponse:
    note_shown(request, [line])
    context: dict[str, Any] = {
        "line": line,
        "form": form,
        "action": request.path,
        "back": reverse("information_requests:desk"),
    }
    is_refused = form.is_bound and not form.asks_for_more
    name = "information_requests/parts/answer_in_line.html" if is_part(request) else page
    return render(request, name, context, status=422 if is_refused else 200)
