"""The running record: read it, and write in it from anywhere in the case (A5.14)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.forms import RecordForm
from openmash.cases.models import Case
from openmash.cases.selectors import RecordEntry, covers_of, ratings_of, running_record
from openmash.cases.services import record_conversation
from openmash.cases.terms import ConversationKind
from openmash.cases.views.heading import open_heading
from openmash.core.refusals import NotHere, Refusal
from openmash.governance.selectors import clocks_of_cases, tasks_on_case
from openmash.governance.terms import ClockKind


@signed_in(Power.SEE_CASES)
def record(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the record, the clocks and the tasks of a case: a page, or a part of the case's."""
    when = timezone.now()
    heading = open_heading(request, reference, when)
    hub_id = heading.case.hub_id
    context = {
        "heading": heading,
        "entries": running_record(request.viewer, heading.case, when),
        "clocks": clocks_of_cases([heading.case.id]).exclude(kind=ClockKind.REQUEST_RETURN),
        "tasks": tasks_on_case(heading.case.id).filter(
            needs_power__in=request.viewer.powers_in(hub_id)
        ),
        "covers": covers_of(heading.case),
        "ratings": ratings_of(heading.case),
        "form": _new_form(request, hub_id),
        "back_to": reverse("insight:case", args=[reference]),
        "may_record": request.viewer.may(Power.KEEP_RECORD, hub_id),
    }
    is_part = request.headers.get("HX-Request") == "true"
    return render(request, "cases/parts/record.html" if is_part else "cases/record.html", context)


@signed_in(Power.KEEP_RECORD)
def conversation(
    request: SignedInRequest, reference: str, corrects: UUID | None = None
) -> HttpResponse:
    """Write an entry, or one that stands in place of another."""
    who, when = request.viewer, timezone.now()
    heading = open_heading(request, reference, when)
    corrected = _corrected(request, heading.case, corrects)
    form = _form(request, heading.case.hub_id, corrected)
    if form.is_valid():
        try:
            record_conversation(
                by=who,
                case_id=heading.case.id,
                at=when,
                corrects_id=corrects,
                **form.cleaned_data,
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("insight:case", reference)
    context = {"heading": heading, "form": form, "corrected": corrected}
    return render(request, "cases/conversation.html", context)


def _form(request: SignedInRequest, hub_id: UUID, corrected: RecordEntry | None) -> RecordForm:
    may_direct = request.viewer.may(Power.DIRECT, hub_id)
    if request.method == "POST":
        return RecordForm(request.POST, may_direct=may_direct)
    if corrected is None:
        return _new_form(request, hub_id)
    return RecordForm(initial=_as_it_was(corrected), may_direct=may_direct)


def _new_form(request: SignedInRequest, hub_id: UUID) -> RecordForm:
    first = {"kind": ConversationKind.CONVERSATION.value, "happened_at": timezone.now()}
    return RecordForm(initial=first, may_direct=request.viewer.may(Power.DIRECT, hub_id))


def _as_it_was(corrected: RecordEntry) -> dict[str, object]:
    entry = corrected.entry
    return {
        "kind": entry.kind,
        "with_whom": entry.with_whom,
        "how": entry.how,
        "happened_at": entry.happened_at,
        "said": entry.said,
        "agreed": entry.agreed,
        "nature": entry.nature,
        "code": entry.code,
    }


def _corrected(request: SignedInRequest, case: Case, corrects: UUID | None) -> RecordEntry | None:
    if corrects is None:
        return None
    readable = running_record(request.viewer, case, timezone.now())
    found = next((each for each in readable if each.entry.id == corrects), None)
    if found is None:
        raise NotHere
    return found
