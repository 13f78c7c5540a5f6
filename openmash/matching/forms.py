"""The shape of an answer to "might these be one person?"."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.matching.terms import Verdict


class AnswerForm(forms.Form):
    """One answer of two, and why."""

    verdict = forms.ChoiceField(
        label=_("Are these the same person?"),
        choices=[
            (Verdict.SAME.value, _("Yes, the same person")),
            (Verdict.APART.value, _("No, keep them apart")),
        ],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Why"),
        required=False,
        help_text=_("What decided it for you. It is kept with your name."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
