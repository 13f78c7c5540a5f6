"""What a screener is asked: rating, gate and tracks; a question to the sender; a cancellation."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.governance.rules import PolicyDocument, Rating
from openmash.governance.terms import Track
from openmash.intake.forms.choosing import choices_of, choose
from openmash.intake.rules.tracks import tracks_for
from openmash.intake.terms import CancelReason, Part
from openmash.people.fields import MomentField

if TYPE_CHECKING:
    from openmash.intake.models import Contact, Subject

NOW, CHECKS = "now", "checks"
ADULTS = {each.value for each in Track if each.is_adult}


class TrackChoices(forms.CheckboxSelectMultiple):
    """Tracks to tick; an adult's shows the three questions while it is ticked."""

    def __init__(self, *, shows: str, **kwargs: Any) -> None:
        super().__init__(attrs={"class": "inline"}, **kwargs)
        self.shows = shows

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        if str(value) in ADULTS:
            option["attrs"]["data-reveals"] = self.shows
        return option


class ScreeningForm(forms.Form):
    """The first reading of a contact; each person of concern has tracks of their own."""

    mark_optional = False

    rating = forms.ChoiceField(label=_("Rating"), widget=forms.RadioSelect)
    rationale = forms.CharField(
        label=_("Why this rating"),
        help_text=_("In your own words. Professional judgement counts as much as any list."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    # Never posted: where it is said that “who is this?” still waits, beside that question.
    who = forms.CharField(required=False, widget=forms.HiddenInput)
    gate = forms.ChoiceField(
        choices=[
            (NOW, _("Yes: it can be decided now")),
            (CHECKS, _("No: ask the agencies that may hold something that matters")),
        ],
        widget=forms.RadioSelect,
    )
    gate_reason = forms.CharField(
        label=_("Why"), required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
    safeguarding_done = forms.CharField(
        label=_("Has anything been done already to keep somebody safe?"),
        help_text=_("Who rang whom, and what was agreed. Leave empty if nothing has."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    safeguarding_done_at = MomentField(label=_("When that was done"), required=False)

    def __init__(
        self,
        *args: Any,
        document: PolicyDocument,
        contact: "Contact",
        subjects: Sequence["Subject"],
        answered: Collection[UUID] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.subjects = [each for each in subjects if each.is_concern]
        choose(self, "rating", [(each.code, _in_words(each)) for each in document.ratings])
        self.fields["gate"].label = say(document.gate.question)
        for each in self.subjects:
            field = _tracks_field(each, contact, document, is_answered=each.id in answered)
            self.fields[tracks_name(each.id)] = field

    @property
    def tracks(self) -> dict[UUID, list[Track]]:
        """Return the tracks chosen for each subject."""
        return {
            each.id: [Track(code) for code in self.cleaned_data[tracks_name(each.id)]]
            for each in self.subjects
        }

    def opens_adult_track(self, subject_id: UUID) -> bool:
        """Say whether an adult's track is ticked for this subject as the page stands."""
        return not ADULTS.isdisjoint(self[tracks_name(subject_id)].value() or ())


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
        choose(self, "reason", choices_of(CancelReason))


def tracks_name(subject_id: UUID) -> str:
    return f"tracks_{subject_id}"


def shown_with(subject_id: UUID) -> str:
    """Return the id of what is shown while an adult's track is ticked."""
    return f"adult-{subject_id}"


def _in_words(rating: Rating) -> str:
    """Return a rating as the board shows it, with what it means: colour is never needed (A5.1)."""
    return render_to_string("intake/parts/rating_choice.html", {"rating": rating})


def _tracks_field(
    subject: "Subject", contact: "Contact", document: PolicyDocument, *, is_answered: bool
) -> forms.MultipleChoiceField:
    offered = tracks_for(subject.part, contact.suggested_tracks)
    return forms.MultipleChoiceField(
        label=subject.name_as_told or say("Somebody whose name is not known"),
        help_text="" if is_answered else _hint(subject, offered),
        required=False,
        choices=choices_of(document.tracks),  # type: ignore[arg-type]
        initial=offered,
        widget=TrackChoices(shows=shown_with(subject.id)),
    )


def _hint(subject: "Subject", offered: Iterable[str]) -> str:
    """Say when an adult's own track is opened too, where nothing told so suggests it (A5.9)."""
    if subject.part != Part.ADULT_OF_CONCERN or not ADULTS.isdisjoint(offered):
        return ""
    return say("Open the adult track too if they may have needs for care and support.")
