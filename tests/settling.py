"""A hub of the cast settles something of its own, so that a test can see it honoured."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from openmash.governance.rules import check_document, load_preset
from openmash.governance.rules.merging import Laying
from openmash.governance.services import adopt_policy
from tests.cast import NOW, Cast


def settle(cast: Cast, *, at: datetime = NOW, **changes: Any) -> None:
    """Have the hub adopt its preset with these changes, as a preset's own file would say them."""
    before = load_preset(cast.hub.preset).model_dump(mode="json")
    document = check_document(Laying().laid_on(before, changes))
    adopt_policy(by=cast.maya, hub_id=cast.hub.id, document=document, effective_from=at, at=at)
    cast.hub.refresh_from_db()
    changed = cast.hub.policies_changed_at
    for name, viewer in cast.viewers.items():
        standings = tuple(
            replace(each, policies_changed_at=changed) if each.hub_id == cast.hub.id else each
            for each in viewer.standings
        )
        cast.viewers[name] = replace(viewer, standings=standings)
