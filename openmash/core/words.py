"""Words of the field: each is stored as its code and shown as its plain-English label."""

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """One word with its label, in plain English (translated where it is shown).

    Every word has a label; it has a default only so that `Word(code)` reads one back.
    """

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        word = str.__new__(cls, code)
        word._value_ = code
        word.label = label
        return word
