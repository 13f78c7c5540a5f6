"""The form of a decision: outcomes side by side, one column for each person and track."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from openmash.decisions.rules import PersonSeen
from openmash.decisions.selectors import DecisionSought, OutcomeChosen
from openmash.governance.rules import OutcomeTerms, PolicyDocument, outcomes_for
from openmash.governance.terms import Track

if TYPE_CHECKING:
    from openmash.governance.rules.thresholds import Indicator

SIGNATURE = "shown"


@dataclass(frozen=True)
class Column:
    """One person on one track, with the field that holds their outcome."""

    name: str
    person: PersonSeen
    track: Track
    chosen: str
    words: BoundField
    errors: Sequence[str]


@dataclass(frozen=True)
class Cell:
    """One radio of the table; `value` is empty where the outcome is not for this track."""

    column: Column
    id: str
    value: str
    is_chosen: bool
    label: str


@dataclass(frozen=True)
class OutcomeRow:
    """One outcome across everybody."""

    terms: OutcomeTerms
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Criterion:
    """One published sign of the threshold document, to tick where it applies."""

    code: str
    words: str
    is_chosen: bool


@dataclass(frozen=True)
class Level:
    """The published signs of one level of need."""

    name: str
    meaning: str
    criteria: Sequence[Criterion]


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DecideForm(forms.Form):
    """What the decider chooses and writes. An empty answer is for the rule to speak of."""

    mark_optional = False

    options_considered = forms.CharField(
        label=_("Options considered, and why not those"), required=False, widget=_words(3)
    )
    rationale = forms.CharField(
        label=_("Why"),
        help_text=_(
            "Past harm, future danger, what protects, what is not known. Stays in the hub."
        ),
        required=False,
        widget=_words(6),
    )
    told_reason = forms.CharField(
        label=_("Why, as the referrer may hear it"),
        help_text=_(
            "Plain words, and nothing an agency told you. Left empty, they read the hub's own "
            "explanation of the outcome."
        ),
        required=False,
        widget=_words(3),
    )
    without_returns_because = forms.CharField(
        label=_("Why you decide without the answers still awaited"),
        required=False,
        widget=_words(2),
    )
    without_discussion_because = forms.CharField(
        label=_("Why it goes ahead without a strategy discussion"),
        required=False,
        widget=_words(2),
    )

    def __init__(
        self,
        *args: Any,
        people: Sequence[PersonSeen],
        document: PolicyDocument,
        waits: bool,
        discussion_held: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.document = document
        self.pairs = [(each, Track(track)) for each in people for track in each.tracks]
        for person, track in self.pairs:
            self._ask_about(person, track)
        if not waits:
            del self.fields["without_returns_because"]
        if discussion_held:
            del self.fields["without_discussion_because"]
        self.fields["criteria"] = forms.MultipleChoiceField(
            required=False, choices=[(each.code, each.words) for each in self._indicators()]
        )

    def _ask_about(self, person: PersonSeen, track: Track) -> None:
        name = field_name(person.id, track)
        offered = [(each.code, each.label) for each in outcomes_for(self.document, track)]
        self.fields[name] = forms.ChoiceField(
            label=person.name,
            required=False,
            choices=[("", ""), *offered],
            widget=forms.RadioSelect,
        )
        self.fields[f"{name}_words"] = forms.CharField(
            label=say("For %(name)s: what the team that takes over should know")
            % {"name": person.name},
            help_text=_("Goes with the hand-over."),
            required=False,
            max_length=300,
        )

    @property
    def columns(self) -> list[Column]:
        found = []
        for person, track in self.pairs:
            name = field_name(person.id, track)
            bound = self[name]
            found.append(
                Column(
                    name=bound.html_name,
                    person=person,
                    track=track,
                    chosen=str(bound.value() or ""),
                    words=self[f"{name}_words"],
                    errors=[str(each) for each in bound.errors],
                )
            )
        return found

    @property
    def rows(self) -> Iterator[OutcomeRow]:
        """Every outcome of the policy that somebody here may have, each across the columns."""
        columns = self.columns
        for terms in self.document.outcomes:
            if any(each.track in terms.tracks for each in columns):
                yield OutcomeRow(terms, [_cell(each, terms) for each in columns])

    @property
    def levels(self) -> Iterator[Level]:
        """The published threshold criteria of the tracks decided on, the gravest level first."""
        chosen = set(self["criteria"].value() or [])
        names = {each.level: each for each in self.document.levels}
        found: dict[int | None, list[Criterion]] = {}
        for each in self._indicators():
            criterion = Criterion(each.code, each.words, each.code in chosen)
            found.setdefault(each.level, []).append(criterion)
        for level in sorted(found, key=lambda each: -(each or 0)):
            name, meaning = say("Whatever the level"), ""
            if level in names:
                name = f"{level}. {names[level].name}"
                meaning = names[level].meaning
            yield Level(name, meaning, found[level])

    def _indicators(self) -> "Sequence[Indicator]":
        thresholds = self.document.thresholds
        tracks = {track for _person, track in self.pairs}
        every = thresholds.indicators if thresholds else ()
        return [each for each in every if each.track in tracks]

    def sought(self) -> DecisionSought:
        """Return what has been chosen and written so far."""
        answers = self.cleaned_data
        return DecisionSought(
            rationale=answers["rationale"],
            outcomes=list(self._chosen()),
            options_considered=answers["options_considered"],
            told_reason=answers["told_reason"],
            criteria=answers["criteria"],
            without_returns_because=answers.get("without_returns_because", ""),
            without_discussion_because=answers.get("without_discussion_because", ""),
        )

    def _chosen(self) -> Iterator[OutcomeChosen]:
        for person, track in self.pairs:
            name = field_name(person.id, track)
            if outcome := self.cleaned_data[name]:
                words = self.cleaned_data[f"{name}_words"]
                yield OutcomeChosen(person.id, track, outcome, words)

    @property
    def has_changed_since_shown(self) -> bool:
        """Whether other outcomes are sent than those whose letters the decider was shown."""
        return str(self.data.get(SIGNATURE, "")) != signature(self.sought())


def field_name(person_id: UUID, track: Track) -> str:
    return f"outcome_{person_id.hex}_{track.value}"


def signature(sought: DecisionSought) -> str:
    """Return what was chosen for whom in one line, to compare with what is sent."""
    return ",".join(f"{o.person_id.hex}:{o.track.value}:{o.outcome}" for o in sought.outcomes)


def _cell(column: Column, terms: OutcomeTerms) -> Cell:
    offered = column.track in terms.tracks
    return Cell(
        column=column,
        id=f"id_{column.name}_{terms.code}",
        value=terms.code if offered else "",
        is_chosen=offered and column.chosen == terms.code,
        label=say("%(outcome)s for %(name)s")
        % {"outcome": terms.label, "name": column.person.name},
    )
