"""Who looked at what, and why."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.selectors import everybody_ever_in
from openmash.accounts.terms import Power
from openmash.assurance.forms import LooksForm
from openmash.assurance.selectors import LooksPage, looks_page
from openmash.audit.selectors import Mark, Sought
from openmash.audit.services import record
from openmash.people.selectors import visible_records_of


@signed_in(Power.SEE_WHO_LOOKED)
def looks(request: SignedInRequest) -> HttpResponse:
    """Show who looked, for whom they work, when, at what, from where and why; refusals too.

    Reading this is a look of its own, at the person asked about where one was, and stands in the
    list like any other.
    """
    form = LooksForm(request.GET or None, names=everybody_ever_in(request.hub.id))
    sought = _sought(request, form)
    page = LooksPage([], None)
    if sought is not None:
        after = Mark.read(request.GET.get("after", ""))
        page = looks_page(request.viewer, request.hub.id, sought=sought, after=after)
        _record_reading(request, sought)
    older = request.GET.copy()
    older["after"] = str(page.older or "")
    context = {"form": form, "page": page, "older": older.urlencode() if page.older else ""}
    return render(request, "assurance/looks.html", context)


def _sought(request: SignedInRequest, form: LooksForm) -> Sought | None:
    """Return what is asked for; None when it cannot be read, or names nobody who is here."""
    if not form.is_bound:
        return Sought()
    if not form.is_valid():
        return None
    person_id: UUID | None = form.cleaned_data["person"]
    if person_id is None:
        return form.sought(frozenset())
    records = frozenset(visible_records_of(request.viewer, [person_id]))
    return form.sought(records) if records else None


def _record_reading(request: SignedInRequest, sought: Sought) -> None:
    record(
        by=request.viewer,
        action="looks.read",
        at=timezone.now(),
        hub_id=request.hub.id,
        subject_kind="page",
        subject_label=sought.reference,
        persons=sorted(sought.person_ids),
        is_look=True,
        details={
            "by": str(sought.actor_id or ""),
            "records": sorted(str(each) for each in sought.person_ids),
            "day": sought.since.date().isoformat() if sought.since else "",
        },
    )
