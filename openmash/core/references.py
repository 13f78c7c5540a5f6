"""References people read aloud over the telephone: `NS-7K3F-Q` and the like.

Letters and digits that are confused when spoken or typed (I, L, O, U, Y, 0, 1) are left out, and
the last character checks the rest: a slip is caught before a wrong child's record is opened.
"""

import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXZ"


def new_reference(prefix: str) -> str:
    """Return a fresh reference such as `C-7K3FQ2-M`: unguessable order, one check character."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(6))
    return f"{prefix}-{body}-{check_character(body)}"


def check_character(body: str) -> str:
    """Return the check character: catches any one wrong character and any two swapped."""
    total = sum((place + 2) * ALPHABET.index(each) for place, each in enumerate(body))
    return ALPHABET[total % len(ALPHABET)]


def looks_like_reference(text: str) -> bool:
    """Say whether `text`, tidied, is a well-formed reference."""
    parts = tidy_reference(text).split("-")
    if len(parts) != 3 or len(parts[1]) != 6 or any(c not in ALPHABET for c in parts[1]):
        return False
    return parts[2] == check_character(parts[1])


def tidy_reference(text: str) -> str:
    """Return `text` as we print references: upper case, plain hyphens, no spaces."""
    return text.strip().upper().replace("–", "-").replace(" ", "")
