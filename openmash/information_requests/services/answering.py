"""An agency answers: one person, many at once, or again in place of an earlier answer (A7)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from openmash.core.handling import HandlingCode
from openmash.core.refusals import NotHere, Refusal
from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.rules import items_are_kept
from openmash.governance.selectors import policy_for
from openmash.information_requests.models import InformationRequest, RequestPerson, Return
from openmash.information_requests.rules import (
    AnswerGiven,
    AnsweringPicture,
    ItemGiven,
    code_of_answer,
    obstacles_to_answering,
    obstacles_to_correcting,
)
from openmash.information_requests.selectors import may_answer, return_by_id
from openmash.information_requests.services.finishing import finish_if_answered, review_if_late
from openmash.information_requests.services.footprints import leave_footprint
from openmash.information_requests.services.holding import held_request, held_requests
from openmash.information_requests.services.items import give_items, put_items_right
from openmash.information_requests.terms import Answer, RequestState


class CannotAnswer(Refusal):
    """This answer cannot be kept as it stands."""


@transaction.atomic
def respond(
    *,
    by: Viewer,
    request_id: UUID,
    asked_about_id: UUID,
    answer: str,
    at: datetime,
    items: Sequence[ItemGiven] = (),
    involvement: str = "",
    analysis: str = "",
    suggested_rating: str = "",
    is_partial: bool = False,
    refused_because: str = "",
    refused_words: str = "",
) -> Return:
    """Keep an agency's answer about one person, item by item under the codes it sets (A7, A8.2).

    When everybody on the request has been answered for, the request is answered.
    """
    request = held_request(by, request_id)
    asked_about = _asked_about(request, asked_about_id)
    given = AnswerGiven(
        answer=answer,
        items=items,
        involvement=involvement.strip(),
        analysis=analysis.strip(),
        suggested_rating=suggested_rating,
        is_partial=is_partial,
        refused_because=refused_because,
        refused_words=refused_words.strip(),
    )
    picture = _picture(by, request, at, is_answered=_is_answered(asked_about))
    if found := obstacles_to_answering(given, picture):
        raise CannotAnswer(*found)
    kept = _keep(by, request, asked_about, given, at)
    give_items(kept, request, asked_about, items, at=at)
    _close_up(by, request, [asked_about], at)
    return kept


@transaction.atomic
def nil_return(
    *,
    by: Viewer,
    asked_about_ids: Collection[UUID],
    at: datetime,
    request_id: UUID | None = None,
    answer: Answer = Answer.NOT_KNOWN,
) -> list[Return]:
    """Say that nothing is known, about one person or a desk full of them (A7.2).

    Those answered for meanwhile are left as they are. With `request_id`, all must be on it.
    """
    asked = _asked_about_by_request(by, asked_about_ids, request_id)
    held = held_requests(by, asked.keys())
    answered = set(_whole_answers([each.id for people in asked.values() for each in people]))
    kept: list[Return] = []
    for key, people in asked.items():
        left = [each for each in people if each.id not in answered]
        kept += _nil_about(by, held[key], left, answer, at)
    if not kept:
        raise CannotAnswer("Choose somebody your agency has not yet answered about.")
    return kept


@transaction.atomic
def correct_return(
    *,
    by: Viewer,
    return_id: UUID,
    answer: str,
    reason: str,
    at: datetime,
    items: Sequence[ItemGiven] = (),
    involvement: str = "",
    analysis: str = "",
    suggested_rating: str = "",
    refused_because: str = "",
    refused_words: str = "",
) -> Return:
    """Answer again in place of an earlier answer, with the reason; both are kept (A7.10)."""
    old = return_by_id(by, return_id)
    request = held_request(by, old.request_id)
    given = AnswerGiven(
        answer=answer,
        items=items,
        involvement=involvement.strip(),
        analysis=analysis.strip(),
        suggested_rating=suggested_rating,
        refused_because=refused_because,
        refused_words=refused_words.strip(),
    )
    is_current = not Return.objects.filter(corrects=old).exists()
    found = obstacles_to_correcting(is_current=is_current, reason=reason)
    found += obstacles_to_answering(given, _picture(by, request, at, is_answered=False))
    if found:
        raise CannotAnswer(*found)
    kept = _keep(by, request, old.asked_about, given, at, corrects=old, reason=reason.strip())
    put_items_right(old, kept, request, items, by=by, at=at)
    _close_up(by, request, [old.asked_about], at, reason=reason)
    return kept


def _nil_about(
    by: Viewer,
    request: InformationRequest,
    people: Sequence[RequestPerson],
    answer: Answer,
    at: datetime,
) -> list[Return]:
    if not people:
        return []
    given = AnswerGiven(answer=answer.value)
    if found := obstacles_to_answering(given, _picture(by, request, at, is_answered=False)):
        raise CannotAnswer(*found)
    if not answer.is_nil:
        raise CannotAnswer("A nil return says that nothing is known, or that there is no trace.")
    kept = Return.objects.bulk_create(_return(by, request, each, given, at) for each in people)
    _close_up(by, request, people, at)
    return kept


def _close_up(
    by: Viewer,
    request: InformationRequest,
    people: Sequence[RequestPerson],
    at: datetime,
    *,
    reason: str = "",
) -> None:
    action = "information_requests.corrected" if reason else "information_requests.responded"
    leave_footprint(
        by=by,
        request=request,
        action=action,
        at=at,
        persons=[each.person_id for each in people],
        reason=reason,
    )
    review_if_late(request, at=at)
    finish_if_answered(request, by=by, at=at)


def _keep(
    by: Viewer,
    request: InformationRequest,
    asked_about: RequestPerson,
    given: AnswerGiven,
    at: datetime,
    *,
    corrects: Return | None = None,
    reason: str = "",
) -> Return:
    kept = _return(by, request, asked_about, given, at)
    kept.corrects, kept.correction_reason = corrects, reason[:300]
    kept.save(force_insert=True)
    return kept


def _return(
    by: Viewer,
    request: InformationRequest,
    asked_about: RequestPerson,
    given: AnswerGiven,
    at: datetime,
) -> Return:
    codes = [HandlingCode(each.code) for each in given.items]
    return Return(
        hub_id=request.hub_id,
        request=request,
        asked_about=asked_about,
        answer=given.answer,
        refused_because=given.refused_because,
        refused_words=given.refused_words,
        involvement=given.involvement,
        analysis=given.analysis,
        suggested_rating=given.suggested_rating,
        is_partial=given.is_partial,
        answered_at=at,
        answered_by_id=by.practitioner_id,
        supplied_by_id=request.agency_id,
        code=code_of_answer(Answer(given.answer), codes).value,
        restricted=request.case.restricted,
    )


def _picture(
    by: Viewer, request: InformationRequest, at: datetime, *, is_answered: bool
) -> AnsweringPicture:
    document = policy_for(by, request.hub_id, at).document
    return AnsweringPicture(
        may_answer=may_answer(by, request),
        is_withdrawn=request.state == RequestState.WITHDRAWN,
        is_answered=is_answered,
        ratings=[each.code for each in document.ratings],
        may_give_items=items_are_kept(document, rating=request.case.rating),
        today=at.astimezone(LONDON).date(),
    )


def _asked_about(request: InformationRequest, asked_about_id: UUID) -> RequestPerson:
    found = RequestPerson.objects.filter(request=request, id=asked_about_id).first()
    if found is None:
        raise NotHere
    return found


def _asked_about_by_request(
    by: Viewer, ids: Collection[UUID], request_id: UUID | None
) -> dict[UUID, list[RequestPerson]]:
    rows = RequestPerson.objects.filter(id__in=ids).order_by("position")
    if request_id is not None:
        rows = rows.filter(request_id=request_id)
    found: dict[UUID, list[RequestPerson]] = defaultdict(list)
    for each in rows:
        found[each.request_id].append(each)
    if sum(map(len, found.values())) != len(set(ids)):
        raise NotHere
    return found


def _is_answered(asked_about: RequestPerson) -> bool:
    return bool(_whole_answers([asked_about.id]))


def _whole_answers(asked_about_ids: Collection[UUID]) -> list[UUID]:
    rows = Return.objects.filter(
        asked_about__in=asked_about_ids, is_partial=False, corrected_by=None
    )
    return list(rows.values_list("asked_about_id", flat=True))
