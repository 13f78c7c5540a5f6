"""How far an item may travel: the hub may only raise its code, its owner may lower it (A8.2)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.chronology.services import recode_entry
from openmash.core.handling import HandlingCode
from openmash.core.refusals import RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.information_requests.models import CodeMove, Item
from openmash.information_requests.rules import obstacles_to_lowering, obstacles_to_raising
from openmash.information_requests.selectors import item_by_id, may_answer
from openmash.information_requests.services.footprints import leave_footprint


class CannotRecode(Refusal):
    """The code of an item stays as it is."""


@transaction.atomic
def raise_code(*, by: Viewer, item_id: UUID, to: HandlingCode, why: str, at: datetime) -> Item:
    """Let an item travel less far than its agency said; for the hub's decision makers."""
    item = item_by_id(by, item_id, at)
    found = obstacles_to_raising(
        may_raise=by.may(Power.SEE_EVERY_RETURN, item.hub_id),
        now=HandlingCode(item.code),
        to=to,
        why=why,
    )
    if found:
        raise CannotRecode(*found)
    return _move(by, item, to, raised_to=to.value, why=why, at=at)


@transaction.atomic
def lower_code(*, by: Viewer, item_id: UUID, to: HandlingCode, why: str, at: datetime) -> Item:
    """Let an item travel further; only for the agency that supplied it, whatever the hub did."""
    item = item_by_id(by, item_id, at)
    found = obstacles_to_lowering(
        owns=may_answer(by, item.of_return.request), now=HandlingCode(item.code), to=to, why=why
    )
    if found:
        raise CannotRecode(*found)
    return _move(by, item, to, raised_to="", why=why, at=at)


def _move(
    by: Viewer, item: Item, to: HandlingCode, *, raised_to: str, why: str, at: datetime
) -> Item:
    was = item.code
    still = Item.objects.filter(id=item.id, code=was)
    if not still.update(code=to.value, raised_to=raised_to):
        raise RecordHasMoved
    item.code, item.raised_to = to.value, raised_to
    recode_entry(entry_id=item.entry_id, code=to)
    CodeMove.objects.create(
        hub_id=item.hub_id,
        item=item,
        was=was,
        became=to.value,
        why=why.strip()[:300],
        moved_at=at,
        moved_by_name=by.name,
    )
    leave_footprint(
        by=by,
        request=item.of_return.request,
        action="information_requests.recoded",
        at=at,
        persons=[item.person_id],
        reason=why,
        details={"item": str(item.id)},
    )
    return item
