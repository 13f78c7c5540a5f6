"""What closing a case needs: nobody falls between agencies, nobody is left unheard (10.1)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ClosingPicture:
    """What must be settled before a case closes."""

    may_close: bool
    is_decided: bool
    is_closed: bool
    without_outcome: Sequence[str]
    handovers_waiting: Sequence[str]
    not_handed_over: Sequence[str]
    feedback_due: int
    agreement_recorded: bool
    strategy_called_for: bool
    strategy_held: bool
    without_strategy_because: str
    must_speak: bool
    waits_for_second: bool = False


def obstacles_to_closing(picture: ClosingPicture) -> list[str]:
    """Return every reason not to close."""
    if picture.is_closed:
        return ["This case is already closed."]
    found = []
    if not picture.may_close:
        found.append("You are not authorised to close this case.")
    if not picture.is_decided:
        return [*found, "Decide first: a case closes with an outcome for everybody."]
    found += [
        f"{each} has no outcome. Reopen the decision and choose one."
        for each in picture.without_outcome
    ]
    found += [f"{team} has not yet accepted the hand-over." for team in picture.handovers_waiting]
    found += [f"“{each}” is not yet handed over." for each in picture.not_handed_over]
    return found + _unsettled(picture)


def _unsettled(picture: ClosingPicture) -> list[str]:
    found = []
    if picture.feedback_due:
        found.append("Tell the referrer, or say why that is not possible.")
    if not picture.agreement_recorded:
        found.append("Record what was said about agreement, and the lawful basis for sharing.")
    if _lacks_strategy(picture):
        found.append("Hold the strategy discussion and record it, or give a senior reason (A11.2).")
    if picture.waits_for_second:
        found.append("A second person has still to agree with no further action.")
    if picture.must_speak:
        found.append("An agency is still to be spoken to first (H4): put the talk on record.")
    return found


def _lacks_strategy(picture: ClosingPicture) -> bool:
    return (
        picture.strategy_called_for
        and not picture.strategy_held
        and not picture.without_strategy_because.strip()
    )
