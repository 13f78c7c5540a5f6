"""A fictional hub lives its weeks: every step is a public verb, done by whoever would do it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.db import transaction

from openmash.accounts.selectors import practitioner_named, viewer_of
from openmash.accounts.services import act_as, know_practitioner
from openmash.cases.services import allocate_case, open_case, record_conversation
from openmash.cases.terms import ConversationKind, How
from openmash.core.partial_dates import age_on
from openmash.core.viewers import Viewer
from openmash.governance.terms import AgencyKind
from openmash.intake.selectors import subjects_of
from openmash.intake.services import Sender, receive_contact
from openmash.matching.selectors import open_suggestions_for
from openmash.matching.services import confirm_same, keep_apart
from openmash.people.selectors import identities_of
from openmash.simulation.rules.families import Family, make_family
from openmash.simulation.rules.stories import Story, choose_story, tell
from openmash.simulation.services.asking import answer, ask
from openmash.simulation.services.deciding import conclude
from openmash.simulation.services.founding import Founded
from openmash.simulation.services.screening import concern_of, screen


@dataclass
class Hub:
    """A founded hub with who works in it, while its weeks are lived."""

    founded: Founded
    chance: Random
    viewers: dict[str, Viewer]
    families: list[Family] = field(default_factory=list)
    records: dict[str, list[UUID]] = field(default_factory=dict)

    def acting(self, username: str) -> Viewer:
        """Let the database see as one of the cast, and return them."""
        viewer = self.viewers[username]
        act_as(viewer)
        return viewer


@dataclass(frozen=True)
class Lived:
    """One concern as it is lived: the story, the family, and how far the work has come."""

    story: Story
    family: Family
    received_at: datetime
    steps: int  # 0 arrived, 1 screened and asked, 2 answered in part, 3 answered, 4 concluded


def wake(founded: Founded, *, seed: int, at: datetime) -> Hub:
    """Return the hub ready to live, with its cast as viewers; call within a transaction."""
    viewers = {}
    for username, practitioner_id in founded.practitioners.items():
        know_practitioner(practitioner_id)
        viewers[username] = viewer_of(practitioner_named(practitioner_id), on=at.date())
    return Hub(founded, Random(seed), viewers)  # noqa: S311 - fiction, not secrets


def live_weeks(hub: Hub, *, contacts: int, weeks: int, now: datetime) -> int:
    """Live `weeks` up to `now` with this many contacts; return how many subjects they had."""
    return sum(_live(hub, each, now) for each in _plan(hub, contacts, weeks, now))


def _plan(hub: Hub, contacts: int, weeks: int, now: datetime) -> list[Lived]:
    """Spread the contacts over the weeks, as many again in the last day and a half."""
    recent, whole = 36 * 60, weeks * 7 * 24 * 60
    minutes = [
        hub.chance.randint(8, recent) if number % 2 else hub.chance.randint(recent, whole)
        for number in range(contacts)
    ]
    arrivals = [now - timedelta(minutes=each) for each in sorted(minutes, reverse=True)]
    return [_lived(hub, arrived, now) for arrived in arrivals]


def _lived(hub: Hub, arrived: datetime, now: datetime) -> Lived:
    story = choose_story(hub.chance, tracks=hub.founded.document.tracks)
    family = _family(hub, story, arrived)
    return Lived(story, family, arrived, _steps(hub.chance, now - arrived))


def _steps(chance: Random, age: timedelta) -> int:
    """Say how far the work on a concern of this age has come; now and then it has stuck."""
    hours = age / timedelta(hours=1)
    if hours > 30:
        return 3 if chance.random() < 0.05 else 4
    if hours > 16:
        return chance.choice((2, 3, 4, 4))
    if hours > 5:
        return chance.choice((1, 2, 3, 4))
    return chance.choice((0, 1, 2)) if hours > 1 else 0


def _family(hub: Hub, story: Story, on: datetime) -> Family:
    """Return a family that fits the story: known already, one time in three, or a new one."""
    youngest, oldest = story.child_ages
    fitting = [
        each
        for each in hub.families
        if youngest <= age_on(each.children[0].born, on.date()) <= oldest
    ]
    if fitting and hub.chance.random() < 0.35:
        return hub.chance.choice(fitting)
    family = make_family(hub.chance, on=on.date(), ages=story.child_ages)
    hub.families.append(family)
    return family


@transaction.atomic
def _live(hub: Hub, lived: Lived, now: datetime) -> int:
    contact_id, subjects = _arrive(hub, lived)
    if lived.steps >= 1:
        _work(hub, lived, contact_id, now)
    return subjects


def _arrive(hub: Hub, lived: Lived) -> tuple[UUID, int]:
    is_own_school = lived.story.sender == "school"
    sender = Sender(
        practitioner_id=hub.founded.practitioners.get("lee") if is_own_school else None,
        agency_id=hub.founded.agencies[AgencyKind.SCHOOL] if is_own_school else None,
    )
    told = tell(
        lived.story,
        lived.family,
        received_at=lived.received_at,
        referrer="Lee Ashworth" if is_own_school else "A. Sender",
        sender_reference="",
    )
    by = hub.acting("sam")
    contact = receive_contact(
        by=by,
        hub_id=hub.founded.hub_id,
        told=told,
        original=told.narrative.encode(),
        media_type="text/plain",
        at=lived.received_at,
        sender=sender,
    )
    _say_who_they_are(hub, by, lived, contact.id)
    return contact.id, len(told.subjects)


def _say_who_they_are(hub: Hub, by: Viewer, lived: Lived, contact_id: UUID) -> None:
    """Answer every suggestion rightly: the maker of a family knows who is who."""
    at = lived.received_at
    for subject in subjects_of([contact_id])[contact_id]:
        key = f"{subject.name_as_told}|{subject.born_as_told}"
        earlier = hub.records.setdefault(key, [])
        if lived.steps >= 1:
            same = set(identities_of(earlier).values())
            found = open_suggestions_for(by, [subject.person_id], on=at.date())
            for each in found.get(subject.person_id, []):
                if set(identities_of([each.known.id]).values()) & same:
                    confirm_same(
                        by=by,
                        told_id=subject.person_id,
                        known_id=each.known.id,
                        why="Name, date of birth and address agree.",
                        at=at,
                    )
                else:
                    keep_apart(
                        by=by,
                        told_id=subject.person_id,
                        known_id=each.known.id,
                        why="Another family.",
                        at=at,
                    )
        earlier.append(subject.person_id)


def _work(hub: Hub, lived: Lived, contact_id: UUID, now: datetime) -> None:
    worker, decider = ("fern", "owen") if lived.story.is_adult else ("fay", "priya")
    by = hub.acting(worker)
    at = min(lived.received_at + timedelta(minutes=hub.chance.randint(9, 70)), now)
    may_ask = screen(hub, by, lived, contact_id, at)
    case = open_case(
        by=by,
        contact_ids=[contact_id],
        rating=lived.story.rating,
        concern=concern_of(lived.story),
        at=at,
    )
    allocate_case(by=by, case_id=case.id, to_id=by.practitioner_id, at=at)
    ask(hub, by, lived, case.id, at, may_ask=may_ask)
    if lived.steps >= 2:
        answer(hub, lived, case.id, now)
    if lived.steps >= 4:
        conclude(hub, lived, case_id=case.id, decider=decider, now=now)


def note_talks(hub: Hub, case_ids: Sequence[UUID], *, at: datetime) -> None:
    """Put a talk or two on the running record of some cases, as a busy day leaves them."""
    by = hub.acting("fay")
    for case_id in case_ids:
        record_conversation(
            by=by,
            case_id=case_id,
            kind=ConversationKind.ATTEMPT,
            with_whom="Mother",
            how=How.PHONE,
            was_reached=False,
            said="No answer; left no message. Will try again after the school run.",
            happened_at=at,
            at=at,
        )
