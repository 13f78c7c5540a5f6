"""Adding to a story by hand, and marking what matters in it (A9.1)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in, way_back
from openmash.accounts.terms import Power
from openmash.chronology.forms import EntryForm
from openmash.chronology.services import mark_significant, note_entry
from openmash.core.refusals import Refusal
from openmash.people.selectors import family_of, person_for


@signed_in(Power.KEEP_RECORD)
def add(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Ask what happened and write it into the story, under the writer's name."""
    at = timezone.now()
    today = timezone.localdate(at)
    person = person_for(request.viewer, person_id, on=today)
    ties = family_of(request.viewer, person_id, on=today)
    people = {person_id: person.name, **{each.other.id: each.other.name for each in ties}}
    form = EntryForm(request.POST or None, people=list(people.items()))
    if form.is_valid():
        try:
            note_entry(by=request.viewer, hub_id=person.hub_id, at=at, **form.entry)
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            return redirect("chronology:person", person_id)
    return render(request, "chronology/add.html", {"person": person, "form": form})


@require_POST
@signed_in(Power.KEEP_RECORD)
def mark(request: SignedInRequest, entry_id: UUID) -> HttpResponse:
    """Mark an entry as significant, or no longer so, and go back to where it was read."""
    wanted = request.POST.get("significant") != "no"
    mark_significant(by=request.viewer, entry_id=entry_id, at=timezone.now(), significant=wanted)
    return redirect(way_back(request, reverse("people:search")))
