"""Who looked at a case or a person, and why."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.selectors import looks_in_hub
from openmash.insight.selectors import looks_at, looks_on


@signed_in(Power.SEE_WHO_LOOKED)
def looks(request: SignedInRequest) -> HttpResponse:
    """Show the latest looks in the hub, refused ones among them."""
    found = looks_in_hub(request.viewer, request.hub.id)
    return render(request, "insight/looks.html", {"looks": found})


@signed_in(Power.SEE_WHO_LOOKED)
def who_looked(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show who looked at a case or acted on it."""
    case, found = looks_on(request.viewer, reference)
    return render(request, "insight/looks.html", {"looks": found, "case": case})


@signed_in(Power.SEE_WHO_LOOKED)
def who_looked_at(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Show who was shown a person, under any of their records."""
    found = looks_at(request.viewer, person_id)
    context = {"looks": found, "is_about_a_person": True}
    return render(request, "insight/looks.html", context)
