"""The shape of what this room's pages are told."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ProtectForm(forms.Form):
    """Why an address is to be kept from view."""

    why = forms.CharField(
        label=_("Why is this address protected?"),
        help_text=_("For example: in a refuge; a court order. It is kept with your name."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class OpenSealedForm(forms.Form):
    """Why somebody needs what is sealed."""

    why = forms.CharField(
        label=_("Why do you need to see it now?"),
        help_text=_("Your name, the time and these words are kept, and can be asked about."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
