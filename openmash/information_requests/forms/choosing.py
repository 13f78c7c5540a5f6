"""Words of the field as choices, labels in the reader's language."""

from collections.abc import Iterable, Sequence

from django import forms
from django.utils.translation import gettext as say

from openmash.core.handling import HandlingCode
from openmash.core.words import Word

Choices = Sequence[tuple[str, str]]


def choices_of(words: Iterable[Word]) -> Choices:
    return [(each.value, say(each.label)) for each in words]


def codes_with_meanings(codes: Iterable[HandlingCode]) -> Choices:
    """Return handling codes, each with what it allows (A8.2)."""
    return [(each.value, f"{each}: {say(each.meaning)}") for each in codes]


def offer(form: forms.Form, name: str, choices: Choices) -> None:
    """Give a choice field of a form what may be chosen."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
