"""The shape of what is asked when something is handed over, answered or closed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.decisions.terms import NotPossibleReason
from openmash.pathways.selectors import OutcomeOver

ELSEWHERE = "nobody"


class HandOverForm(forms.Form):
    """Which outcomes go to which team, and the words it will work from."""

    mark_optional = False
    reveals = {"team": {ELSEWHERE: ["because"]}}

    outcomes = forms.MultipleChoiceField(
        label=_("What is handed over"), widget=forms.CheckboxSelectMultiple, required=False
    )
    team = forms.ChoiceField(label=_("To"), widget=forms.RadioSelect)
    because = forms.CharField(
        label=_("Who was told, how, and what they said"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    summary = forms.CharField(
        label=_("Summary for the team"),
        help_text=_(
            "This leaves the hub. Nothing marked H2 or above, and no hub notes: "
            "what the team needs to begin."
        ),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(
        self,
        *args: Any,
        outcomes: Sequence[OutcomeOver],
        teams: Sequence[tuple[str, str]],
        may_waive: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        left = [(str(o.outcome.id), f"{o.name}: {o.outcome.label}") for o in outcomes]
        nobody = [(ELSEWHERE, say("Nobody here: it was told to somebody outside the hub"))]
        _choose(self, "outcomes", left)
        _choose(self, "team", [*teams, *(nobody if may_waive else [])])

    def clean_outcomes(self) -> list[UUID]:
        return [UUID(each) for each in self.cleaned_data["outcomes"]]

    @property
    def is_waived(self) -> bool:
        return bool(self.cleaned_data["team"] == ELSEWHERE)


class AcceptForm(forms.Form):
    """The team's own reference, where its system gives one."""

    mark_optional = False

    system_reference = forms.CharField(
        label=_("Reference in your own system"), required=False, max_length=60
    )


class BecauseForm(forms.Form):
    """Why it goes back, or why nobody has to accept it."""

    because = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 2}))


class SendForm(forms.Form):
    """The words the referrer will read; once sent they are fixed."""

    words = forms.CharField(
        label=_("What the referrer will read"),
        help_text=_("They read exactly this. Once sent it cannot be changed."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class NotPossibleForm(forms.Form):
    """Why this referrer cannot be told."""

    reason = forms.ChoiceField(label=_("Why not"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("More about it"), required=False, max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "reason", [(each.value, say(each.label)) for each in NotPossibleReason])

    def clean_reason(self) -> NotPossibleReason:
        return NotPossibleReason(self.cleaned_data["reason"])


class AnswerQuestionForm(forms.Form):
    """A referrer's answer to a question from the hub."""

    answer = forms.CharField(label=_("Your answer"), widget=forms.Textarea(attrs={"rows": 3}))


class CloseForm(forms.Form):
    """The senior reason where a strategy discussion was called for and not held (A11.2)."""

    mark_optional = False

    without_strategy_because = forms.CharField(
        label=_("Why the case closes without a strategy discussion"),
        help_text=_("Only where one was called for and none was held. A decision maker's to give."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _choose(form: forms.Form, name: str, choices: Sequence[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
