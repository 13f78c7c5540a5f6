"""The gate. A hidden case and an absent one look the same (A3.2, A8.8, ADR 6)."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from openmash.accounts.terms import Power
from openmash.cases.models import Case, CaseAgency
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer, ViewerKind

PARTNERS_WORK = frozenset({Power.ANSWER_REQUESTS, Power.GIVE_VIEW})
NONE = Q(pk__in=[])


def cases_visible_to(viewer: Viewer) -> QuerySet[Case]:
    """Return the cases this viewer may open: the only way to a case.

    The hub's workers see the hub's cases; an agency's people those it is on. A restricted case
    is seen by its named list alone, and by the jobs that keep its clocks.
    """
    works_here = Q(hub_id__in=viewer.hubs_where(Power.SEE_CASES))
    seen = works_here | _on_the_case(viewer)
    return Case.objects.filter(seen, _not_locked_to(viewer))


def cases_worked_by(viewer: Viewer, hub_id: UUID) -> QuerySet[Case]:
    """Return the cases this viewer works on as one of the hub's own."""
    if not viewer.may(Power.SEE_CASES, hub_id):
        return Case.objects.none()
    return Case.objects.filter(_not_locked_to(viewer), hub_id=hub_id)


def is_worked_by(viewer: Viewer, case: Case) -> bool:
    """Say whether the viewer works this case for the hub, and not only for an agency asked."""
    return viewer.may(Power.SEE_CASES, case.hub_id)


def case_for(viewer: Viewer, reference: str) -> Case:
    """Return one case by its reference, or raise NotHere."""
    return _or_not_here(cases_visible_to(viewer).filter(reference=reference))


def case_by_id(viewer: Viewer, case_id: UUID) -> Case:
    """Return one case by its id, or raise NotHere."""
    return _or_not_here(cases_visible_to(viewer).filter(id=case_id))


def cases_locked_to(viewer: Viewer, case_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Return which of these cases are restricted to others: to this viewer they do not exist."""
    rows = Case.objects.filter(id__in=set(case_ids), restricted=True)
    return frozenset(each.id for each in rows if viewer.id not in each.audience)


def _or_not_here(cases: QuerySet[Case]) -> Case:
    found = cases.select_related("allocated_to").first()
    if found is None:
        raise NotHere
    return found


def _on_the_case(viewer: Viewer) -> Q:
    on_it = NONE
    for each in viewer.standings:
        if each.agency_id and not PARTNERS_WORK.isdisjoint(each.powers):
            asked = CaseAgency.objects.filter(case_id=OuterRef("pk"), agency_id=each.agency_id)
            on_it |= Q(Exists(asked), hub_id=each.hub_id)
    return on_it


def _not_locked_to(viewer: Viewer) -> Q:
    if viewer.kind is ViewerKind.JOB:
        return Q()
    named = Q(audience__contains=[viewer.id]) if viewer.id else NONE
    return Q(restricted=False) | named
