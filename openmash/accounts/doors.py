"""What a page needs of sign-in: a request that knows who looks, or a way to the sign-in page.

Views of every room stand behind `signed_in`. Without the power it names, a page is not there
(404): hidden and absent look the same.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import HubInFocus, Viewer

Given = ParamSpec("Given")

CLEAR_SITE_DATA = '"cache", "cookies", "storage"'  # what a browser forgets on signing out


class SignedInRequest(HttpRequest):
    """A request whose viewer is known; `hub` is the hub in focus."""

    viewer: Viewer
    hub: HubInFocus


Page = Callable[Concatenate[SignedInRequest, Given], HttpResponse]
Door = Callable[Concatenate[HttpRequest, Given], HttpResponse]


def signed_in(*powers: Power) -> Callable[[Page[Given]], Door[Given]]:
    """Let in practitioners who hold any of `powers` in the hub in focus; none named, anybody."""

    def behind(page: Page[Given]) -> Door[Given]:
        @wraps(page)
        def door(request: HttpRequest, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
            viewer: Viewer | None = getattr(request, "viewer", None)
            if viewer is None:
                return redirect_to_login(request.get_full_path())
            hub: HubInFocus | None = getattr(request, "hub", None)
            if hub is None or (powers and not viewer.powers_in(hub.id) & set(powers)):
                raise NotHere
            return page(cast(SignedInRequest, request), *args, **kwargs)

        return cast(Door[Given], door)

    return behind


def way_back(request: HttpRequest, otherwise: str) -> str:
    """Return the page of ours a form asks to go back to (`back`), or `otherwise`."""
    asked = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if is_ours else otherwise
