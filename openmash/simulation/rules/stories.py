"""What happens to fictional families, read from data and filled with their names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any

import yaml

from openmash.core.partial_dates import PartialDate
from openmash.governance.terms import AgencyKind, AgreementAnswer, NotSoughtReason, Track
from openmash.intake.rules.told import ToldAdultConcern, ToldContact, ToldPerson, ToldReferrer
from openmash.intake.terms import (
    AskedFor,
    Channel,
    InformedAnswer,
    MomentPrecision,
    Part,
    PresentingReason,
    SourceCode,
    SuggestedTrack,
    WishesAsked,
)
from openmash.people.terms import Sex
from openmash.simulation.rules.families import Family, Made


@dataclass(frozen=True)
class Holding:
    """One thing an agency holds about the family, with the code it sets."""

    words: str
    nature: str
    code: str
    speak_to: str = ""
    form_of_words: str = ""
    form_of_words_code: str = ""


@dataclass(frozen=True)
class Story:
    """One kind of concern, and what comes of it."""

    code: str
    weight: int
    sender: str
    reasons: tuple[PresentingReason, ...]
    tracks: tuple[Track, ...]
    rating: str
    told: str
    opinion: str
    asking_for: AskedFor
    agreement: AgreementAnswer
    outcome: str
    da_outcome: str = ""
    child_words: str = ""
    adult_wants: str = ""
    is_adult: bool = False
    is_unborn: bool = False
    is_danger: bool = False
    child_ages: tuple[int, int] = (0, 17)
    not_sought_reason: NotSoughtReason | None = None
    returns: Mapping[AgencyKind, tuple[Holding, ...]] = field(default_factory=dict)


SENDERS: dict[str, tuple[SourceCode, Channel, str, str]] = {
    "police": (SourceCode.POLICE, Channel.POLICE_IMPORT, "Police constable", "Police"),
    "school": (SourceCode.SCHOOL, Channel.PORTAL, "Safeguarding lead", "Witton Park School"),
    "health": (SourceCode.OTHER_HEALTH, Channel.PORTAL, "Community midwife", "Health trust"),
    "neighbour": (SourceCode.ACQUAINTANCE, Channel.PUBLIC_FORM, "", ""),
    "provider": (SourceCode.OTHER, Channel.EMAIL, "Deputy manager", "Larch House care home"),
    "housing": (SourceCode.HOUSING, Channel.PHONE, "Housing officer", "Homes"),
    "bank": (SourceCode.OTHER, Channel.PHONE, "Branch manager", "Beacon Savings"),
}


IN_WALES = {Track.CHILD_EN: Track.CHILD_WAL, Track.ADULT_EN: Track.ADULT_WAL}
OUTCOMES_IN_WALES = {
    "child_assessment": "care_and_support",
    "family_help": "early_help",
    "adult_protection_now": "adult_protect_now",
    "adult_enquiry": "adult_at_risk",
    "adult_other_enquiry": "adult_at_risk",
    "adult_needs_assessment": "adult_care_and_support",
}


@cache
def stories() -> tuple[Story, ...]:
    """Return every story, read and checked once: England's, the same in Welsh law, Wales's own."""
    england = _read("stories.yaml")
    changed = [_under_welsh_law(each) for each in england if set(each.tracks) & set(IN_WALES)]
    return (*england, *changed, *_read("stories_wales.yaml"))


def choose_story(chance: Random, *, tracks: Sequence[Track]) -> Story:
    """Return a story this hub works, by its weight."""
    possible = [each for each in stories() if set(each.tracks) <= set(tracks)]
    return chance.choices(possible, weights=[each.weight for each in possible])[0]


def _read(name: str) -> tuple[Story, ...]:
    text = files("openmash.simulation").joinpath(f"data/{name}").read_text(encoding="utf-8")
    return tuple(_story(each) for each in yaml.safe_load(text))


def _under_welsh_law(story: Story) -> Story:
    return replace(
        story,
        tracks=tuple(IN_WALES.get(each, each) for each in story.tracks),
        outcome=OUTCOMES_IN_WALES.get(story.outcome, story.outcome),
    )


def tell(
    story: Story, family: Family, *, received_at: datetime, referrer: str, sender_reference: str
) -> ToldContact:
    """Return the story as its sender told it of this family."""
    source, channel, role, organisation = SENDERS[story.sender]
    is_person = story.sender == "neighbour"
    suggested = {SuggestedTrack.ADULT if story.is_adult else SuggestedTrack.CHILD}
    if Track.DA in story.tracks:
        suggested.add(SuggestedTrack.DOMESTIC_ABUSE)
    return ToldContact(
        sender_reference=sender_reference,
        channel=channel,
        received_at=received_at,
        people=_people(story, family, received_at),
        referrer=ToldReferrer(
            name=referrer,
            role=role,
            organisation=organisation,
            email="" if is_person else "referrer@sender.example",
            phone="01632 960444",
            is_professional=not is_person,
            source_code=source,
        ),
        happened_from=received_at,
        happened_precision=MomentPrecision.DAY,
        tracks=frozenset(suggested),
        reasons=story.reasons,
        narrative=fill(story.told, family),
        opinion=fill(story.opinion, family),
        child_words=story.child_words,
        asked_for=story.asking_for,
        immediate_danger=story.is_danger,
        family_aware=InformedAnswer.YES
        if story.agreement is AgreementAnswer.GIVEN
        else InformedAnswer.NO,
        agreement=story.agreement,
        not_sought_reason=story.not_sought_reason,
        adult_concern=ToldAdultConcern(wishes=story.adult_wants, wishes_asked=WishesAsked.YES)
        if story.is_adult
        else None,
    )


def fill(words: str, family: Family) -> str:
    """Return words with this family's names in their places."""
    return words.format(
        child=family.children[0].given,
        parent=family.parent.given,
        other=family.other.name,
        adult=family.elder.given,
    )


def _people(story: Story, family: Family, received_at: datetime) -> tuple[ToldPerson, ...]:
    if story.is_adult:
        return (
            _told(family.elder, Part.ADULT_OF_CONCERN, family, ""),
            *([_told(family.other, Part.ALLEGED_HARM, family, "")] * ("{other}" in story.told)),
        )
    children = tuple(
        _told(each, Part.CHILD_OF_CONCERN, family, "")
        for each in family.children
        if each.born <= received_at.date()
    )
    unborn = ToldPerson(
        part=Part.CHILD_OF_CONCERN,
        given_names="Baby",
        family_name=family.parent.family,
        expected_on=received_at.date().replace(day=14),
        address=family.address,
        postcode=family.postcode,
    )
    other_part = Part.ALLEGED_HARM if Track.DA in story.tracks else Part.HOUSEHOLD
    return (
        *((unborn,) if story.is_unborn else children),
        _told(family.parent, Part.PARENT_CARER, family, "mother"),
        *([_told(family.other, other_part, family, "partner")] * ("{other}" in story.told)),
    )


def _told(made: Made, part: Part, family: Family, relationship: str) -> ToldPerson:
    return ToldPerson(
        part=part,
        given_names=made.given,
        family_name=made.family,
        born=PartialDate(made.born),
        born_as_told=f"{made.born:%d/%m/%Y}",
        sex=Sex(made.sex) if made.sex else Sex.NOT_KNOWN,
        address=family.address,
        postcode=family.postcode,
        phone=family.phone,
        relationship=relationship,
    )


def _story(raw: dict[str, Any]) -> Story:
    reason, is_adult = raw.get("not_sought_reason"), raw.get("adult", False)
    return Story(
        code=raw["code"],
        weight=raw["weight"],
        sender=raw["from"],
        reasons=() if is_adult else tuple(PresentingReason(each) for each in raw["reasons"]),
        tracks=tuple(Track(each) for each in raw["tracks"]),
        rating=raw["rating"],
        told=raw["told"].strip(),
        opinion=raw["opinion"],
        asking_for=AskedFor(raw["asking_for"]),
        agreement=AgreementAnswer(raw["agreement"]),
        outcome=raw["outcome"],
        da_outcome=raw.get("da_outcome", ""),
        child_words=raw.get("child_words", ""),
        adult_wants=raw.get("adult_wants", ""),
        is_adult=is_adult,
        is_unborn=raw.get("unborn", False),
        is_danger=raw.get("danger", False),
        child_ages=tuple(raw.get("child_ages", (0, 17))),
        not_sought_reason=NotSoughtReason(reason) if reason else None,
        returns={
            AgencyKind(kind): tuple(Holding(**each) for each in held)
            for kind, held in raw["returns"].items()
        },
    )
