"""The board: everything open, most urgent first, live; and the story of the row in focus."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import NotHere
from openmash.insight import selectors
from openmash.insight.rules import filters_from
from openmash.insight.selectors import BoardPage, board_signature, choices_for, people_on
from openmash.insight.terms import Held, Order, Waiting
from openmash.insight.views.live import answer_if_changed
from openmash.insight.views.showing import record_case_look


@signed_in(Power.SEE_CASES)
def board(request: SignedInRequest) -> HttpResponse:
    """Show a page of the board with its filters."""
    when = timezone.now()
    context = {
        "board": _open_board(request, when),
        "choices": choices_for(request.viewer, request.hub.id, at=when),
        "waiting": [each for each in Waiting if each is not Waiting.NOTHING],
        "orders": list(Order),
        "held": list(Held),
        "asked": request.GET,
        "live_url": _live_url(request),
        "may_screen": _may_screen(request),
    }
    return render(request, "insight/board.html", context)


@signed_in(Power.SEE_CASES)
def board_rows(request: SignedInRequest) -> HttpResponse:
    """Show the rows again, if any of them changed."""
    when = timezone.now()
    asked = request.GET.urlencode()
    signature = board_signature(request.viewer, request.hub.id, asked=asked, at=when)
    return answer_if_changed(request, signature, lambda: _rows(request, when))


@signed_in(Power.SEE_CASES)
def story(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show the story of one row beside the board, without leaving it: a case's, or a contact's."""
    when = timezone.now()
    try:
        page = selectors.case_page(request.viewer, reference, at=when)
    except NotHere:
        return _story_of_a_contact(request, reference, when)
    record_case_look(request, page.case, page.person_ids, at=when, place="story")
    return render(request, "insight/parts/story.html", {"page": page})


def _story_of_a_contact(request: SignedInRequest, reference: str, when: datetime) -> HttpResponse:
    page = selectors.contact_story(request.viewer, reference, at=when)
    record_look(
        by=request.viewer,
        action="contact.read",
        at=when,
        hub_id=page.contact.hub_id,
        page=f"contact:{page.contact.id}",
        persons=page.person_ids,
        subject_kind="contact",
        subject_id=page.contact.id,
        subject_label=page.contact.reference,
    )
    context = {"page": page, "may_screen": _may_screen(request)}
    return render(request, "insight/parts/contact_story.html", context)


def _rows(request: SignedInRequest, when: datetime) -> HttpResponse:
    context = {"board": _open_board(request, when), "may_screen": _may_screen(request)}
    return render(request, "insight/parts/board_rows.html", context)


def _may_screen(request: SignedInRequest) -> bool:
    """Whoever may not screen opens the contact to read it."""
    return request.viewer.may(Power.SCREEN, request.hub.id)


def _open_board(request: SignedInRequest, when: datetime) -> BoardPage:
    """Fetch a page of the board, and record whom it newly shows to this person."""
    page = selectors.board(
        request.viewer,
        request.hub.id,
        filters=filters_from(request.GET.dict()),
        page=request.GET.get("page", 1),
        at=when,
    )
    record_look(
        by=request.viewer,
        action="board.read",
        at=when,
        hub_id=request.hub.id,
        page="board",
        persons=people_on(page.rows),
    )
    return page


def _live_url(request: SignedInRequest) -> str:
    asked = request.GET.copy()
    asked["live"] = "1"
    return asked.urlencode()
