"""Items of a return: each is kept, entered in the chronology, and, at `H4`, must be spoken of."""

from collections.abc import Sequence
from datetime import date, datetime, time
from itertools import zip_longest
from uuid import UUID, uuid4

from openmash.accounts.terms import Power
from openmash.chronology.services import add_entry
from openmash.chronology.terms import EntryKind
from openmash.core.handling import HandlingCode
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.services import raise_task, settle_task
from openmash.information_requests.models import (
    FormOfWords,
    InformationRequest,
    Item,
    RequestPerson,
    Return,
)
from openmash.information_requests.rules import ItemGiven
from openmash.information_requests.terms import FORM_OF_WORDS, MUST_SPEAK, RETURN_ITEM


def give_items(
    kept: Return,
    request: InformationRequest,
    asked_about: RequestPerson,
    items: Sequence[ItemGiven],
    *,
    at: datetime,
) -> None:
    """Keep the items of a return as given."""
    for position, given in enumerate(items):
        _give(kept, request, asked_about, given, position, at=at)


def put_items_right(
    old: Return,
    new: Return,
    request: InformationRequest,
    items: Sequence[ItemGiven],
    *,
    by: Viewer,
    at: datetime,
) -> None:
    """Keep the items of a correction; each entry of the old return is corrected, none rubbed out.

    The first new item stands for the first old one, and so on; what has nothing to stand for it is
    marked as put right.
    """
    was = list(old.items.order_by("position"))
    for position, (before, given) in enumerate(zip_longest(was, items)):
        if before is not None:
            settle_task(about_id=before.id, kind=MUST_SPEAK, by=by, at=at)
        if given is not None:
            _give(new, request, old.asked_about, given, position, at=at, before=before)
        elif before is not None:
            _take_back(before, before.entry_id, new, request, at=at)
        _put_form_right(before, new, request, at=at)


def _give(
    kept: Return,
    request: InformationRequest,
    asked_about: RequestPerson,
    given: ItemGiven,
    position: int,
    *,
    at: datetime,
    before: Item | None = None,
) -> None:
    item = Item(
        id=uuid4(),
        hub_id=request.hub_id,
        of_return=kept,
        person_id=asked_about.person_id,
        position=position,
        words=given.words.strip(),
        nature=given.nature,
        happened_from=given.happened_from,
        happened_until=given.happened_until,
        happened_precision=given.precision.value,
        source_system=given.source_system.strip(),
        supplied_by_id=request.agency_id,
        code=given.code,
        audience=list(given.audience),
        restricted=request.case.restricted,
        speak_to=given.speak_to.strip(),
        given_at=at,
    )
    item.entry_id = _enter(
        item, item.words, given.code, request, RETURN_ITEM, item.id, _entry_of(before)
    )
    item.save(force_insert=True)
    if given.form_of_words.strip():
        _give_form(item, given, request)
    if item.code == HandlingCode.H4:
        _ask_to_speak(item, request, at=at)


def _give_form(item: Item, given: ItemGiven, request: InformationRequest) -> None:
    form = FormOfWords(
        id=uuid4(),
        hub_id=item.hub_id,
        item=item,
        words=given.form_of_words.strip(),
        supplied_by_id=item.supplied_by_id,
        code=given.form_of_words_code,
        restricted=item.restricted,
    )
    form.entry_id = _enter(item, form.words, form.code, request, FORM_OF_WORDS, form.id)
    form.save(force_insert=True)


def _put_form_right(
    before: Item | None, new: Return, request: InformationRequest, *, at: datetime
) -> None:
    form: FormOfWords | None = getattr(before, "form_of_words", None)
    if before is not None and form is not None:
        _take_back(before, form.entry_id, new, request, at=at, code=form.code)


def _take_back(
    item: Item,
    entry_id: UUID,
    new: Return,
    request: InformationRequest,
    *,
    at: datetime,
    code: str = "",
) -> None:
    words = f"{request.agency.name} put this right: {new.correction_reason}"
    source = item if not code else item.form_of_words
    item.given_at = at
    _enter(item, words, code or item.code, request, RETURN_ITEM, source.id, entry_id)


def _enter(
    item: Item,
    words: str,
    code: str,
    request: InformationRequest,
    kind: str,
    source_id: UUID,
    corrects_id: UUID | None = None,
) -> UUID:
    """Enter what was given in the chronology, under its own code and its agency's name."""
    entry = add_entry(
        hub_id=request.hub_id,
        kind=EntryKind.RETURN_ITEM,
        words=words,
        at=item.given_at,
        known_at=item.given_at,
        persons={item.person_id: ""},
        source=(kind, source_id, f"{request.agency.name}, {request.reference}"),
        happened_from=_moment(item.happened_from),
        happened_until=_moment(item.happened_until),
        happened_precision=item.happened_precision,
        supplied_by_id=item.supplied_by_id,
        code=code,
        audience=item.audience,
        nature=item.nature,
        case_id=request.case_id,
        restricted=item.restricted,
        corrects_id=corrects_id,
    )
    return entry.id


def _entry_of(item: Item | None) -> UUID | None:
    return item.entry_id if item else None


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), LONDON) if day else None


def _ask_to_speak(item: Item, request: InformationRequest, *, at: datetime) -> None:
    raise_task(
        hub_id=item.hub_id,
        kind=MUST_SPEAK,
        about_kind="item",
        about_id=item.id,
        words=f"{request.agency.name} holds relevant information: speak to {item.speak_to}."[:300],
        needs_power=Power.SEE_EVERY_RETURN.value,
        at=at,
        case_id=request.case_id,
    )
