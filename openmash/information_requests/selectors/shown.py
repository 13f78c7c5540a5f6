"""A return and its items as one viewer may read them, already fetched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from openmash.core.handling import HandlingCode, Nature
from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.sight import Sight
from openmash.governance.terms import WithheldReason
from openmash.information_requests.models import FormOfWords, Item, Return
from openmash.information_requests.terms import Answer


@dataclass(frozen=True)
class FormShown:
    """What may be said in place of an item kept back."""

    words: str
    code: HandlingCode


@dataclass(frozen=True)
class ItemShown:
    """One item as far as a viewer sees it.

    `WHOLE`; or `EXISTS`, with whom to speak to; or `NOTHING`, where only its form of words is
    theirs to read.
    """

    id: UUID
    person_id: UUID
    sight: Sight
    supplied_by_id: UUID
    given_at: datetime
    form: FormShown | None
    code: HandlingCode | None = None
    words: str = ""
    nature: Nature | None = None
    happened: PartialDate | None = None
    until: date | None = None
    source_system: str = ""
    raised_to: str = ""
    speak_to: str = ""
    was_spoken: bool = False

    @property
    def is_whole(self) -> bool:
        return self.sight is Sight.WHOLE

    @property
    def must_speak(self) -> bool:
        return self.code is HandlingCode.H4 and not self.was_spoken


@dataclass(frozen=True)
class ReturnShown:
    """One agency's answer about one person; `answer` is None where only items are in sight."""

    id: UUID
    request_id: UUID
    reference: str
    agency_id: UUID
    agency_name: str
    agency_kind: str
    asked_about_id: UUID
    person_id: UUID
    person_name: str
    answered_at: datetime
    answered_by: str
    is_current: bool
    is_correction: bool
    items: tuple[ItemShown, ...]
    answer: Answer | None = None
    refused_because: WithheldReason | None = None
    refused_words: str = ""
    involvement: str = ""
    analysis: str = ""
    suggested_rating: str = ""
    is_partial: bool = False
    correction_reason: str = ""


def return_shown(row: Return, items: Sequence[ItemShown], *, is_open: bool) -> ReturnShown:
    """Return an answer as shown; what it says itself only where it is open to the viewer."""
    outline = ReturnShown(
        id=row.id,
        request_id=row.request_id,
        reference=row.request.reference,
        agency_id=row.supplied_by_id,
        agency_name=row.supplied_by.name,
        agency_kind=row.supplied_by.kind,
        asked_about_id=row.asked_about_id,
        person_id=row.asked_about.person_id,
        person_name=row.asked_about.name,
        answered_at=row.answered_at,
        answered_by=row.answered_by.name,
        is_current=getattr(row, "corrected_by", None) is None,
        is_correction=row.corrects_id is not None,
        items=tuple(items),
    )
    return _with_what_it_says(outline, row) if is_open else outline


def _with_what_it_says(outline: ReturnShown, row: Return) -> ReturnShown:
    return replace(
        outline,
        answer=Answer(row.answer),
        refused_because=WithheldReason(row.refused_because) if row.refused_because else None,
        refused_words=row.refused_words,
        involvement=row.involvement,
        analysis=row.analysis,
        suggested_rating=row.suggested_rating,
        is_partial=row.is_partial,
        correction_reason=row.correction_reason,
    )


def item_shown(row: Item, sight: Sight) -> ItemShown:
    """Return an item as shown: its words only where it is seen whole (A8.2)."""
    form: FormOfWords | None = getattr(row, "form_of_words", None)
    outline = ItemShown(
        id=row.id,
        person_id=row.person_id,
        sight=sight,
        supplied_by_id=row.supplied_by_id,
        given_at=row.given_at,
        form=FormShown(form.words, HandlingCode(form.code)) if form else None,
    )
    if sight is Sight.NOTHING:
        return outline
    known = replace(
        outline,
        code=HandlingCode(row.code),
        speak_to=row.speak_to,
        was_spoken=getattr(row, "spoken", None) is not None,
    )
    return _with_its_words(known, row) if sight is Sight.WHOLE else known


def _with_its_words(known: ItemShown, row: Item) -> ItemShown:
    precision = Precision(row.happened_precision)
    return replace(
        known,
        words=row.words,
        nature=Nature(row.nature),
        happened=PartialDate(row.happened_from, precision) if row.happened_from else None,
        until=row.happened_until,
        source_system=row.source_system,
        raised_to=row.raised_to,
    )
