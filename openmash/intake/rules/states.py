"""Where a contact may go next, in words when it may not."""

from openmash.intake.terms import ContactState, may_move


def move_problem(was: ContactState, to: ContactState) -> str:
    """Return why a contact may not go from one state to the other; empty means it may."""
    if may_move(was, to):
        return ""
    return (
        f"A contact that is “{was.label.lower()}” cannot become “{to.label.lower()}”. "
        "Reload the page to see where it stands."
    )


def ends_without_a_case(was: ContactState, to: ContactState) -> bool:
    """Say whether a move is the end of a contact; one that a case has taken up ends with it."""
    closed_by_its_screener = was is ContactState.TRIAGE and to is ContactState.CLOSED_AT_TRIAGE
    return to.is_set_aside or closed_by_its_screener
