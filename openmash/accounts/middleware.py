"""Nothing is opened before the second step of signing in has been set up (trust 4)."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from openmash.accounts.models import Practitioner
from openmash.accounts.selectors import has_second_step

OPEN_BEFORE = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "mfa_index",
        "mfa_activate_totp",
        "mfa_add_webauthn",
        "web:accessibility",
        "web:language",
        "web:privacy",
    }
)


class SecondStepFirst:
    """Lead a practitioner who must have a second step, and has none, to set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or match.view_name in OPEN_BEFORE or not lacks_second_step(request.user):
            return None
        if request.headers.get("HX-Request"):
            return HttpResponse(status=204, headers={"HX-Redirect": reverse("mfa_index")})
        return redirect("mfa_index")


def lacks_second_step(user: Practitioner | AnonymousUser) -> bool:
    """Say whether somebody must set up a second step before anything else."""
    if isinstance(user, AnonymousUser) or not user.mfa_required:
        return False
    return not has_second_step(user.id)
