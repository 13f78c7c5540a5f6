"""Questions with a few answers, in the reader's language."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as say

from openmash.core.words import Word

SIDE_BY_SIDE = 3  # as many answers as stand on one line


def choices_of(words: Iterable[Word]) -> list[tuple[str, str]]:
    """Return words as choices, labels in the reader's language."""
    return [(each.value, say(each.label)) for each in words]


def choose(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Let one of these be chosen."""
    field = form.fields[name]
    field.widget = forms.RadioSelect(attrs=inline(choices))
    field.choices = choices  # type: ignore[attr-defined]


def inline(choices: Sequence[tuple[str, Any]]) -> dict[str, str]:
    """Return what puts a few answers on one line."""
    return {"class": "inline"} if len(choices) <= SIDE_BY_SIDE else {}
