"""The adult's three questions, what they want, and whether they are safe tonight (A5.9, A15)."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.intake.forms.choosing import choices_of, choose
from openmash.intake.forms.words import Unjudged
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.terms import AdultAnswer, WishesAsked

THREE = ("has_needs", "is_at_risk", "cannot_protect")
S42 = (
    _("Do they have needs for care and support, whether or not these are met?"),
    _("Are they experiencing, or at risk of, abuse or neglect?"),
    _("Because of those needs, are they unable to protect themselves?"),
)
S126 = (
    _("Do they have needs for care and support, whether or not these are met?"),
    _("Are they experiencing, or at risk of, abuse or neglect?"),
    _("As a result of those needs, are they unable to protect themselves against it?"),
)
ASKED: Mapping[WishesAsked, str] = {
    WishesAsked.YES: "Yes",
    WishesAsked.NO: "No, not yet or not safely",
}


def _words(label: Any) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    return forms.CharField(label=label, required=False, widget=box)


class AdultForm(Unjudged):
    """What is known of one adult now; where harm is urgent nothing of it has to be answered."""

    reveals: Mapping[str, Mapping[str, Sequence[str]]] = {
        "was_asked": {
            WishesAsked.YES.value: ["wants"],
            WishesAsked.NO.value: ["not_asked_because"],
        }
    }

    has_needs = forms.ChoiceField()
    is_at_risk = forms.ChoiceField()
    cannot_protect = forms.ChoiceField()
    reasons = _words(_("What you base this on"))
    was_asked = forms.ChoiceField(label=_("Has the person been asked what they want?"))
    wants = _words(_("What they want, in their own words"))
    not_asked_because = _words(_("Why they have not been asked"))
    safe_tonight = forms.ChoiceField(label=_("Is this person safe tonight?"))
    safe_tonight_words = _words(_("What makes you say so"))

    def __init__(
        self, *args: Any, is_wales: bool, is_judged: bool = True, waits: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, is_judged=is_judged, **kwargs)
        for name, label in zip(THREE, S126 if is_wales else S42, strict=True):
            self.fields[name].label = label
            choose(self, name, choices_of(AdultAnswer))
        choose(self, "safe_tonight", choices_of(AdultAnswer))
        asked = [each for each in WishesAsked if each is not WishesAsked.NOT_STATED]
        choose(self, "was_asked", [(e.value, say(ASKED[e])) for e in asked])
        for name in (*THREE, "was_asked", "safe_tonight"):
            self.fields[name].required = waits

    @property
    def answers(self) -> AdultAnswers:
        """Return what was answered; a question left open is not yet known."""
        told = self.cleaned_data
        return AdultAnswers(
            has_needs=AdultAnswer(told["has_needs"] or AdultAnswer.NOT_KNOWN),
            is_at_risk=AdultAnswer(told["is_at_risk"] or AdultAnswer.NOT_KNOWN),
            cannot_protect=AdultAnswer(told["cannot_protect"] or AdultAnswer.NOT_KNOWN),
            was_asked=WishesAsked(told["was_asked"] or WishesAsked.NOT_STATED),
            safe_tonight=AdultAnswer(told["safe_tonight"] or AdultAnswer.NOT_KNOWN),
            reasons=told["reasons"],
            not_asked_because=told["not_asked_because"],
            wants=told["wants"],
            safe_tonight_words=told["safe_tonight_words"],
        )
