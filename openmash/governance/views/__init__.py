"""Pages of a hub's policy: read it, compare two versions, propose a change, answer one."""

from openmash.governance.views.proposing import answer, change, proposal
from openmash.governance.views.reading import compare, policy

__all__ = ["answer", "change", "compare", "policy", "proposal"]
