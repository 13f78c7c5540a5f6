"""A concern as somebody typed it, or as it was told by telephone (A1, A2)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time
from typing import Any

from openmash.core.working_time import LONDON
from openmash.governance.terms import AgreementAnswer, NotSoughtReason
from openmash.intake.rules.characters import doubts_about_text, storable
from openmash.intake.rules.obstacles import FormAnswers
from openmash.intake.rules.told import ToldAdultConcern, ToldContact, ToldPerson, ToldReferrer
from openmash.intake.terms import (
    AskedFor,
    Channel,
    InformedAnswer,
    MomentPrecision,
    Part,
    PresentingReason,
    SuggestedTrack,
)


@dataclass(frozen=True)
class ContactTyped:
    """The answers of a form that are about the concern and not about a person."""

    narrative: str = ""
    happened_on: date | None = None
    place: str = ""
    opinion: str = ""
    child_words: str = ""
    done_so_far: str = ""
    last_seen: str = ""
    worker_safety: str = ""
    reasons: tuple[str, ...] = ()
    asked_for: AskedFor = AskedFor.NOT_STATED
    immediate_danger: bool = False
    family_aware: InformedAnswer = InformedAnswer.NOT_STATED
    agreement: AgreementAnswer = AgreementAnswer.NOT_STATED
    not_sought_reason: NotSoughtReason | None = None
    agreement_reason: str = ""
    level_in_their_view: str = ""
    signs: tuple[str, ...] = ()
    adult: ToldAdultConcern | None = None


def contact_typed(
    typed: ContactTyped,
    *,
    people: Sequence[ToldPerson],
    referrer: ToldReferrer,
    channel: Channel,
    received_at: datetime,
) -> ToldContact:
    """Return what a form told, in the shape every channel shares (A1.1)."""
    doubts, typed = _doubts(typed, received_at), _storable(typed)
    return ToldContact(
        sender_reference="",
        channel=channel,
        received_at=received_at,
        people=tuple(people),
        referrer=referrer,
        happened_from=_start_of(typed.happened_on),
        happened_precision=MomentPrecision.DAY if typed.happened_on else MomentPrecision.UNKNOWN,
        place=typed.place,
        tracks=_tracks(typed),
        sender_rating=typed.level_in_their_view,
        reasons=typed.reasons,
        narrative=typed.narrative,
        opinion=_opinion(typed),
        child_words=typed.child_words,
        done_so_far=typed.done_so_far,
        last_seen=typed.last_seen,
        worker_safety=typed.worker_safety,
        immediate_danger=typed.immediate_danger,
        asked_for=typed.asked_for,
        family_aware=typed.family_aware,
        agreement=typed.agreement,
        agreement_reason=typed.agreement_reason,
        not_sought_reason=typed.not_sought_reason,
        adult_concern=typed.adult,
        doubts=doubts,
    )


def with_adult(
    typed: ContactTyped, adult: ToldAdultConcern | None, people: Sequence[ToldPerson]
) -> ContactTyped:
    """Return the answers with what only a concern about an adult says (A2, A15).

    Where it is about adults alone, what an adult knows of it answers "who knows?" as well.
    """
    if adult is None:
        return typed
    children = any(each.part is Part.CHILD_OF_CONCERN for each in people)
    is_open = typed.family_aware is InformedAnswer.NOT_STATED and not children
    return replace(typed, adult=adult, family_aware=adult.aware if is_open else typed.family_aware)


def answers_of(
    typed: ContactTyped, *, people: Sequence[ToldPerson], referrer: ToldReferrer
) -> FormAnswers:
    """Return what the rule of sending asks about."""
    reason = typed.not_sought_reason.label if typed.not_sought_reason else ""
    return FormAnswers(
        narrative=typed.narrative,
        people_named=sum(1 for each in people if each.is_named or each.part.is_concern),
        place_or_group=typed.place,
        immediate_danger=typed.immediate_danger,
        is_professional=referrer.is_professional,
        asked_for=typed.asked_for,
        family_aware=typed.family_aware,
        agreement=typed.agreement,
        agreement_reason=typed.agreement_reason or reason,
        referrer_name=referrer.name,
        referrer_contact=referrer.email or referrer.phone,
    )


def _storable(typed: ContactTyped) -> ContactTyped:
    """Return the answers with the characters a record cannot hold shown as symbols."""
    said = {each.name: getattr(typed, each.name) for each in fields(typed)}
    shown: dict[str, Any] = {
        name: storable(words) for name, words in said.items() if type(words) is str
    }
    return replace(typed, **shown)


def _start_of(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, LONDON).astimezone(UTC) if day else None


def _tracks(typed: ContactTyped) -> frozenset[SuggestedTrack]:
    if PresentingReason.DOMESTIC_ABUSE in typed.reasons:
        return frozenset({SuggestedTrack.DOMESTIC_ABUSE})
    return frozenset()


def _opinion(typed: ContactTyped) -> str:
    """The published signs somebody chose are part of what they think, in the policy's words."""
    if not typed.signs:
        return typed.opinion
    chosen = "\n".join(f"• {each}" for each in typed.signs)
    return f"{typed.opinion}\n\nSigns chosen from the threshold document:\n{chosen}".strip()


def _doubts(typed: ContactTyped, received_at: datetime) -> tuple[str, ...]:
    found = list(doubts_about_text(typed.narrative))
    if typed.happened_on and typed.happened_on > received_at.astimezone(LONDON).date():
        found.append("It is told as happening after it was reported.")
    return tuple(found)
