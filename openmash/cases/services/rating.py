"""A case is rated again, by the hub or by an agency for itself (A5.4 to A5.6)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.accounts.terms import Power
from openmash.cases.models import Case, Rating
from openmash.cases.rules import Rerating, obstacles_to_rating, settled_at
from openmash.cases.selectors import case_by_id, is_worked_by
from openmash.cases.services.clocks import move_product_clock
from openmash.cases.services.footprints import leave_footprint
from openmash.cases.services.roads import ask_to_tell
from openmash.core.refusals import NotHere, RecordHasMoved, Refusal
from openmash.core.viewers import Viewer
from openmash.governance.rules.roads import settling_step
from openmash.governance.selectors import PolicyInForce, policy_for


class CannotRate(Refusal):
    """This rating cannot be given, or not by this person."""


@transaction.atomic
def rate_case(
    *,
    by: Viewer,
    case_id: UUID,
    rating: str,
    why: str,
    at: datetime,
    as_hub: bool,
    extend_because: str = "",
) -> Rating:
    """Rate a case with a reason: the hub's rating, or an agency's own beside it (A5.4, A5.6).

    A raised hub rating brings the product's due time forward; a lowered one leaves it, unless
    `extend_because` says why there should be longer (clock rule (d)).
    """
    case = case_by_id(by, case_id)
    if by.id is None:
        raise NotHere
    policy = policy_for(by, case.hub_id, at)
    picture = _picture(by, case, policy, rating, why, as_hub)
    if found := obstacles_to_rating(picture):
        raise CannotRate(*found)
    given = Rating.objects.create(
        hub_id=case.hub_id,
        case=case,
        agency_id=by.agency_in(case.hub_id),
        is_hub=as_hub,
        rating=rating,
        why=why,
        policy_id=policy.id,
        rated_at=at,
        rated_by_id=by.id,
        settled_step=settled_at(picture),
    )
    was = case.rating
    if as_hub:
        _change_rating(case, rating)
        move_product_clock(
            by=by, case=case, old_rating=was, policy=policy, extend_because=extend_because, at=at
        )
        ask_to_tell(case, policy, at)
    leave_footprint(
        by=by,
        case=case,
        action="case.rated",
        at=at,
        details={"was": was, "became": rating, "as_hub": as_hub},
    )
    return given


def _picture(
    by: Viewer, case: Case, policy: PolicyInForce, rating: str, why: str, as_hub: bool
) -> Rerating:
    may_rate = by.may(Power.RATE, case.hub_id)
    return Rerating(
        new=rating,
        known={each.code for each in policy.document.ratings},
        why=why,
        may_rate=may_rate and (is_worked_by(by, case) if as_hub else True),
        as_hub=as_hub,
        step=settling_step(
            policy.document,
            roles=by.roles_in(case.hub_id),
            agency_kind=by.agency_kind_in(case.hub_id),
        ),
        agencies=_agencies_own(case),
        settled_step=_settled_last(case),
    )


def _agencies_own(case: Case) -> dict[str, str]:
    """Return each agency's own latest rating, by the agency's name."""
    rows = Rating.objects.filter(case=case, is_hub=False).order_by("rated_at")
    return dict(rows.values_list("agency__name", "rating"))


def _settled_last(case: Case) -> int:
    """Return the step at which the hub's rating was last settled, or none of them."""
    settled = Rating.objects.filter(case=case).exclude(settled_step=None).order_by("-rated_at")
    return settled.values_list("settled_step", flat=True).first() or 0


def _change_rating(case: Case, rating: str) -> None:
    if not Case.objects.filter(id=case.id, rating=case.rating).update(rating=rating):
        raise RecordHasMoved
    case.rating = rating
