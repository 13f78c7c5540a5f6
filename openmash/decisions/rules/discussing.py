"""The least a strategy discussion needs (A11.1, A11.2)."""

from collections.abc import Collection
from dataclasses import dataclass

from openmash.decisions.terms import STATUTORY_DISCIPLINES, DiscussionKind, Section47


@dataclass(frozen=True)
class DiscussionPicture:
    """What is known of a discussion that is about to be recorded."""

    may_hold: bool
    kind: DiscussionKind
    took_part: Collection[str]  # kinds of agency
    missing_reason: str
    section_47: Section47 | None
    section_47_reasons: str
    enquiry_by: str
    next_steps: str
    information_shared: str
    is_in_future: bool
    chaired_by: str


def missing_disciplines(took_part: Collection[str]) -> list[str]:
    """Return the disciplines a strategy discussion must have and this one had not (A11.1)."""
    return [name for kind, name in STATUTORY_DISCIPLINES.items() if kind not in took_part]


def obstacles_to_discussion(picture: DiscussionPicture) -> list[str]:
    """Return every reason not to record this discussion yet."""
    found = []
    if not picture.may_hold:
        found.append("You are not authorised to record a discussion on this case.")
    if picture.is_in_future:
        found.append("A discussion is recorded once it has been held: check the date and time.")
    if not picture.chaired_by.strip():
        found.append("Say who chaired it.")
    if not picture.information_shared.strip():
        found.append("Say what information was shared.")
    if picture.kind is DiscussionKind.STRATEGY:
        found += _of_strategy(picture)
    return found


def _of_strategy(picture: DiscussionPicture) -> list[str]:
    found = []
    missing = missing_disciplines(picture.took_part)
    if missing and not picture.missing_reason.strip():
        found.append(f"Say why {' and '.join(missing)} took no part.")
    if picture.section_47 is None:
        found.append("Is the section 47 threshold met? Choose an answer.")
    elif not picture.section_47_reasons.strip():
        found.append("Give the reasons for the answer on section 47.")
    if picture.section_47 is Section47.MET and not picture.enquiry_by:
        found.append("Say who makes the section 47 enquiries.")
    if not picture.next_steps.strip():
        found.append("Write the next steps: who does what, by when, who sees the child.")
    return found
