"""Characters that a database, a page or a spreadsheet cannot carry: shown, never dropped.

The rows as sent keep them; only what is read from those rows shows them as symbols. Text that
could run as a formula is ordinary text here, and is made harmless where it is exported.
"""

import re

_FIRST_PICTURE = 0x2400
_CONTROLS = {code: _FIRST_PICTURE + code for code in range(32) if chr(code) not in "\t\n\r"}
_SHOWN = {**_CONTROLS, 0x7F: 0x2421} | dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LOST_LETTER = re.compile(r"\?(?=[^\W\d_])|(?<=[^\W\d_])\?")


def storable(text: str) -> str:
    """Return `text` with control characters as the symbols that stand for them."""
    return text.translate(_SHOWN)


def doubts_about_text(text: str) -> tuple[str, ...]:
    """Return what a reader should know about characters that do not show themselves."""
    found = []
    if storable(text) != text:
        found.append("The text held control characters; each is shown as a symbol.")
    if _TURNING.search(text):
        found.append("The text holds invisible marks that turn the direction of writing.")
    if text.startswith("="):
        found.append("A cell reads as a formula; it is kept as written and never worked out.")
    return tuple(found)


def lost_letters(name: str) -> bool:
    """Say whether a letter of a name arrived as `?` because the sender could not write it."""
    return bool(_LOST_LETTER.search(name))


def fitting(text: str, limit: int) -> str:
    """Return `text`, or as much of it as a record holds; the row as sent keeps the whole."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
