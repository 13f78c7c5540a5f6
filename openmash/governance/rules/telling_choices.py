"""What a hub chose of its own, in plain words: scope, thresholds, authority, meetings, keeping."""

from collections.abc import Callable, Iterable, Iterator

from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.lawful import duties_in_law
from openmash.governance.rules.packs import packs_for
from openmash.governance.rules.scope import Stream
from openmash.governance.rules.thresholds import ThresholdDocument
from openmash.governance.rules.wording import (
    allowance_in_words,
    and_then,
    roles_in_words,
    sentence,
)
from openmash.governance.rules.working import MeetingTerms


def _scope(document: PolicyDocument) -> Iterable[str]:
    return (_stream(each) for each in document.scope)


def _stream(stream: Stream) -> str:
    verb = "Takes" if stream.takes else "Does not take"
    since = f" from {stream.since:%-d %B %Y}" if stream.since else ""
    until = f" until {stream.until:%-d %B %Y}" if stream.until else ""
    return sentence(f"{verb}: {stream.what}{since}{until}. {stream.instead}")


def _thresholds(document: PolicyDocument) -> Iterator[str]:
    if document.thresholds:
        yield _published(document.thresholds)
    elif document.no_thresholds_because:
        yield sentence(f"No threshold document. {document.no_thresholds_because}")
    for each in document.site_thresholds:
        yield f"At {each.site}: {_published(each)}"


def _published(thresholds: ThresholdDocument) -> str:
    signs = len(thresholds.indicators)
    since = f"{thresholds.effective_from:%-d %B %Y}"
    return f"“{thresholds.title}”, version {thresholds.version}, from {since}, with {signs} signs."


def _authority(document: PolicyDocument) -> Iterator[str]:
    authority, closing = document.authority, document.closing
    yield f"May share without agreement: {roles_in_words(authority.share_without_agreement)}."
    yield f"May release the product: {roles_in_words(authority.release_product)}."
    yield f"May check decisions: {roles_in_words(authority.check_decisions)}."
    if not authority.disputes:
        yield f"May settle a dispute over rating: {roles_in_words(authority.settle_rating)}."
    for number, step in enumerate(authority.disputes, start=1):
        of = f" of {step.of.label}" if step.of else ""
        settled = f"A dispute over rating, step {number}: {roles_in_words(step.settled_by)}{of}"
        yield sentence(f"{settled}. {step.words}")
    yield f"A rationale has at least {closing.rationale_characters} characters."
    if closing.check_repeat_nfa:
        yield "No further action on a repeat is checked by a second person."


def _repeats(document: PolicyDocument) -> Iterator[str]:
    rules = document.repeats
    yield f"Worth attention: {rules.contacts} contacts in {rules.months} months."
    yield f"Worth attention: {rules.da_events} domestic abuse events in {rules.da_months} months."
    yield f"A re-referral is one within {rules.re_referral_months} months of closing."


def _meetings(document: PolicyDocument) -> Iterable[str]:
    return (_meeting(each) for each in document.meetings)


def _meeting(meeting: MeetingTerms) -> str:
    when = meeting.every
    if meeting.within:
        when = f"within {allowance_in_words(meeting.within)}"
    about = [*meeting.ratings, *(each.label for each in meeting.tracks)]
    parts = [
        f"{meeting.name}, {when}, chaired by the {meeting.chaired_by.label}",
        f"About: {and_then(about)}" if about else "",
        f"With: {and_then(each.label for each in meeting.agencies)}" if meeting.agencies else "",
        f"Attended {', '.join(each.label.lower() for each in meeting.modes)}"
        if meeting.modes
        else "",
        "The decision is made there" if meeting.decides else "It holds no decision open",
        meeting.words,
    ]
    return sentence(". ".join(each.rstrip(".") for each in parts if each))


def _teams(document: PolicyDocument) -> Iterator[str]:
    for each in document.teams:
        system = f", on {each.system}" if each.system else ""
        yield f"{each.name} ({each.agency.label}){system}."


def _form(document: PolicyDocument) -> Iterator[str]:
    if document.form.introduction:
        yield document.form.introduction
    if document.form.leave_out:
        asked = and_then(each.label.lower() for each in document.form.leave_out)
        yield f"The professional form does not ask: {asked}."


def _law(document: PolicyDocument) -> Iterator[str]:
    on = document.effective_from
    for pack in packs_for(document.tracks, document):
        yield f"{pack.title}, as read on {pack.as_at:%-d %B %Y}."
        for limit in pack.clocks:
            clock, read = limit.told.clock, "" if limit.told.clock.confirmed else ", not confirmed"
            most = allowance_in_words(clock.allowance)
            yield f"  – {clock.label}: at most {most} ({clock.rule}{read})."
    for _, duty in duties_in_law(document, on):
        read = "" if duty.confirmed else " Not confirmed."
        yield sentence(f"Duty: {duty.words.rstrip('.')}. {duty.source.rstrip('.')}.{read}")
    for pack in packs_for(document.tracks, document):
        for duty in pack.duties:
            if not duty.in_force or (duty.switch and not document.duties.disclosure):
                yield sentence(f"Not worked under: {duty.words.rstrip('.')}. {duty.source}")
    if document.duties.disclosure:
        yield f"Works under the duty to disclose from {document.duties.disclosure:%-d %B %Y}."


def _keeping(document: PolicyDocument) -> Iterator[str]:
    yield sentence(document.retention)
    for each in document.retention_zones:
        yield sentence(f"{each.zone.label}: {each.months} months after closing. {each.then}")
    if not document.records_may_be_printed:
        yield "Records of this hub are not printed."


def _labels(document: PolicyDocument) -> Iterator[str]:
    for each in document.not_current_law:
        yield f"Not current law: {sentence(each.what)} Now: {sentence(each.instead)}"
    for words in document.planned:
        yield f"Only planned: {sentence(words)}"


Tell = Callable[[PolicyDocument], Iterable[str]]
CHOICES: tuple[tuple[str, Tell], ...] = (
    ("What the hub takes on", _scope),
    ("Thresholds", _thresholds),
    ("Who may do what", _authority),
    ("Repeats", _repeats),
    ("Meetings", _meetings),
    ("Teams and their systems", _teams),
    ("The professional form", _form),
    ("Law", _law),
    ("What is kept", _keeping),
    ("Not as today", _labels),
)
