"""What a hub settles about handing over is honoured."""

from datetime import timedelta

import pytest

from openmash.cases.services import tell_kind
from openmash.governance.models import Task
from openmash.governance.services import raise_task
from openmash.governance.terms import AgencyKind
from openmash.pathways.services import CannotHandOver
from openmash.pathways.tests.factories import NOW, decided_case, handed_over
from tests.settling import settle


def test_an_outcome_is_handed_over_by_the_roles_the_policy_names(cast):
    settle(
        cast,
        at=NOW - timedelta(days=1),
        outcomes=[{"code": "child_assessment", "handed_over_by": ["decision_maker"]}],
    )
    case = decided_case(cast)
    with pytest.raises(CannotHandOver, match="may hand over “Child and family assessment”"):
        handed_over(cast, case)
    assert handed_over(cast, case, by=cast.priya).state == "sent"


def test_handing_over_tells_those_who_were_to_be_told_at_once(cast):
    case = decided_case(cast)
    for kind in (AgencyKind.CSC, AgencyKind.POLICE):
        raise_task(
            hub_id=case.hub_id,
            kind=tell_kind(kind),
            about_kind="case",
            about_id=case.id,
            words="Tell them now.",
            needs_power="hand_over",
            at=NOW,
        )
    handed_over(cast, case)
    assert Task.objects.get(kind="tell_csc").done_at == NOW
    assert Task.objects.get(kind="tell_police").done_at is None
