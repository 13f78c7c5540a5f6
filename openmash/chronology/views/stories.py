"""The story of one person, and of a family: read, filtered by the address, printed (A9.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.chronology.forms import filters_from
from openmash.chronology.selectors import ChronologyPage, entries_of
from openmash.chronology.terms import EntryKind, Order
from openmash.people.selectors import PersonShown, family_records_of, person_open_to


@dataclass(frozen=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str
    is_chosen: bool


@signed_in(Power.SEE_CASES)
def of_person(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Read what is known of one person, whichever record of them it was told about."""
    return _page(request, person_id, [], is_family=False)


@signed_in(Power.SEE_CASES)
def of_family(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Read one story of a person, their family and those they live with."""
    others = family_records_of(request.viewer, person_id)
    return _page(request, person_id, others, is_family=True)


def _page(
    request: SignedInRequest, person_id: UUID, others: Iterable[UUID], *, is_family: bool
) -> HttpResponse:
    at = timezone.now()
    hub_id = person_open_to(request.viewer, person_id).hub_id
    asked = {person_id, *others}
    filters = filters_from(request.GET)
    story = entries_of(request.viewer, person_ids=asked, at=at, filters=filters)
    record_look(
        by=request.viewer,
        action="chronology.read",
        at=at,
        hub_id=hub_id,
        page=f"chronology:{person_id}",
        persons=story.people,
        subject_kind="person",
        subject_id=person_id,
    )
    person = story.people[person_id]
    context = {
        "person": person,
        "story": story,
        "is_family": is_family,
        "family": _others(story, person, asked),
        "may_keep": request.viewer.may(Power.KEEP_RECORD, hub_id),
        **_options(story, _others(story, person, asked)),
    }
    return render(request, "chronology/story.html", context)


def _others(story: ChronologyPage, person: PersonShown, asked: set[UUID]) -> list[PersonShown]:
    """Return those asked about besides the person, each human being once."""
    found = {
        each.identity_id: each
        for each in story.people.values()
        if each.id in asked and each.identity_id != person.identity_id
    }
    return sorted(found.values(), key=lambda each: each.name)


def _options(story: ChronologyPage, others: Iterable[PersonShown]) -> dict[str, list[Option]]:
    asked = story.filters
    return {
        "kinds": [Option(each.value, _(each.label), each in asked.kinds) for each in EntryKind],
        "agencies": [
            Option(str(each.id), each.name, each.id == asked.agency_id) for each in story.agencies
        ],
        "people": [Option(str(each.id), each.name, each.id == asked.about_id) for each in others],
        "orders": [Option(each.value, _(each.label), each is asked.order) for each in Order],
    }
