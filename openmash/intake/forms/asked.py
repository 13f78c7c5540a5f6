"""Everything one screening asks, person by person, on one page: nothing typed is left behind."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.forms import BoundField
from django.http import QueryDict

from openmash.core.working_time import Nation
from openmash.governance.rules import PolicyDocument
from openmash.intake.forms.adults import AdultForm
from openmash.intake.forms.screening import ScreeningForm, shown_with, tracks_name
from openmash.intake.rules.adults import AdultAnswers
from openmash.intake.terms import Part

if TYPE_CHECKING:
    from openmash.intake.models import Contact, Subject


@dataclass(frozen=True)
class AskedOf:
    """One person of concern: the tracks to open, and the three questions if they are an adult."""

    subject: "Subject"
    tracks: BoundField
    adult: AdultForm | None
    is_opened: bool
    is_answered: bool
    shown_with: str


@dataclass(frozen=True)
class Asked:
    """The reading itself, and what is asked of each person."""

    form: ScreeningForm
    people: Sequence[AskedOf]

    def __iter__(self) -> Iterator[BoundField]:
        """Go through every answer in the order of the page, for the error summary."""
        before = ("who", "rating", "rationale")
        yield from (self.form[each] for each in before)
        for each in self.people:
            yield each.tracks
            yield from each.adult or ()
        theirs = {each.tracks.name for each in self.people}
        yield from (each for each in self.form if each.name not in theirs.union(before))

    def non_field_errors(self) -> list[str]:
        """Return what is wrong with the screening as a whole."""
        return [str(each) for each in self.form.non_field_errors()]

    def is_readable(self) -> bool:
        """Say whether every part can be read; each is asked, so that each says what is wrong."""
        opened = [each.adult for each in self.people if each.adult and each.is_opened]
        return all([self.form.is_valid(), *(each.is_valid() for each in opened)])

    @property
    def adults(self) -> dict[UUID, AdultAnswers]:
        """Return what was answered for each adult whose track is opened."""
        return {
            each.subject.id: each.adult.answers
            for each in self.people
            if each.adult and each.is_opened and each.adult.has_changed()
        }

    def add_error(self, field: str, words: str, *, about: UUID | None = None) -> None:
        """Put a reason beside the answer that mends it."""
        for each in self.people:
            if each.adult and each.subject.id == about:
                return each.adult.add_error(field if field in each.adult.fields else None, words)
        if field == "tracks" and self.people:
            field = self.people[0].tracks.name
        return self.form.add_error(field if field in self.form.fields else None, words)


def asked_of(
    data: QueryDict | None,
    *,
    document: PolicyDocument,
    contact: "Contact",
    subjects: Sequence["Subject"],
    answered: Collection[UUID],
) -> Asked:
    """Return what a screening asks, with what was posted; an adult answered for is not asked."""
    form = ScreeningForm(
        data, document=document, contact=contact, subjects=subjects, answered=answered
    )
    people = [
        AskedOf(
            subject=each,
            tracks=form[tracks_name(each.id)],
            adult=None if each.id in answered else _adult(form, each, document),
            is_opened=form.opens_adult_track(each.id),
            is_answered=each.id in answered,
            shown_with=shown_with(each.id),
        )
        for each in form.subjects
    ]
    return Asked(form, people)


def _adult(form: ScreeningForm, subject: "Subject", document: PolicyDocument) -> AdultForm | None:
    """Return an adult's questions, and anybody's whose adult track is opened: judged only then."""
    is_opened = form.opens_adult_track(subject.id)
    if not is_opened and subject.part != Part.ADULT_OF_CONCERN:
        return None
    data = form.data if form.is_bound else None
    rating = data.get("rating") if data else None
    return AdultForm(
        data,
        prefix=shown_with(subject.id),
        is_wales=Nation.ENGLAND not in document.nations,
        is_judged=is_opened,
        waits=rating not in document.gate.never_wait,
    )
