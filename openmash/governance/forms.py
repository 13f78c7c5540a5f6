"""The shape of what is asked on the policy's pages; rules are elsewhere."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.core.words import Word


class ChangeForm(forms.Form):
    """One section of the policy as it is to be, from which day, and why."""

    written = forms.CharField(
        label=_("The section as it is to be"),
        help_text=_(
            "As it stands in the policy's file. Change what is to change; the rest of the policy "
            "stays as it is."
        ),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 22, "spellcheck": "false", "class": "om-code"}),
    )
    version = forms.CharField(label=_("What to call this version"), max_length=40)
    begins_on = forms.DateField(
        label=_("It begins on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    why = forms.CharField(
        label=_("Why it should change"),
        help_text=_("Whoever approves it reads this first."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class Act(Word):
    """What may be done with a proposal."""

    SEND = "send", "Send for approval"
    WITHDRAW = "withdraw", "Withdraw"
    APPROVE = "approve", "Approve"
    REFUSE = "refuse", "Refuse"


class AnswerForm(forms.Form):
    """What to do with a proposal, and, for a refusal, why."""

    mark_optional = False

    act = forms.ChoiceField(choices=[(each.value, each.label) for each in Act])
    words = forms.CharField(
        label=_("Why you refuse it"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CompareForm(forms.Form):
    """Which two versions to set side by side."""

    old = forms.TypedChoiceField(label=_("From"), coerce=int)
    new = forms.TypedChoiceField(label=_("To"), coerce=int)
    all = forms.BooleanField(label=_("Show what is the same too"), required=False)

    def __init__(self, *args: Any, versions: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("old", "new"):
            field = self.fields[name]
            assert isinstance(field, forms.TypedChoiceField)
            field.choices = versions
