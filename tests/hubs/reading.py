"""What a hub's journey looks at: who would be asked, what is timed, what is left to do."""

from datetime import datetime
from typing import TYPE_CHECKING

from openmash.governance.selectors import clocks_about, tasks_on_case
from openmash.governance.terms import ClockKind
from openmash.information_requests.selectors import ask_options
from tests.cast import NOW
from tests.hubs.founding import HubCast

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.governance.models import Clock
    from openmash.intake.models import Contact


def usually_asked(cast: HubCast, case: "Case", *, at: datetime = NOW) -> set[str]:
    """Return the names of the agencies that are asked about this case as a matter of course."""
    options = ask_options(cast.see_as("fay"), case, at)
    return {each.name for each in options.agencies if each.by_default}


def offered(cast: HubCast, case: "Case", *, at: datetime = NOW) -> set[str]:
    """Return the names of the agencies that may be asked at all."""
    return {each.name for each in ask_options(cast.see_as("fay"), case, at).agencies}


def clock_on(thing: "Contact | Case", kind: ClockKind) -> "Clock | None":
    """Return the clock of a kind about a contact or a case, if one runs or ran."""
    return next((each for each in clocks_about([thing.id])[thing.id] if each.kind == kind), None)


def left_to_do(case: "Case") -> set[str]:
    """Return the kinds of the open tasks of a case."""
    return {each.kind for each in tasks_on_case(case.id)}


def no_referral_from(contact: "Contact") -> bool:
    """Say whether nobody in a contact has become a referral."""
    return not contact.subjects.exclude(became_referral_at=None).exists()
