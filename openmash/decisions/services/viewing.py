"""An agency puts its view on record (A10.1)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.audit.services import record
from openmash.cases.selectors import case_by_id
from openmash.core.refusals import Refusal
from openmash.core.viewers import Viewer
from openmash.decisions.models import View
from openmash.decisions.rules import obstacles_to_view
from openmash.decisions.selectors import decision_of
from openmash.decisions.terms import ViewPosition


class CannotGiveView(Refusal):
    """What still stands in the way of keeping this view."""


@transaction.atomic
def give_view(
    *,
    by: Viewer,
    case_id: UUID,
    position: ViewPosition,
    words: str,
    at: datetime,
    proposes: str = "",
) -> View:
    """Keep an agency's view. A later one is added beside it; dissent stays for good (A10.2)."""
    case = case_by_id(by, case_id)
    agency_id = by.agency_in(case.hub_id)
    may_give = by.may(Power.GIVE_VIEW, case.hub_id) and agency_id is not None
    found = obstacles_to_view(may_give=may_give, position=position, words=words)
    if found or agency_id is None:
        raise CannotGiveView(*found)
    decision = decision_of(case.id)
    view = View.objects.create(
        hub_id=case.hub_id,
        case=case,
        agency_id=agency_id,
        position=position.value,
        proposes=proposes,
        words=words.strip(),
        decision=decision,
        given_at=at,
        given_by_id=by.id,
        given_by_name=by.name,
    )
    record(
        by=by,
        action="view.given",
        at=at,
        hub_id=case.hub_id,
        subject_kind="view",
        subject_id=view.id,
        subject_label=case.reference,
        case_id=case.id,
        details={"position": position.value, "after_decision": decision is not None},
    )
    return view
