"""Signing in and out, the hub one works in, and one's own profile."""

from typing import Any
from uuid import UUID

from allauth.account.utils import perform_login
from allauth.account.views import LoginView, LogoutView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from openmash.accounts.doors import CLEAR_SITE_DATA, SignedInRequest, signed_in
from openmash.accounts.selectors import (
    CastShown,
    fictional_cast,
    fictional_practitioner,
    has_second_step,
    places_of,
)
from openmash.accounts.services import seeing_every_hub
from openmash.core.refusals import NotHere


class SignIn(LoginView):  # type: ignore[misc]
    """Sign in; in a demonstration the page introduces the cast, each with one press."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"cast": _cast() if settings.DEMO else []}


class SignOut(LogoutView):  # type: ignore[misc]
    """Sign out, and have the browser forget what it kept of us (trust 4)."""

    def post(self, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = super().post(*args, **kwargs)
        answer.headers["Clear-Site-Data"] = CLEAR_SITE_DATA
        return answer


sign_in = SignIn.as_view()
sign_out = SignOut.as_view()


def _cast() -> list[CastShown]:
    with seeing_every_hub():
        return fictional_cast(on=timezone.localdate())


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in as one of a demonstration's cast; in any other run this page is not there."""
    if not settings.DEMO:
        raise NotHere
    practitioner = fictional_practitioner(request.POST.get("username", ""))
    came_for = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(came_for, allowed_hosts={request.get_host()})
    answer: HttpResponse = perform_login(
        request, practitioner, redirect_url=came_for if is_ours else None
    )
    return answer


@require_POST
@signed_in()
def work_in(request: SignedInRequest) -> HttpResponse:
    """Work in another of one's hubs; authority is separate in each (A17.3)."""
    chosen = request.POST.get("hub", "")
    if chosen not in {str(each) for each in request.viewer.hub_ids}:
        raise NotHere
    request.session["hub_in_focus"] = str(UUID(chosen))
    return redirect("web:home")


@signed_in()
def profile(request: SignedInRequest) -> HttpResponse:
    """Show who one is here: job, roles in each hub, language, second step."""
    context = {
        "places": places_of(request.viewer, in_focus=request.hub.id),
        "has_second_step": has_second_step(request.viewer.practitioner_id),
    }
    return render(request, "accounts/profile.html", context)
