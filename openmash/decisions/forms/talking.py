"""The forms of a view, a discussion and a reopening."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.core.words import Word
from openmash.decisions.services import Minutes, TookPart
from openmash.decisions.terms import (
    DiscussionKind,
    DiscussionMode,
    EnquiryBy,
    Presence,
    Section47,
    ViewPosition,
)
from openmash.people.fields import MomentField

Choices = list[tuple[str, str]]
MAY_BE_GIVEN = [each for each in ViewPosition if each is not ViewPosition.NOT_CONSULTED]


def choices_of(words: Iterable[Word]) -> Choices:
    """Return words as choices, labels in the reader's language."""
    return [(each.value, say(each.label)) for each in words]


class ViewForm(forms.Form):
    """Where an agency stands, and what it proposes."""

    position = forms.ChoiceField(label=_("Your agency"), widget=forms.RadioSelect)
    proposes = forms.ChoiceField(label=_("What you propose"), required=False)
    words = forms.CharField(
        label=_("In your words"),
        help_text=_("A disagreement is kept with its reasons, for good."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, outcomes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "position", choices_of(MAY_BE_GIVEN))
        _choose(self, "proposes", [("", say("No proposal")), *outcomes])

    def clean_position(self) -> ViewPosition:
        return ViewPosition(self.cleaned_data["position"])


class ReopenForm(forms.Form):
    """Why a decision is taken up again."""

    because = forms.CharField(
        label=_("Why the decision is taken up again"),
        help_text=_("The decision stays on record, with the picture it was made on."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SecondReadingForm(forms.Form):
    """What a second person says of a decision of no further action (A10.3)."""

    mark_optional = False

    words = forms.CharField(
        label=_("What you found; to send it back, why"),
        help_text=_("Stays in the hub, beside the decision."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DiscussionForm(forms.Form):
    """What was said and settled; an empty answer is for the rule to speak of."""

    mark_optional = False
    reveals = {"section_47": {Section47.MET.value: ["enquiry_by"]}}

    kind = forms.ChoiceField(label=_("Kind"), widget=forms.RadioSelect(attrs={"class": "inline"}))
    mode = forms.ChoiceField(label=_("How"), widget=forms.RadioSelect(attrs={"class": "inline"}))
    held_at = MomentField(label=_("When it was held"))
    chaired_by = forms.CharField(label=_("Chair"), required=False, max_length=160)
    missing_reason = forms.CharField(
        label=_("If social care, police or health took no part, why"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    information_shared = forms.CharField(
        label=_("What was shared"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    section_47 = forms.ChoiceField(
        label=_("Is there reasonable cause to suspect significant harm (section 47)?"),
        required=False,
        widget=forms.RadioSelect,
    )
    section_47_reasons = forms.CharField(
        label=_("Reasons"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    enquiry_by = forms.ChoiceField(
        label=_("Who makes the enquiries"), required=False, widget=forms.RadioSelect
    )
    next_steps = forms.CharField(
        label=_("Next steps: who does what, by when; who sees the child"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "kind", choices_of(DiscussionKind))
        _choose(self, "mode", choices_of(DiscussionMode))
        _choose(self, "section_47", choices_of(Section47))
        _choose(self, "enquiry_by", choices_of(EnquiryBy))

    def minutes(self, participants: Sequence[TookPart]) -> Minutes:
        """Return the record of the discussion, with who took part."""
        answers = self.cleaned_data
        return Minutes(
            kind=DiscussionKind(answers["kind"]),
            mode=DiscussionMode(answers["mode"]),
            held_at=answers["held_at"],
            chaired_by=answers["chaired_by"],
            participants=participants,
            information_shared=answers["information_shared"],
            next_steps=answers["next_steps"],
            section_47=Section47(answers["section_47"]) if answers["section_47"] else None,
            section_47_reasons=answers["section_47_reasons"],
            enquiry_by=EnquiryBy(answers["enquiry_by"]) if answers["enquiry_by"] else None,
            missing_reason=answers["missing_reason"],
        )


class ParticipantForm(forms.Form):
    """One line of who took part; `agency` is known beforehand for the hub's own agencies."""

    name = forms.CharField(label=_("Name"), required=False, max_length=160)
    role = forms.CharField(label=_("Role"), required=False, max_length=160)
    presence = forms.ChoiceField(label=_("Took part"), widget=forms.Select)
    why_absent = forms.CharField(label=_("If not, why"), required=False, max_length=300)

    def __init__(
        self, *args: Any, agency_id: UUID | None, agency: str, agency_kind: str, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.agency_id, self.agency, self.agency_kind = agency_id, agency, agency_kind
        _choose(self, "presence", choices_of(Presence))

    def took_part(self) -> TookPart | None:
        """Return who this line tells of; a line without a name or an agency tells of nobody."""
        answers = self.cleaned_data
        name = answers["name"] or self.agency
        if not name:
            return None
        return TookPart(
            name=name,
            role=answers["role"],
            presence=Presence(answers["presence"]),
            agency_id=self.agency_id,
            agency_kind=self.agency_kind,
            why_absent=answers["why_absent"],
        )


@dataclass(frozen=True)
class Expected:
    """An agency whose part in a discussion is asked about."""

    agency_id: UUID
    name: str
    kind: str
    is_on_case: bool

    @property
    def likely(self) -> Presence:
        """Those on the case are taken to have been there; the rest nobody has yet invited."""
        return Presence.ATTENDED if self.is_on_case else Presence.NOT_INVITED


def participant_forms(
    posted: QueryDict | None, agencies: Sequence[Expected], *, others: int = 2
) -> list[ParticipantForm]:
    """Return a line for each agency expected, and lines for other people."""
    expected = [
        ParticipantForm(
            posted,
            prefix=f"agency-{each.agency_id.hex}",
            agency_id=each.agency_id,
            agency=each.name,
            agency_kind=each.kind,
            initial={"presence": each.likely.value},
        )
        for each in agencies
    ]
    more = [
        ParticipantForm(
            posted,
            prefix=f"other-{number}",
            agency_id=None,
            agency="",
            agency_kind="",
            initial={"presence": Presence.ATTENDED.value},
        )
        for number in range(others)
    ]
    return expected + more


def first_answers(*, chair: str, at: datetime) -> dict[str, object]:
    """Return the answers a strategy discussion most often has, so that few are left to give."""
    return {
        "kind": DiscussionKind.STRATEGY.value,
        "mode": DiscussionMode.VIDEO.value,
        "held_at": at,
        "chaired_by": chair,
    }


def _choose(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
