"""A change of policy as Priya proposes it, for tests that walk the policy's pages."""

from datetime import date

from openmash.governance.models import PolicyProposal
from openmash.governance.rules import section_as_written
from openmash.governance.selectors import latest_policy
from openmash.governance.services import draft_change, send_proposal
from tests.cast import NOW, Cast


def a_proposal(cast: Cast) -> PolicyProposal:
    """Priya proposes that a fourth contact, and not a third, is worth a look."""
    document = latest_policy(cast.hub.id).document
    priya = cast.see_as("priya")
    draft = draft_change(
        by=priya,
        hub_id=cast.hub.id,
        section="repeats",
        written=section_as_written(document, "repeats").replace("contacts: 3", "contacts: 4"),
        version="2026.2",
        begins_on=date(2026, 12, 14),
        why="Three is every other family on the board.",
        at=NOW,
    )
    return send_proposal(by=priya, proposal_id=draft.id, at=NOW)
