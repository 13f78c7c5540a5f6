"""Pages about people: find somebody, read what is held of them, keep where they live from view."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import Refusal
from openmash.people.forms import OpenSealedForm, ProtectForm
from openmash.people.selectors import (
    PersonShown,
    WholePerson,
    find_people,
    person_for,
    whole_person,
)
from openmash.people.services import open_sealed, protect_address


@signed_in(Power.SEE_CASES)
def search(request: SignedInRequest) -> HttpResponse:
    """Find people by anything known of them; a reference goes straight to what it names."""
    query = request.GET.get("q", "").strip()
    if not query:
        return render(request, "people/search.html", {"query": query})
    now = timezone.now()
    found = find_people(request.viewer, query, on=timezone.localdate(now))
    if found.reference:
        return redirect("web:go", found.reference)
    _record_finding(request, found.people, now)
    return render(request, "people/search.html", {"query": query, "found": found})


def _record_finding(request: SignedInRequest, people: list[PersonShown], at: datetime) -> None:
    """A practitioner of two hubs looks in both; each hub's audit has its own people."""
    for hub_id in {each.hub_id for each in people}:
        record_look(
            by=request.viewer,
            action="people.found",
            at=at,
            hub_id=hub_id,
            page="search",
            persons=[each.id for each in people if each.hub_id == hub_id],
        )


@signed_in(Power.SEE_CASES)
def person(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Read everything held of one person, record by record, and who belongs with them."""
    now = timezone.now()
    whole = whole_person(request.viewer, person_id, on=timezone.localdate(now))
    record_look(
        by=request.viewer,
        action="people.read",
        at=now,
        hub_id=whole.person.hub_id,
        page=f"person:{whole.person.identity_id}",
        persons=whole.everybody_shown(),
        subject_kind="person",
        subject_id=person_id,
    )
    return render(request, "people/person.html", {"whole": whole, **_powers(request, whole)})


@signed_in(Power.KEEP_RECORD)
def protect(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Ask why, then seal every address held of this person."""
    now = timezone.now()
    shown = person_for(request.viewer, person_id, on=timezone.localdate(now))
    form = ProtectForm(request.POST or None)
    if form.is_valid():
        try:
            protect_address(
                by=request.viewer, person_id=person_id, why=form.cleaned_data["why"], at=now
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("people:person", person_id)
    return render(request, "people/protect.html", {"person": shown, "form": form})


@signed_in(Power.SCREEN)
def sealed(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Ask why, then show what is sealed, once; it is not there on a second visit."""
    now = timezone.now()
    shown = person_for(request.viewer, person_id, on=timezone.localdate(now))
    form = OpenSealedForm(request.POST or None)
    context: dict[str, object] = {"person": shown, "form": form}
    if form.is_valid():
        try:
            context["unsealed"] = open_sealed(
                by=request.viewer, person_id=person_id, why=form.cleaned_data["why"], at=now
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
    return render(request, "people/sealed.html", context)


def _powers(request: SignedInRequest, whole: WholePerson) -> dict[str, bool]:
    viewer, hub_id = request.viewer, whole.person.hub_id
    return {
        "may_match": viewer.may(Power.MATCH_PEOPLE, hub_id),
        "may_protect": viewer.may(Power.KEEP_RECORD, hub_id) and not whole.person.address_protected,
        "may_open": viewer.may(Power.SCREEN, hub_id) and whole.has_something_sealed,
    }
