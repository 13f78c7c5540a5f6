"""The words a receiving team works from: what may leave the hub, and nothing else (A8.1, A8.7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openmash.core.handling import HandlingCode
from openmash.core.working_time import LONDON

TRAVELS = frozenset({HandlingCode.H0, HandlingCode.H1})  # to onward services (A8.2)
NOT_BORN = "date of birth not known"


@dataclass(frozen=True)
class PersonOver:
    """Somebody handed over, as the team will look them up."""

    name: str
    born: str
    outcome: str
    words: str = ""


@dataclass(frozen=True)
class ItemOver:
    """Something an agency holds, with the code it set."""

    agency: str
    person: str
    words: str
    code: HandlingCode

    @property
    def travels(self) -> bool:
        return bool(self.words.strip()) and self.code in TRAVELS


@dataclass(frozen=True)
class HandedOver:
    """A hand-over as plain facts."""

    reference: str
    hub: str
    to: str
    decided_at: datetime
    decided_by: str
    people: Sequence[PersonOver]
    summary: str


def first_draft(reason: str, items: Sequence[ItemOver]) -> str:
    """Return a summary to begin from: the reason that may be told, and items coded to travel.

    Hub notes, the rationale and anything coded `H2` or above are never in it; whoever hands over
    adds what the team needs in their own words.
    """
    lines = [reason.strip()] if reason.strip() else []
    told = [each for each in items if each.travels]
    if told:
        lines += ["", "What the agencies hold and may be passed on:"]
        lines += [f"- {each.person}: {each.words.strip()} ({each.agency})" for each in told]
    return "\n".join(lines).strip()


def summary_text(over: HandedOver) -> str:
    """Return the hand-over as text to copy into the team's own system, so nobody keys it twice."""
    people = "\n".join(_person(each) for each in over.people)
    return (
        f"Hand-over {over.reference} from {over.hub} to {over.to}\n"
        f"Decided {_moment(over.decided_at)} by {over.decided_by}\n"
        f"\n{people}\n"
        f"\n{over.summary.strip()}\n"
        f"\nQuote {over.reference} to the hub.\n"
    )


def _person(each: PersonOver) -> str:
    note = f" ({each.words.strip()})" if each.words.strip() else ""
    return f"{each.name}, born {each.born or NOT_BORN}: {each.outcome}{note}"


def _moment(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{here.day} {here:%B %Y at %H:%M}"
