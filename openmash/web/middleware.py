"""One request, one transaction, one viewer; and headers that keep what it says to itself.

The order in settings matters: `RequestIsOneTransaction` stands outside sessions and sign-in, so
that they commit or roll back with the rest (ADR 6).
"""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import urlencode

from openmash.accounts.doors import CLEAR_SITE_DATA
from openmash.accounts.selectors import viewer_of
from openmash.accounts.services import act_as, know_practitioner
from openmash.audit.services import record
from openmash.core.refusals import NotHere, Refusal, hearing_refusals
from openmash.core.viewers import HubInFocus, Viewer

Answer = Callable[[HttpRequest], HttpResponse]


class RequestIsOneTransaction:
    """Open the request's transaction, say who asks, and answer refusals in one place.

    It rolls back when anything but a `Refusal` or `NotHere` was raised, or the status is 500 or
    more. The footprint of a refusal is written here, after the verb's own savepoint has gone.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer, request.hub = None, None  # type: ignore[attr-defined]
        with transaction.atomic(), hearing_refusals() as refusals:
            response = self.get_response(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            else:
                self._leave_footprints(request, refusals)
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Tell the database who asks, once the session has said who it is."""
        if not request.user.is_authenticated:
            return
        know_practitioner(request.user.id)
        viewer = viewer_of(
            request.user,
            on=timezone.localdate(),
            session=request.session.get("look_session", ""),
            origin=request.META.get("REMOTE_ADDR", ""),
        )
        act_as(viewer)
        translation.activate(request.user.language)
        request.viewer = viewer  # type: ignore[attr-defined]
        request.hub = _hub_in_focus(request, viewer)  # type: ignore[attr-defined]

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, NotHere):
            self._record(request, "page.not_shown")
            return render(request, "404.html", status=404)
        if isinstance(error, Refusal):
            return render(request, "web/refused.html", {"reasons": error.reasons}, status=409)
        return None

    def _leave_footprints(self, request: HttpRequest, refusals: list[Refusal]) -> None:
        for refusal in refusals:
            self._record(request, "page.refused", refusal=type(refusal).__name__)

    def _record(self, request: HttpRequest, action: str, **details: str) -> None:
        viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]
        match = request.resolver_match
        if viewer is None or match is None:
            return
        asked = {key: str(value) for key, value in match.kwargs.items()}
        record(
            by=viewer,
            action=action,
            at=timezone.now(),
            hub_id=request.hub.id if request.hub else None,  # type: ignore[attr-defined]
            subject_kind="page",
            subject_label=asked.get("reference", match.view_name or ""),
            details={**asked, **details, "page": match.view_name or ""},
        )


def _hub_in_focus(request: HttpRequest, viewer: Viewer) -> HubInFocus | None:
    chosen = request.session.get("hub_in_focus", "")
    standing = next((s for s in viewer.standings if str(s.hub_id) == chosen), None)
    standing = standing or next(iter(viewer.standings), None)
    return HubInFocus(standing.hub_id, standing.hub_name) if standing else None


class SessionLimits:
    """Sign somebody out after a quiet spell or a long day, to come back to the same page (trust 4).

    Live parts ask again and again by themselves (`?live=1`); they are not the person being there.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        now = timezone.now()
        if self._is_over(request, now):
            return self._sign_out(request)
        self._note_presence(request, now)
        return self.get_response(request)

    def _is_over(self, request: HttpRequest, now: datetime) -> bool:
        began, seen = request.session.get("began_at"), request.session.get("seen_at")
        if began is None or seen is None:
            return False
        age, quiet = now.timestamp() - float(began), now.timestamp() - float(seen)
        return (
            age > settings.SESSION_LONGEST.total_seconds()
            or quiet > settings.SESSION_IDLE.total_seconds()
        )

    def _note_presence(self, request: HttpRequest, now: datetime) -> None:
        session = request.session
        if "look_session" not in session:
            session["look_session"] = secrets.token_hex(16)
            session["began_at"] = now.timestamp()
            session["seen_at"] = now.timestamp()
        elif "live" not in request.GET and now.timestamp() - session["seen_at"] > 60:
            session["seen_at"] = now.timestamp()

    def _sign_out(self, request: HttpRequest) -> HttpResponse:
        came_for = request.get_full_path() if request.method == "GET" else request.path
        logout(request)
        target = f"{reverse('account_login')}?{urlencode({'next': came_for, 'quiet': '1'})}"
        if request.headers.get("HX-Request"):
            answer = HttpResponse(status=204, headers={"HX-Redirect": target})
        else:
            answer = redirect(target)
        answer.headers["Clear-Site-Data"] = CLEAR_SITE_DATA
        return answer


class SafeHeaders:
    """Headers on every answer: nothing kept on the device, nothing lent to others (trust 4)."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=()")
        return response
