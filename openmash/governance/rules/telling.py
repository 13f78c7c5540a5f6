"""A policy in plain words, section by section, for the people who work by it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from openmash.governance.rules.agencies import AgencyTerms
from openmash.governance.rules.clocks import ClockTerms
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.outcomes import OutcomeTerms
from openmash.governance.rules.telling_choices import CHOICES
from openmash.governance.rules.wording import (
    allowance_in_words,
    and_then,
    roles_in_words,
    sentence,
)
from openmash.governance.terms import AgencySight


@dataclass(frozen=True)
class Section:
    """One part of a policy: its heading, and a line for each thing settled."""

    title: str
    lines: tuple[str, ...]


def policy_in_words(document: PolicyDocument) -> tuple[Section, ...]:
    """Return everything a policy settles, in words; a section with nothing to say is left out."""
    told = ((title, tuple(tell(document))) for title, tell in SECTIONS)
    return tuple(Section(title, lines) for title, lines in told if lines)


def _who(document: PolicyDocument) -> Iterator[str]:
    hub = document.hub
    yield f"{hub.name}, {hub.area}."
    yield f"Telephone {hub.telephone}; out of hours {hub.out_of_hours_telephone}."
    yield f"Under policy “{document.title}”, version {document.version}: {document.edition.label}."
    yield f"From {document.effective_from:%-d %B %Y}. Sources: {', '.join(document.sources)}."
    yield f"Tracks: {'; '.join(each.label for each in document.tracks)}."
    yield f"A {hub.words.contact}: {hub.contact_means}"
    yield f"A {hub.words.referral}: {hub.referral_means}"
    yield f"{document.visibility.label}."
    for site in hub.sites:
        where = f" ({', '.join(site.postcodes)})" if site.postcodes else ""
        yield f"Site: {site.name}, for {site.authority}{where}."


def _stages(document: PolicyDocument) -> Iterator[str]:
    for number, each in enumerate(document.stages, start=1):
        yield f"{number}. {each.name}. {each.explanation}"


def _ratings(document: PolicyDocument) -> Iterator[str]:
    for each in sorted(document.ratings, key=lambda rating: rating.order):
        level = f", level {each.level}" if each.level is not None else ""
        look = f"{each.colour.label.lower()} {each.shape.label.lower()}{level}"
        yield f"{each.word} ({look}): {each.meaning}"
    for step in document.levels:
        yield f"Level {step.level}, {step.name}: {step.meaning}"
    for scale in document.scales:
        grades = (f"{g.word} beside {_rating_word(document, g.rating)}" for g in scale.grades)
        yield f"{scale.agency.label}, {scale.name}: {and_then(grades)}."


def _rating_word(document: PolicyDocument, code: str) -> str:
    return next((each.word for each in document.ratings if each.code == code), code)


def _clocks(document: PolicyDocument) -> Iterator[str]:
    for each in document.clocks:
        for_what = and_then(_aim(document, each))
        aim = f" ({for_what})" if for_what else ""
        limit = f"{allowance_in_words(each.allowance)}, from {each.start.label}"
        unread = "" if each.confirmed else ", not confirmed"
        yield f"{each.label}{aim}: {limit}. {each.force.label}, {each.rule}{unread}."
        if each.may_pause_for:
            yield f"  – May stand still: {and_then(why.label for why in each.may_pause_for)}."
    for step in document.ladder:
        yield f"At {step.percent}% of the time: {step.tells.label.lower()} is told."
    for why in document.late_reasons:
        yield f"A reason of this hub's own for being late: {why.label}."


def _aim(document: PolicyDocument, clock: ClockTerms) -> Iterator[str]:
    if clock.track:
        yield clock.track.label
    if clock.rating:
        yield _rating_word(document, clock.rating)


def _gate(document: PolicyDocument) -> Iterator[str]:
    gate = document.gate
    yield gate.question
    straight = [_rating_word(document, each) for each in gate.straight_to_allocation]
    if straight:
        beside = "; checks may run beside" if gate.checks_may_run_beside else ""
        yield f"Straight to allocation: {and_then(straight)}{beside}."
    if gate.never_wait:
        waits = and_then(_rating_word(document, each) for each in gate.never_wait)
        yield f"Asked about before agreement and basis are complete: {waits}."
    for always in gate.always_check:
        yield sentence(always.what)
    for road in gate.direct:
        at_once = ", told at once" if road.told_at_once else ""
        checks = ", after background checks" if road.checks_first else ""
        yield sentence(f"{road.what}: to {road.to.label}{at_once}{checks}")
    if gate.items_from_level is not None:
        yield f"What agencies hold enters the record from level {gate.items_from_level}."


def _agencies(document: PolicyDocument) -> Iterator[str]:
    for each in document.agencies:
        yield sentence(f"{each.name} ({each.kind.label}): {', '.join(_membership(each))}")
        for prompt in each.prompts:
            yield f"  – {prompt}"


def _membership(agency: AgencyTerms) -> Iterator[str]:
    yield agency.membership.label.lower()
    if agency.sites:
        yield f"at {and_then(agency.sites)} only"
    if agency.since:
        yield f"since {agency.since:%-d %B %Y}"
    if agency.until:
        yield f"until {agency.until:%-d %B %Y}"
    if agency.sight is not AgencySight.FULL:
        yield agency.sight.label.lower()


def _outcomes(document: PolicyDocument) -> Iterator[str]:
    for each in document.outcomes:
        yield sentence(f"{each.label}: {each.explanation} {'. '.join(_authority(each))}")


def _authority(outcome: OutcomeTerms) -> Iterator[str]:
    yield f"Decided by {roles_in_words(outcome.decided_by)}"
    if outcome.needs_views_of:
        kinds = and_then(each.label for each in outcome.needs_views_of)
        yield f"Jointly: {kinds} give a view first"
    if outcome.handed_over_by:
        yield f"Handed over by {roles_in_words(outcome.handed_over_by)}"
    if outcome.pan_london:
        yield f"Counted as: {outcome.pan_london.label}"
    if outcome.needs_agreement:
        yield "Needs the family's or the adult's yes"
    if outcome.urgent:
        yield "Waits for nothing"


def _reasons(document: PolicyDocument) -> Iterable[str]:
    return (f"{each.label}: {each.meaning}" for each in document.presenting_reasons)


Tell = Callable[[PolicyDocument], Iterable[str]]
SECTIONS: tuple[tuple[str, Tell], ...] = (
    ("Who this is", _who),
    ("Stages", _stages),
    ("Ratings and levels of need", _ratings),
    ("Clocks", _clocks),
    ("The gate", _gate),
    ("Agencies", _agencies),
    ("Outcomes", _outcomes),
    ("Presenting reasons", _reasons),
    *CHOICES,
)
