"""The form of the shortcuts page."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from openmash.web.shortcuts import FIXED, SHORTCUTS, Shortcuts


class ShortcutsForm(forms.Form):
    """One small box for each key that may be changed, and a tick that turns all on."""

    mark_optional = False

    are_on_field = forms.BooleanField(label=_("Use keyboard shortcuts"), required=False)

    def __init__(self, *args: Any, wishes: Shortcuts, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["are_on_field"] = wishes.are_on
        for number, each in enumerate(SHORTCUTS):
            if each.key not in FIXED:
                self.fields[f"key_{number}"] = forms.CharField(
                    label=str(each.words),
                    max_length=3,
                    required=False,
                    initial=wishes.changed.get(each.key, each.key),
                    widget=forms.TextInput(attrs={"class": "govuk-input--width-3"}),
                )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        keys = [key for name, key in cleaned.items() if name.startswith("key_") and key]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            words = _("Two shortcuts cannot have the same key: %(keys)s.")
            raise ValidationError(words, params={"keys": ", ".join(twice)})
        return cleaned

    @property
    def are_on(self) -> bool:
        return bool(self.cleaned_data["are_on_field"])

    @property
    def changed(self) -> dict[str, str]:
        """Return our key to theirs, for every key that may be changed."""
        return {
            each.key: self.cleaned_data[f"key_{number}"]
            for number, each in enumerate(SHORTCUTS)
            if each.key not in FIXED
        }
