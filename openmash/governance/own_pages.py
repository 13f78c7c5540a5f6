"""Tasks that a sentence does not finish: the room that raised one has a page that does.

Such a task asks for more than words (with whom, how, when), and its verb does more than settle it.
Only `openmash.config.wiring` says which; here nobody knows those rooms (ADR 5).
"""

_page_of: dict[str, str] = {}


def done_on(kind: str, page: str) -> None:
    """Say that tasks of this kind are done on this page, whose address is what they are about."""
    _page_of[kind] = page


def page_of(kind: str) -> str:
    """Return the name of the page a task of this kind is done on; empty where words will do."""
    return _page_of.get(kind, "")
