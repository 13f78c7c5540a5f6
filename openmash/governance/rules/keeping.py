"""How long each zone's record is kept, and what becomes of it then (A8.7, A18.7)."""

from datetime import date
from typing import TYPE_CHECKING

from pydantic import Field

from openmash.governance.rules.parts import Part, Text
from openmash.governance.terms import Zone

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


class ZoneRetention(Part):
    """What a hub keeps of one zone, for how many months after closing, and what then."""

    zone: Zone
    months: int = Field(ge=1)
    then: Text


def review_due(document: "PolicyDocument", zone: Zone, closed_on: date) -> date | None:
    """Return the day a zone's record is to be reviewed; None where the policy sets no time.

    Counted in whole months: a record closed on the 31st is due on the last day of a shorter month.
    """
    terms = next((each for each in document.retention_zones if each.zone is zone), None)
    return None if terms is None else _months_after(closed_on, terms.months)


def _months_after(day: date, months: int) -> date:
    months += day.month - 1
    first = date(day.year + months // 12, months % 12 + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (after - first).days))
