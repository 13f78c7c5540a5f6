"""Changing how far an item may travel, and recording that its owner was spoken to (A8.2)."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.cases.terms import How
from openmash.core.handling import HandlingCode
from openmash.information_requests.forms.choosing import choices_of, codes_with_meanings, offer
from openmash.people.fields import MomentField


class RecodeForm(forms.Form):
    """A new code for an item, and why."""

    to = forms.ChoiceField(label=_("How far it may travel"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("Why"), max_length=300, required=False)

    def __init__(self, *args: Any, codes: Iterable[HandlingCode], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "to", codes_with_meanings(codes))

    def clean_to(self) -> HandlingCode:
        return HandlingCode(self.cleaned_data["to"])


class SpokenForm(forms.Form):
    """The conversation an `H4` item asks for."""

    with_whom = forms.CharField(label=_("With whom you spoke"), max_length=160)
    how = forms.ChoiceField(
        label=_("How"), widget=forms.RadioSelect(attrs={"class": "inline"}), initial=How.PHONE.value
    )
    happened_at = MomentField(label=_("When"))
    said = forms.CharField(
        label=_("What was said"),
        help_text=_("Kept for decision makers only."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    agreed = forms.CharField(
        label=_("What was agreed"), widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "how", choices_of(How))

    def clean_how(self) -> How:
        return How(self.cleaned_data["how"])
