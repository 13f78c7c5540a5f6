"""The hub's own list of why a contact comes, and what each is called (5.7)."""

from typing import TYPE_CHECKING

from openmash.governance.rules.outcomes import PresentingReason
from openmash.governance.terms import Track

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


def reasons_offered(document: "PolicyDocument") -> tuple[PresentingReason, ...]:
    """Return the reasons a form offers; a request for information is not a concern.

    What happens to adults alone is asked of them by kind of abuse (5.10), so it is offered here
    only in a hub that is for nobody else.
    """
    every = [each for each in document.presenting_reasons if set(each.tracks) - {Track.INFO_REQ}]
    shared = [each for each in every if not all(track.is_adult for track in each.tracks)]
    return tuple(shared or every)


def reason_label(document: "PolicyDocument", code: str) -> str:
    """Return what this hub calls a reason; one it no longer has keeps its code, in words."""
    named = (each.label for each in document.presenting_reasons if each.code == code)
    return next(named, code.replace("_", " ").capitalize())
