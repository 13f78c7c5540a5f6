"""An agency's view, and when others may read it (A10.1, A10.1a)."""

from openmash.decisions.terms import ViewPosition


def obstacles_to_view(*, may_give: bool, position: ViewPosition, words: str) -> list[str]:
    """Return every reason not to keep this view yet; a disagreement is kept with its reasons."""
    found = []
    if not may_give:
        found.append("Only an agency asked on this case gives a view.")
    if position.needs_words and not words.strip():
        found.append("Say why, in your own words: it stays on the record.")
    return found


def may_read_views(*, own_is_in: bool, rating_is_urgent: bool, is_decided: bool) -> bool:
    """Say whether other agencies' opinions are shown yet.

    Opinions are blind until one's own is in, so that nobody only echoes. Facts and safety alerts
    are never held back, and for an urgent rating neither are opinions (A10.1a).
    """
    return own_is_in or rating_is_urgent or is_decided
