"""The shell's pages, and a plain page under each name the navigation points at."""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, include, path

from openmash.web.navigation import BLOCKS, RECORD


def plain_page(request: HttpRequest) -> HttpResponse:
    return HttpResponse("a page")


def _room(name: str) -> URLResolver:
    named = {page.url_name for block in BLOCKS for page in block.pages} | {RECORD}
    mine = [each.partition(":")[2] for each in sorted(named) if each.startswith(f"{name}:")]
    patterns: list[URLPattern] = [path(f"{each}/", plain_page, name=each) for each in mine]
    return path(f"{name}/", include((patterns, name)))


urlpatterns = [
    path("", include("openmash.web.urls")),
    path("me/", include("openmash.accounts.urls")),
    path("out/", plain_page, name="account_logout"),
    *(
        _room(each)
        for each in (
            "cases",
            "information_requests",
            "people",
            "intake",
            "pathways",
            "governance",
            "insight",
            "assurance",
        )
    ),
]
