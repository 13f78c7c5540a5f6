"""Fields for words that are never turned away, and forms that do not judge before they are sent."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.validators import ProhibitNullCharactersValidator
from django.forms.utils import ErrorDict
from django.utils.translation import gettext as say

from openmash.core.words import Word

LONG = forms.Textarea


class Words(forms.CharField):
    """An answer in free words, of any length and in any script.

    A character that a record cannot hold is shown by the rule of what was typed (`storable`), so
    nobody on the telephone is asked to find a mark that cannot be seen.
    """

    def __init__(self, *, rows: int = 0, css: str = "", **kwargs: Any) -> None:
        shape = {"class": css} if css else {}
        box = LONG(attrs={"rows": rows, "dir": "auto"}) if rows else _line(shape)
        super().__init__(widget=kwargs.pop("widget", box), required=False, **kwargs)
        refused = ProhibitNullCharactersValidator
        self.validators = [each for each in self.validators if not isinstance(each, refused)]


class Unjudged(forms.Form):
    """A form shown again exactly as it was left; it is judged only when it is sent (A2.3)."""

    mark_optional = False

    def __init__(self, *args: Any, is_judged: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_judged = is_judged

    def full_clean(self) -> None:
        if self.is_judged:
            super().full_clean()
        else:
            self._errors, self.cleaned_data = ErrorDict(), {}


class ListThatShows(forms.Select):
    """A list of which some answers show another part of the page: value to the part's id.

    Without scripts that part is always there.
    """

    def __init__(self, shows: Mapping[str, str]) -> None:
        super().__init__()
        self.shows = shows

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *args, **kwargs)
        if part := self.shows.get(str(value)):
            option["attrs"]["data-reveals"] = part
        return option


class OneOf(forms.ChoiceField):
    """One word of a list, or none; `value` of the word is what is posted."""

    def __init__(
        self,
        words: Iterable[Word],
        *,
        radios: bool = True,
        shows: Mapping[str, str] | None = None,
        **kwargs: Any,
    ) -> None:
        self.words: Mapping[str, Word] = {each.value: each for each in words}
        widget = forms.RadioSelect() if radios else ListThatShows(shows or {})
        super().__init__(choices=self._in_words, widget=widget, required=False, **kwargs)
        self.has_blank = not radios

    def _in_words(self) -> list[tuple[str, str]]:
        blank = [("", say("Choose…"))] if getattr(self, "has_blank", False) else []
        return blank + [(each.value, say(each.label)) for each in self.words.values()]


class SomeOf(forms.MultipleChoiceField):
    """Any number of words of a list."""

    def __init__(self, words: Iterable[Word], **kwargs: Any) -> None:
        super().__init__(widget=forms.CheckboxSelectMultiple, required=False, **kwargs)
        self.offer(words)

    def offer(self, words: Iterable[Word]) -> None:
        """Let these be chosen, and no others."""
        offered = tuple(words)
        self.choices = lambda: [(each.value, say(each.label)) for each in offered]


def _line(attrs: dict[str, str]) -> forms.TextInput:
    return forms.TextInput(attrs={"autocomplete": "off", "dir": "auto", **attrs})
