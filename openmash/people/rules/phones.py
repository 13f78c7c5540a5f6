"""Telephone numbers and e-mail addresses made comparable."""

import re
from functools import lru_cache

_ABROAD = re.compile(r"^(?:\+|00)44")


@lru_cache(maxsize=20_000)
def tidy_phone(number: str) -> str:
    """Return a number as digits: British ones from their 0, others from their country code."""
    marks = re.sub(r"\(0\)|[^\d+]", "", number)
    national = _ABROAD.sub("0", marks)
    national = f"0{national.lstrip('0')}" if national != marks else national
    return national.replace("+", "00")


def is_phone(number: str) -> bool:
    """Say whether this could be a telephone number somebody answers."""
    digits = tidy_phone(number)
    return 10 <= len(digits) <= 15 and digits.startswith("0")


@lru_cache(maxsize=20_000)
def tidy_email(address: str) -> str:
    """Return an e-mail address in small letters without spaces."""
    return "".join(address.split()).casefold()
