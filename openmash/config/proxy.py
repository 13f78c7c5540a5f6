"""Whose address a request came from, where a proxy of the operator's own stands in front."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class AddressFromProxy:
    """Take the address that our own proxy added, which is the last; a caller can write the rest.

    Without it everybody behind the proxy would share one address: one limit, one lock-out.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if told:
            request.META["REMOTE_ADDR"] = told
        return self.get_response(request)
