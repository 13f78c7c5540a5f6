"""The conversation an `H4` item asks for, entered in the running record (A8.2)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.cases.services import record_conversation
from openmash.cases.terms import ConversationKind, How
from openmash.core.handling import HandlingCode
from openmash.core.refusals import NotHere, RecordHasMoved
from openmash.core.viewers import Viewer
from openmash.governance.services import settle_task
from openmash.information_requests.models import Spoken
from openmash.information_requests.selectors import item_by_id
from openmash.information_requests.services.footprints import leave_footprint
from openmash.information_requests.terms import MUST_SPEAK


@transaction.atomic
def record_spoken(
    *,
    by: Viewer,
    item_id: UUID,
    with_whom: str,
    how: How,
    said: str,
    happened_at: datetime,
    at: datetime,
    agreed: str = "",
) -> Spoken:
    """Record that the owner of an `H4` item was spoken to; until then nothing closes (A8.2).

    What was said is kept at `H3`: for decision makers.
    """
    item = item_by_id(by, item_id, at)
    request = item.of_return.request
    if not by.may(Power.SEE_EVERY_RETURN, item.hub_id) or item.code != HandlingCode.H4:
        raise NotHere
    if Spoken.objects.filter(item=item).exists():
        raise RecordHasMoved("This conversation has already been recorded.")
    conversation = record_conversation(
        by=by,
        case_id=request.case_id,
        kind=ConversationKind.CONVERSATION,
        with_whom=with_whom,
        how=how,
        was_reached=True,
        said=said,
        agreed=agreed,
        happened_at=happened_at,
        code=HandlingCode.H3,
        at=at,
    )
    spoken = Spoken.objects.create(hub_id=item.hub_id, item=item, conversation=conversation)
    settle_task(about_id=item.id, kind=MUST_SPEAK, by=by, at=at, answer=said)
    leave_footprint(
        by=by,
        request=request,
        action="information_requests.spoken",
        at=at,
        persons=[item.person_id],
    )
    return spoken
