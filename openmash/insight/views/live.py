"""Live parts ask again every few seconds; an unchanged one is answered 304 and nothing more."""

from collections.abc import Callable

from django.http import HttpResponse

from openmash.accounts.doors import SignedInRequest


def answer_if_changed(
    request: SignedInRequest, signature: str, show: Callable[[], HttpResponse]
) -> HttpResponse:
    """Answer 304 where the page already has what this signature stands for."""
    if request.headers.get("If-None-Match") == signature:
        answer = HttpResponse(status=304)
    else:
        answer = show()
    answer.headers["ETag"] = signature
    return answer
