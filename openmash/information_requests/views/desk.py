"""The agency's desk: the check list, and nothing known for one or for many."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import NotHere
from openmash.governance.selectors import policy_for
from openmash.information_requests.selectors import (
    DeskFilters,
    DeskLine,
    desk_line,
    desk_lines,
    requests_for_desk,
)
from openmash.information_requests.services import nil_return

SHOWS = ("left", "answered", "all")
DUES = ("", "today", "overdue")


@signed_in(Power.ANSWER_REQUESTS)
def desk(request: SignedInRequest) -> HttpResponse:
    """Show what the agency has to answer, one person a line, soonest due first (A7.2)."""
    who, when = request.viewer, timezone.now()
    filters = filters_in(request.GET)
    found = requests_for_desk(
        who, request.hub.id, at=when, filters=filters, page_number=request.GET.get("page", 1)
    )
    note_shown(request, found.lines)
    context = {
        "desk": found,
        "filters": filters,
        "ratings": policy_for(who, request.hub.id, when).document.ratings,
        "all_ticked": request.GET.get("tick") == "all",
        "query": _query(request),
        "now": when,
    }
    request.nav_counts = {"information_requests:desk": found.left}  # type: ignore[attr-defined]
    return render(request, "information_requests/desk.html", context)


@require_POST
@signed_in(Power.ANSWER_REQUESTS)
def nil(request: SignedInRequest) -> HttpResponse:
    """Say that nothing is known: at once for one person, after a second press for several."""
    ids = _ids(request.POST.getlist("about"))
    if not ids:
        messages.error(request, _("Tick at least one person first."))
        return redirect(_back_to_desk(request))
    if len(ids) > 1 and "sure" not in request.POST:
        return _ask_if_sure(request, ids)
    nil_return(by=request.viewer, asked_about_ids=ids, at=timezone.now())
    if is_part(request):
        return line_again(request, ids[0])
    words = ngettext(
        "Saved: nothing known about %(n)s person.",
        "Saved: nothing known about %(n)s people.",
        len(ids),
    )
    messages.success(request, words % {"n": len(ids)})
    return redirect(_back_to_desk(request))


def filters_in(query: QueryDict) -> DeskFilters:
    """Return the filters of an address; a word it does not know is left out."""
    show, due = query.get("show", ""), query.get("due", "")
    filters = DeskFilters(rating=query.get("rating", ""))
    if show in SHOWS:
        filters = replace(filters, show=show)
    return replace(filters, due=due) if due in DUES else filters


def note_shown(request: SignedInRequest, lines: Sequence[DeskLine]) -> None:
    """Record that these people were shown at this agency's desk (trust 3)."""
    record_look(
        by=request.viewer,
        action="information_requests.read",
        at=timezone.now(),
        hub_id=request.hub.id,
        page=f"desk:{request.hub.id}",
        persons=[each.person_id for each in lines],
    )


def line_again(request: SignedInRequest, asked_about_id: UUID) -> HttpResponse:
    """Return one line as it now stands, with how far the desk has got, for a page in use."""
    when = timezone.now()
    line = open_line(request, asked_about_id)
    found = requests_for_desk(request.viewer, request.hub.id, at=when)
    context = {"line": line, "desk": found, "query": _query(request), "now": when}
    response = render(request, "information_requests/parts/line_again.html", context)
    response["HX-Retarget"] = f"#line-{asked_about_id}"
    response["HX-Reswap"] = "outerHTML"
    return response


def open_line(request: SignedInRequest, asked_about_id: UUID) -> DeskLine:
    """Return one line of the viewer's desk, or raise NotHere."""
    line = desk_line(request.viewer, asked_about_id, request.hub.id, timezone.now())
    if line is None:
        raise NotHere
    return line


def is_part(request: SignedInRequest) -> bool:
    """Say whether a part of a page is asked for, and not a page."""
    return request.headers.get("HX-Request") == "true"


def _ask_if_sure(request: SignedInRequest, ids: list[UUID]) -> HttpResponse:
    lines = desk_lines(request.viewer, ids, request.hub.id, timezone.now())
    context = {"lines": lines, "query": _query(request), "back": _back_to_desk(request)}
    return render(request, "information_requests/sure.html", context)


def _ids(sent: list[str]) -> list[UUID]:
    try:
        return [UUID(each) for each in sent]
    except ValueError:
        raise NotHere from None


def _query(request: SignedInRequest) -> str:
    """Return the filters of the address, to be kept from page to page."""
    kept = request.GET.copy()
    kept.pop("tick", None)
    return kept.urlencode()


def _back_to_desk(request: SignedInRequest) -> str:
    query = _query(request)
    return f"{reverse('information_requests:desk')}{'?' if query else ''}{query}"
