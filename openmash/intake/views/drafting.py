"""What forms kept as they are typed have in common: read, keep, show again, judge (A2.3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.forms import BoundField
from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.intake.forms.adult_concern import AdultConcernForm
from openmash.intake.forms.concern import ConcernForm
from openmash.intake.forms.people import MOST_PEOPLE, HouseholdForm, PersonForm, rows_posted
from openmash.intake.rules.obstacles import obstacles_to_sending
from openmash.intake.rules.told import ToldPerson, ToldReferrer
from openmash.intake.rules.typed_contact import ContactTyped, answers_of, with_adult
from openmash.intake.rules.typed_people import person_typed
from openmash.intake.selectors import Answers, draft_for
from openmash.intake.selectors.drafts import DraftShown, opened
from openmash.intake.services import save_draft
from openmash.intake.terms import FormKind

BUTTONS = frozenset({"add_person", "save", "send", "take_off"})
NOT_ANSWERS = BUTTONS | {"csrfmiddlewaretoken", "form", "draft", "code"}


@dataclass(frozen=True)
class Filled:
    """The parts of one form: the concern, a row for each person, their household, the adult."""

    form: ConcernForm
    rows: Sequence[PersonForm]
    household: HouseholdForm
    adult: AdultConcernForm

    def __iter__(self) -> Iterator[BoundField]:
        """Go through every answer in the order of the page, for the error summary."""
        for part in (self.form, *self.rows, self.household, self.adult):
            yield from part

    def non_field_errors(self) -> list[str]:
        """Return what is wrong with the form as a whole."""
        return [str(each) for each in self.form.non_field_errors()]

    def is_readable(self) -> bool:
        """Say whether every part can be read; each is asked, so that each says what is wrong."""
        readable = [each.is_valid() for each in (self.form, self.household, self.adult, *self.rows)]
        return all(readable)

    def people(self, *, on: date) -> list[ToldPerson]:
        """Return everybody told about; a row nobody filled in is nobody."""
        household = self.household.household
        return [person_typed(each.typed, household, on=on) for each in self._somebody()]

    def known(self) -> dict[int, UUID]:
        """Return whom the hub knows, by their place among the people told about."""
        chosen = {place: each.known_id for place, each in enumerate(self._somebody())}
        return {place: person_id for place, person_id in chosen.items() if person_id}

    @property
    def is_about_adult(self) -> bool:
        """Say whether the part about an adult is shown before any script has run."""
        return self.adult.is_begun or any(each.is_adult_told for each in self.rows)

    def typed(self, people: Sequence[ToldPerson]) -> ContactTyped:
        """Return the answers about the concern, with those about an adult among them."""
        return with_adult(self.form.typed, self.adult.told, people)

    def may_be_sent(self, people: Sequence[ToldPerson], referrer: ToldReferrer) -> bool:
        """Put every obstacle beside the answer that mends it; say whether there is none."""
        answers = answers_of(self.typed(people), people=people, referrer=referrer)
        found = obstacles_to_sending(answers)
        for field, words in found:
            if field == "people":
                self.rows[0].add_error("given_names", _(words))
            else:
                self.form.add_error(field if field in self.form.fields else None, _(words))
        return not found

    def _somebody(self) -> list[PersonForm]:
        return [each for each in self.rows if each.is_somebody]


@require_POST
@signed_in(Power.REFER, Power.RECORD_CONTACT)
def draft(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Keep a form as it stands while it is typed; it answers with nothing (A2.3)."""
    said = request.POST.get("form", "")
    if said not in (FormKind.PHONE, FormKind.REFERRAL):
        raise NotHere
    keep(request, draft_id, FormKind(said), at=timezone.now())
    return HttpResponse(status=204)


def keep(
    request: SignedInRequest, draft_id: UUID, form: FormKind, *, at: datetime, people: int = 0
) -> None:
    """Keep what was posted, with so many more rows for people."""
    answers = answers_in(request.POST)
    rows = min(rows_posted(request.POST) + people, MOST_PEOPLE)
    save_draft(
        by=request.viewer,
        hub_id=request.hub.id,
        draft_id=draft_id,
        form=form,
        answers=answers | {"rows": [str(rows)]},
        at=at,
    )


def answers_in(posted: QueryDict) -> dict[str, list[str]]:
    """Return what was answered, without the buttons and the proof of the page."""
    return {name: posted.getlist(name) for name in posted if name not in NOT_ANSWERS}


def as_left(answers: Answers) -> QueryDict:
    """Return a draft's answers in the shape a form reads."""
    data = QueryDict(mutable=True)
    for name, values in answers.items():
        data.setlist(name, values)
    return data


def left_by(viewer: Viewer, draft_id: UUID, form: FormKind) -> DraftShown:
    """Return a form of this kind as its writer left it, or raise NotHere."""
    found = opened(draft_for(viewer, draft_id))
    if found.form is not form:
        raise NotHere
    return found


def names_in(answers: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names on a form somebody has begun, in the order typed."""
    rows = range(MOST_PEOPLE)
    names = (
        " ".join(
            part
            for field in ("given_names", "family_name")
            for part in answers.get(f"p{n}-{field}", ())
        ).strip()
        for n in rows
    )
    return [each for each in names if each]
