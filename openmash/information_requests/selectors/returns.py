"""What the agencies said, as far as each viewer may read it (A8.2 to A8.4)."""

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet

from openmash.accounts.terms import Power
from openmash.cases.selectors import case_by_id
from openmash.core.handling import HandlingCode
from openmash.core.refusals import NotHere
from openmash.core.sight import Sight
from openmash.core.viewers import Viewer
from openmash.governance.selectors import in_sight
from openmash.information_requests.models import FormOfWords, InformationRequest, Item, Return
from openmash.information_requests.selectors.gate import requests_visible_to
from openmash.information_requests.selectors.shown import (
    ItemShown,
    ReturnShown,
    item_shown,
    return_shown,
)

if TYPE_CHECKING:
    from openmash.cases.models import Case


def returns_on(
    viewer: Viewer, case_id: UUID, at: datetime, *, current_only: bool = True
) -> list[ReturnShown]:
    """Return what the agencies said on a case, newest first, under every code (A8.2).

    What is out of sight leaves no trace: no empty return, no count, no gap.
    """
    return returns_in(viewer, case_by_id(viewer, case_id), at, current_only=current_only)


def returns_in(
    viewer: Viewer, case: "Case", at: datetime, *, current_only: bool = True
) -> list[ReturnShown]:
    """Return the same for a page that has already passed the gate of the case."""
    rows = Return.objects.filter(request__case=case)
    if current_only:
        rows = rows.filter(corrected_by=None)
    return _shown(viewer, case.hub_id, rows, at)


def returns_of_request(
    viewer: Viewer, request: InformationRequest, at: datetime
) -> list[ReturnShown]:
    """Return every version of the answers to one request, newest first."""
    return _shown(viewer, request.hub_id, Return.objects.filter(request=request), at)


def return_by_id(viewer: Viewer, return_id: UUID) -> Return:
    """Return one answer on a request the viewer may open, or raise NotHere."""
    found = (
        Return.objects.filter(id=return_id, request__in=requests_visible_to(viewer))
        .select_related("request", "request__case", "request__agency", "asked_about")
        .first()
    )
    if found is None:
        raise NotHere
    return found


def item_by_id(viewer: Viewer, item_id: UUID, at: datetime) -> Item:
    """Return one item the viewer sees whole, or at least may know of, or raise NotHere."""
    found = (
        Item.objects.filter(id=item_id, of_return__request__in=requests_visible_to(viewer))
        .select_related("of_return", "of_return__request", "of_return__request__case")
        .first()
    )
    if found is None:
        raise NotHere
    seen = _in_reach(viewer, found.hub_id, at)
    if not Item.objects.filter(seen, id=item_id).exists():
        raise NotHere
    return found


def _shown(viewer: Viewer, hub_id: UUID, rows: QuerySet[Return], at: datetime) -> list[ReturnShown]:
    seen = in_sight(viewer, hub_id, at)
    items = _items_by_return(viewer, hub_id, rows, at)
    readable = (
        rows.filter(seen | Q(pk__in=list(items)))
        .annotate(is_open=_as_flag(seen))
        .select_related("request", "asked_about", "supplied_by", "answered_by", "corrected_by")
        .order_by("-answered_at", "asked_about__position", "id")
    )
    return [return_shown(each, items.get(each.id, []), is_open=each.is_open) for each in readable]


def _items_by_return(
    viewer: Viewer, hub_id: UUID, rows: QuerySet[Return], at: datetime
) -> dict[UUID, list[ItemShown]]:
    seen, reach = in_sight(viewer, hub_id, at), _in_reach(viewer, hub_id, at)
    forms = FormOfWords.objects.filter(seen)
    found = (
        Item.objects.filter(reach | Q(pk__in=forms.values("item_id")), of_return__in=rows)
        .annotate(is_whole=_as_flag(seen), is_known=_as_flag(reach))
        .select_related("spoken")
        .prefetch_related(Prefetch("form_of_words", queryset=forms))
        .order_by("position")
    )
    by_return: dict[UUID, list[ItemShown]] = defaultdict(list)
    for each in found:
        by_return[each.of_return_id].append(item_shown(each, _sight(each.is_whole, each.is_known)))
    return by_return


def _in_reach(viewer: Viewer, hub_id: UUID, at: datetime) -> Q:
    """Return the filter for items the viewer sees, or may know to exist."""
    seen = in_sight(viewer, hub_id, at)
    if viewer.may(Power.SEE_EVERY_RETURN, hub_id):
        return seen | Q(hub_id=hub_id, code=HandlingCode.H4.value)
    return seen


def _sight(is_whole: bool, is_known: bool) -> Sight:
    if is_whole:
        return Sight.WHOLE
    return Sight.EXISTS if is_known else Sight.NOTHING


def _as_flag(condition: Q) -> "ExpressionWrapper[Q]":
    return ExpressionWrapper(condition, output_field=BooleanField())
