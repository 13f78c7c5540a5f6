"""What handing over, answering and closing need (A12, requirements 10.1)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


def obstacles_to_handing_over(
    *, may_hand_over: bool, is_decided: bool, people: int, summary: str
) -> list[str]:
    """Return every reason not to hand this over yet."""
    found = []
    if not may_hand_over:
        found.append("You are not authorised to hand this case over.")
    if not is_decided:
        found.append("Record a decision first: a hand-over carries one.")
    if not people:
        found.append("Choose at least one person whose outcome goes to this team.")
    if not summary.strip():
        found.append("Write the summary the team will work from.")
    return found


def obstacles_to_accepting(*, may_receive: bool, is_open: bool) -> list[str]:
    """Return every reason not to accept this hand-over."""
    found = []
    if not may_receive:
        found.append("Only a manager of the receiving team answers this hand-over.")
    if not is_open:
        found.append("This hand-over has already been answered. Reload the page.")
    return found


def obstacles_to_returning(*, may_receive: bool, is_open: bool, because: str) -> list[str]:
    """Return every reason not to return this hand-over; a return says why (A12.3)."""
    found = obstacles_to_accepting(may_receive=may_receive, is_open=is_open)
    if not because.strip():
        found.append("Say why it goes back, so that the hub can decide again.")
    return found


@dataclass(frozen=True)
class ClosingPicture:
    """What must be settled before a case closes."""

    may_close: bool
    is_decided: bool
    handovers_waiting: Sequence[str]
    outcomes_not_handed_over: Sequence[str]
    feedback_due: int
    strategy_called_for: bool
    strategy_held: bool
    without_strategy_because: str
    must_speak: Collection[str] = ()


def obstacles_to_closing(picture: ClosingPicture) -> list[str]:
    """Return every reason not to close: nobody falls between agencies, nobody is left unheard."""
    found = []
    if not picture.may_close:
        found.append("You are not authorised to close this case.")
    if not picture.is_decided:
        found.append("Decide first: a case closes with an outcome for everybody.")
    found += [f"{team} has not yet accepted the hand-over." for team in picture.handovers_waiting]
    found += [f"“{each}” is not yet handed over." for each in picture.outcomes_not_handed_over]
    if picture.feedback_due:
        found.append("Tell the referrer, or say why that is not possible.")
    if _lacks_strategy(picture):
        found.append("Hold the strategy discussion and record it, or give a senior reason (A11.2).")
    found += [f"Speak to {each}, and put the talk on the record." for each in picture.must_speak]
    return found


def _lacks_strategy(picture: ClosingPicture) -> bool:
    return (
        picture.strategy_called_for
        and not picture.strategy_held
        and not picture.without_strategy_because.strip()
    )
