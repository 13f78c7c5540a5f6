"""What a screener is asked: rating, gate, tracks; and the adult's three questions (A5, A15)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.core.words import Word
from openmash.governance.rules import PolicyDocument, Rating
from openmash.governance.terms import Track
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.rules.tracks import tracks_for
from openmash.intake.terms import AdultAnswer, CancelReason, WishesAsked
from openmash.people.fields import MomentField

if TYPE_CHECKING:
    from openmash.intake.models import Contact, Subject

NOW, CHECKS = "now", "checks"


def choices_of(words: Iterable[Word]) -> list[tuple[str, str]]:
    """Return words as choices, labels in the reader's language."""
    return [(each.value, say(each.label)) for each in words]


class ScreeningForm(forms.Form):
    """The first reading of a contact; each person of concern has tracks of their own."""

    mark_optional = False

    rating = forms.ChoiceField(label=_("Rating"), widget=forms.RadioSelect)
    rationale = forms.CharField(
        label=_("Why this rating"),
        help_text=_("In your own words. Professional judgement counts as much as any list."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    gate = forms.ChoiceField(
        choices=[
            (NOW, _("Yes: it can be decided now")),
            (CHECKS, _("No: ask the agencies that may hold something that matters")),
        ],
        widget=forms.RadioSelect,
    )
    gate_reason = forms.CharField(
        label=_("Why"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    safeguarding_done = forms.CharField(
        label=_("Has anything been done already to keep somebody safe?"),
        help_text=_("Who rang whom, and what was agreed. Leave empty if nothing has."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    safeguarding_done_at = MomentField(label=_("When that was done"), required=False)

    def __init__(
        self,
        *args: Any,
        document: PolicyDocument,
        contact: "Contact",
        subjects: Sequence["Subject"],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = [each for each in subjects if each.is_concern]
        _choose(self, "rating", [(each.code, _in_words(each)) for each in document.ratings])
        self.fields["gate"].label = say(document.gate.question)
        for subject in self.subjects:
            self.fields[_tracks_name(subject.id)] = _tracks_field(subject, contact, document)

    @property
    def tracks(self) -> dict[UUID, list[Track]]:
        """Return the tracks chosen for each subject."""
        return {
            each.id: [Track(code) for code in self.cleaned_data[_tracks_name(each.id)]]
            for each in self.subjects
        }

    @property
    def track_fields(self) -> list[forms.BoundField]:
        return [self[_tracks_name(each.id)] for each in self.subjects]


class AdultForm(forms.Form):
    """The three questions, what the adult wants, and whether they are safe tonight."""

    has_needs = forms.ChoiceField()
    is_at_risk = forms.ChoiceField()
    cannot_protect = forms.ChoiceField()
    reasons = forms.CharField(
        label=_("What you base this on"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    was_asked = forms.ChoiceField(label=_("Has the person been asked what they want?"))
    wants = forms.CharField(
        label=_("What they want, in their own words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    not_asked_because = forms.CharField(
        label=_("Why they have not been asked"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    safe_tonight = forms.ChoiceField(label=_("Is this person safe tonight?"))
    safe_tonight_words = forms.CharField(
        label=_("What makes you say so"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, is_wales: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in zip(THREE, S126 if is_wales else S42, strict=True):
            self.fields[name].label = label
            _choose(self, name, choices_of(AdultAnswer))
        _choose(self, "safe_tonight", choices_of(AdultAnswer))
        asked = [each for each in WishesAsked if each is not WishesAsked.NOT_STATED]
        _choose(self, "was_asked", [(e.value, say(ASKED[e])) for e in asked])

    @property
    def answers(self) -> AdultAnswers:
        """Return what was answered, for the rule of the adult's questions."""
        told = self.cleaned_data
        return AdultAnswers(
            has_needs=AdultAnswer(told["has_needs"]),
            is_at_risk=AdultAnswer(told["is_at_risk"]),
            cannot_protect=AdultAnswer(told["cannot_protect"]),
            was_asked=WishesAsked(told["was_asked"]),
            safe_tonight=AdultAnswer(told["safe_tonight"]),
            reasons=told["reasons"],
            not_asked_because=told["not_asked_because"],
            wants=told["wants"],
            safe_tonight_words=told["safe_tonight_words"],
        )


class QuestionForm(forms.Form):
    """A question to whoever sent the contact; no clock stops for it (A2.2)."""

    question = forms.CharField(
        label=_("What do you need to know from the sender?"),
        help_text=_("Screening goes on meanwhile: no clock stops."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class CancelForm(forms.Form):
    """Why a contact should never have been one."""

    reason = forms.ChoiceField(label=_("Why"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("In your own words"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "reason", choices_of(CancelReason))


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


def _choose(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    field = form.fields[name]
    field.widget = forms.RadioSelect(attrs={"class": "inline"} if len(choices) < 4 else {})
    field.choices = choices  # type: ignore[attr-defined]


def _in_words(rating: Rating) -> str:
    """Return a rating as its word and its meaning: colour is never needed (A5.1)."""
    return format_html("<strong>{}</strong>: {}", say(rating.word), say(rating.meaning))


def _tracks_name(subject_id: UUID) -> str:
    return f"tracks_{subject_id}"


def _tracks_field(
    subject: "Subject", contact: "Contact", document: PolicyDocument
) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=subject.name_as_told or say("Somebody whose name is not known"),
        required=False,
        choices=choices_of(document.tracks),  # type: ignore[arg-type]
        initial=tracks_for(subject.part, contact.suggested_tracks),
        widget=forms.CheckboxSelectMultiple,
    )
