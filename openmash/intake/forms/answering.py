"""Forms of one answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from openmash.intake.forms.words import Words


class AnswerForm(forms.Form):
    """The answer to a question of the hub."""

    mark_optional = False

    answer = Words(label=_("Your answer"), rows=4)


class ReasonForm(forms.Form):
    """Why something sealed is opened."""

    mark_optional = False

    why = Words(
        label=_("Why do you need to know?"),
        rows=2,
        help_text=_("Your reason is kept with your name."),
    )
