"""When an agency may be asked, of whom and about whom (A7)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Asking:
    """What somebody wants to ask, of whom, about whom."""

    people_by_agency: Mapping[UUID, Collection[UUID]]
    question_by_agency: Mapping[UUID, str]
    summary: str
    purpose: str
    power_relied_on: str
    period_from: date | None = None
    period_until: date | None = None


@dataclass(frozen=True)
class AskingPicture:
    """What the hub knows at the moment of asking."""

    may_ask: bool
    case_is_open: bool
    sharing_is_decided: bool
    may_share: bool  # the standing decision is to share, and is complete or need not be
    agencies_of_hub: Collection[UUID]
    people_of_case: Collection[UUID]
    threshold_is_clear: bool = False  # in a hub that asks only where it is not (A5.2)


def obstacles_to_asking(asking: Asking, picture: AskingPicture) -> list[str]:
    """Return every reason not to ask; no routine check goes out before its basis (A7.7)."""
    return [
        *_about_authority(picture),
        *_about_whom(asking, picture),
        *_about_words(asking),
        *_about_period(asking),
    ]


def _about_authority(picture: AskingPicture) -> list[str]:
    found = []
    if not picture.may_ask:
        found.append("You are not authorised to ask agencies for this hub.")
    if not picture.case_is_open:
        found.append("This case is closed. Open it again before asking.")
    if not picture.sharing_is_decided:
        found.append("Complete the agreement and lawful basis step before anything is shared.")
    elif not picture.may_share:
        found.append(
            "The decision on this case does not let anything be shared yet. Complete or renew it."
        )
    if picture.threshold_is_clear:
        found.append(
            "This case was found clear enough to decide, and this hub asks only where it is not. "
            "If it is not clear after all, move the case to checks and say why."
        )
    return found


def _about_whom(asking: Asking, picture: AskingPicture) -> list[str]:
    found = []
    if not asking.people_by_agency:
        found.append("Choose at least one agency.")
    if not set(asking.people_by_agency) <= set(picture.agencies_of_hub):
        found.append("Choose only agencies of this hub.")
    if any(not people for people in asking.people_by_agency.values()):
        found.append("Choose at least one person to ask each agency about.")
    asked = {person for people in asking.people_by_agency.values() for person in people}
    if not asked <= set(picture.people_of_case):
        found.append("Ask only about people who are in this case.")
    return found


def _about_words(asking: Asking) -> list[str]:
    found = []
    if any(not asking.question_by_agency.get(each, "").strip() for each in asking.people_by_agency):
        found.append("Say what you ask of each agency.")
    if not asking.summary.strip():
        found.append("Say why you ask, in as few words as the agency needs.")
    if not asking.purpose.strip():
        found.append("Say what the information is for.")
    if not asking.power_relied_on.strip():
        found.append("Name the power relied on, so that the agency knows it may answer.")
    return found


def _about_period(asking: Asking) -> list[str]:
    begins, ends = asking.period_from, asking.period_until
    if begins and ends and ends < begins:
        return ["The period ends before it begins."]
    return []


def still_to_ask(
    people_by_agency: Mapping[UUID, Collection[UUID]],
    waiting: Collection[tuple[UUID, UUID]],
) -> dict[UUID, list[UUID]]:
    """Return whom to ask about, agency by agency, without those already asked and waited for.

    So a button pressed twice asks once.
    """
    left = {
        agency: [person for person in people if (agency, person) not in waiting]
        for agency, people in people_by_agency.items()
    }
    return {agency: people for agency, people in left.items() if people}
