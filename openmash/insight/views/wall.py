"""The wall board: big, live, and without a name (A6.5)."""

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.insight import selectors
from openmash.insight.selectors import board_signature
from openmash.insight.views.live import answer_if_changed


@signed_in(Power.SEE_WALLBOARD)
def wall(request: SignedInRequest) -> HttpResponse:
    """Show the wall; it shows nobody, so it is not a look."""
    return _show(request, "insight/wall.html", timezone.now())


@signed_in(Power.SEE_WALLBOARD)
def wall_rows(request: SignedInRequest) -> HttpResponse:
    """Show the lines of the wall again, if any of them changed."""
    when = timezone.now()
    signature = board_signature(request.viewer, request.hub.id, asked="wall", at=when)
    return answer_if_changed(
        request, signature, lambda: _show(request, "insight/parts/wall_rows.html", when)
    )


def _show(request: SignedInRequest, template: str, when: datetime) -> HttpResponse:
    found = selectors.wall(request.viewer, request.hub.id, at=when)
    return render(request, template, {"wall": found})
