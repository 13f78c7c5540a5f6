"""The shape of what is asked on the pages of the working file; rules are elsewhere."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.cases.terms import (
    BEFORE_DECISION,
    AllocationKind,
    CaseStatus,
    ConversationKind,
    How,
)
from openmash.core.handling import HandlingCode, Nature
from openmash.core.words import Word
from openmash.governance.terms import ClockKind
from openmash.people.fields import MomentField

Choices = list[tuple[str, str]]
HUB_CODES = [each for each in HandlingCode if each is not HandlingCode.H4]


def choices_of(words: Iterable[Word]) -> Choices:
    """Return words as choices, labels in the reader's language."""
    return [(each.value, say(each.label)) for each in words]


class OpenForm(forms.Form):
    """A case begins with one line that says what the concern is."""

    concern = forms.CharField(
        label=_("The concern in a few words"),
        help_text=_("As it will stand on the board, such as “Domestic abuse, child injured”."),
        max_length=300,
        widget=forms.TextInput,
    )


class JoinForm(forms.Form):
    """A contact joins a case that is already open."""

    case = forms.UUIDField(widget=forms.HiddenInput)


class AllocateForm(forms.Form):
    """Who has the case, or covers."""

    to = forms.ChoiceField(label=_("To"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("As"), widget=forms.RadioSelect(attrs={"class": "inline"}))
    why = forms.CharField(label=_("Why"), required=False, max_length=300)

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "to", workers)
        _choose(self, "kind", choices_of(AllocationKind))
        self.fields["kind"].initial = AllocationKind.HOLDER.value

    def clean_to(self) -> UUID:
        return UUID(self.cleaned_data["to"])

    def clean_kind(self) -> AllocationKind:
        return AllocationKind(self.cleaned_data["kind"])


class RateForm(forms.Form):
    """A rating with its reason; who gives a lowered one more time says why."""

    rating = forms.ChoiceField(label=_("Rating"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}))
    extend_because = forms.CharField(
        label=_("If there should be longer than before, why"),
        help_text=_("A lowered rating keeps its time unless you say why it should have more."),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: Any, ratings: Choices, as_hub: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "rating", ratings)
        if not as_hub:
            del self.fields["extend_because"]


class RecordForm(forms.Form):
    """An entry of the running record."""

    kind = forms.ChoiceField(label=_("What it is"), widget=forms.RadioSelect)
    with_whom = forms.CharField(
        label=_("With whom"), help_text=_("Name and role."), required=False, max_length=200
    )
    how = forms.ChoiceField(
        label=_("How"), required=False, widget=forms.RadioSelect(attrs={"class": "inline"})
    )
    happened_at = MomentField(label=_("When"))
    said = forms.CharField(
        label=_("What was said, tried or noted"), widget=forms.Textarea(attrs={"rows": 4})
    )
    agreed = forms.CharField(
        label=_("What was agreed"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    nature = forms.ChoiceField(
        label=_("Fact or opinion"), widget=forms.RadioSelect(attrs={"class": "inline"})
    )
    code = forms.ChoiceField(
        label=_("Who may see it"), widget=forms.Select, initial=HandlingCode.H2.value
    )
    mark_optional = False

    def __init__(self, *args: Any, may_direct: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [e for e in ConversationKind if may_direct or e is not ConversationKind.DIRECTION]
        _choose(self, "kind", choices_of(kinds))
        _choose(self, "how", choices_of(How))
        _choose(self, "nature", choices_of(Nature))
        _choose(self, "code", [(e.value, f"{e.value}: {say(e.meaning)}") for e in HUB_CODES])
        self.fields["nature"].initial = Nature.FACT.value

    def clean_kind(self) -> ConversationKind:
        return ConversationKind(self.cleaned_data["kind"])

    def clean_how(self) -> How | None:
        return How(self.cleaned_data["how"]) if self.cleaned_data["how"] else None

    def clean_nature(self) -> Nature:
        return Nature(self.cleaned_data["nature"])

    def clean_code(self) -> HandlingCode:
        return HandlingCode(self.cleaned_data["code"])


class MoveForm(forms.Form):
    """Where the case goes next, before it is decided; a decision has a page of its own."""

    to = forms.ChoiceField(label=_("Move to"), widget=forms.RadioSelect)
    why = forms.CharField(label=_("Why"), required=False, max_length=300)

    def __init__(self, *args: Any, status: CaseStatus, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        onward = [each for each in CaseStatus if each in BEFORE_DECISION and each is not status]
        _choose(self, "to", choices_of(onward))

    def clean_to(self) -> CaseStatus:
        return CaseStatus(self.cleaned_data["to"])


class RestrictForm(forms.Form):
    """Who alone may know of the case, and why."""

    named = forms.MultipleChoiceField(
        label=_("Who may see it"), widget=forms.CheckboxSelectMultiple, required=False
    )
    why = forms.CharField(label=_("Why"), widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, workers: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "named", workers)

    def clean_named(self) -> list[UUID]:
        return [UUID(each) for each in self.cleaned_data["named"]]


class LiftForm(forms.Form):
    """Why a restriction is lifted."""

    why = forms.CharField(label=_("Why it is lifted"), widget=forms.Textarea(attrs={"rows": 3}))


class TaskForm(forms.Form):
    """What was done about a task."""

    answer = forms.CharField(label=_("What was done"), max_length=500)


class PauseForm(forms.Form):
    """Why a time limit stands still: one of the reasons the hub's policy gives it."""

    reason = forms.ChoiceField(label=_("Why it stands still"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("In a few words"), required=False, max_length=300)

    def __init__(self, *args: Any, reasons: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "reason", reasons)


class LateForm(forms.Form):
    """Why something was late, from the hub's list."""

    reason = forms.ChoiceField(label=_("Why it was late"))
    words = forms.CharField(
        label=_("In a few words"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, reasons: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "reason", [("", say("Choose a reason")), *reasons])


class WhyLateForm(LateForm):
    """One reason for some or all of what was late."""

    clocks = forms.MultipleChoiceField(
        label=_("What this is the reason for"), widget=forms.CheckboxSelectMultiple, required=False
    )
    field_order = ("clocks", "reason", "words")

    def __init__(self, *args: Any, late: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "clocks", late)
        self.fields["clocks"].initial = [code for code, _label in late]

    def clean_clocks(self) -> set[UUID]:
        return {UUID(each) for each in self.cleaned_data["clocks"]}


class MeetForm(LateForm):
    """When something was done; a reason is asked where that is late."""

    done_at = MomentField(label=_("When it was done"))
    field_order = ("done_at", "reason", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = False
        self.fields["reason"].label = _("If that was late, why")


class StartLimitForm(forms.Form):
    """A time limit that only a person can say began."""

    kind = forms.ChoiceField(label=_("Time limit"))
    began_at = MomentField(label=_("When it began"))

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose(self, "kind", kinds)

    def clean_kind(self) -> ClockKind:
        return ClockKind(self.cleaned_data["kind"])


def _choose(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
