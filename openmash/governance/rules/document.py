"""A hub's policy: one validated document, from one day, never edited (A4.1, A5.8).

Policy is data, process is code, law has dates. What a hub may choose is here; what it may not
is in `law`.
"""

import hashlib
import json
from collections.abc import Collection
from datetime import date
from typing import TypeVar

from pydantic import Field

from openmash.core.refusals import Refusal
from openmash.core.working_time import Nation
from openmash.governance.rules.agencies import AgencyTerms
from openmash.governance.rules.calendars import Calendar
from openmash.governance.rules.clocks import ClockTerms, LadderStep, LateReason
from openmash.governance.rules.feedback import FeedbackTemplate
from openmash.governance.rules.keeping import ZoneRetention
from openmash.governance.rules.outcomes import (
    Authority,
    ClosingRules,
    OutcomeTerms,
    PresentingReason,
    RepeatRules,
)
from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.rules.scope import Stream
from openmash.governance.rules.thresholds import (
    AgencyScale,
    CheckGate,
    Level,
    Rating,
    SiteThresholds,
    ThresholdDocument,
)
from openmash.governance.rules.working import (
    Duties,
    FormTerms,
    LawChosen,
    MeetingTerms,
    TeamTerms,
)
from openmash.governance.terms import Edition, Track, Visibility

Named = TypeVar("Named", bound=Part)


class NotInPolicy(Refusal):
    """Somebody used a word this policy does not have."""


class Site(Part):
    """One place the hub works from, whose authority it works for, and its postcode districts."""

    code: Code
    name: Text
    authority: Text
    postcodes: tuple[Text, ...] = ()


class HubWords(Part):
    """What this hub calls things, so that a page speaks its language."""

    contact: Text = "contact"
    referral: Text = "referral"
    check: Text = "check"
    product: Text = "information product"
    discussion: Text = "discussion"


class Identity(Part):
    """Who the hub is. Telephones are shown to people who cannot wait."""

    name: Text
    area: Text
    telephone: Text
    out_of_hours_telephone: Text
    sites: tuple[Site, ...] = Field(min_length=1)
    words: HubWords = HubWords()
    contact_means: Text
    referral_means: Text


class Stage(Part):
    """One stage of the hub's work, as its staff would name it."""

    name: Text
    explanation: Text


class NotCurrentLaw(Part):
    """Something an earlier year did that is no longer lawful practice, and what is done instead."""

    what: Text
    instead: Text


class PolicyDocument(Part):
    """Everything a hub has settled about how it works, from `effective_from`.

    `not_current_law` and `planned` label an edition that tells an earlier year as it was.
    """

    name: Code
    title: Text
    version: Text
    edition: Edition
    effective_from: date
    sources: tuple[Text, ...] = Field(min_length=1)
    hub: Identity
    nations: tuple[Nation, ...] = Field(min_length=1)
    tracks: tuple[Track, ...] = Field(min_length=1)
    visibility: Visibility
    stages: tuple[Stage, ...] = ()
    calendars: tuple[Calendar, ...]
    levels: tuple[Level, ...] = Field(min_length=1)
    ratings: tuple[Rating, ...] = Field(min_length=1)
    scales: tuple[AgencyScale, ...] = ()
    thresholds: ThresholdDocument | None
    clocks: tuple[ClockTerms, ...] = Field(min_length=1)
    ladder: tuple[LadderStep, ...] = ()
    late_reasons: tuple[LateReason, ...] = ()
    gate: CheckGate
    agencies: tuple[AgencyTerms, ...] = Field(min_length=1)
    presenting_reasons: tuple[PresentingReason, ...] = Field(min_length=1)
    outcomes: tuple[OutcomeTerms, ...] = Field(min_length=1)
    repeats: RepeatRules
    closing: ClosingRules
    authority: Authority
    feedback: tuple[FeedbackTemplate, ...] = Field(min_length=1)
    retention: Text
    retention_zones: tuple[ZoneRetention, ...] = ()
    records_may_be_printed: bool = True
    scope: tuple[Stream, ...] = ()
    site_thresholds: tuple[SiteThresholds, ...] = ()
    no_thresholds_because: str = ""
    form: FormTerms = FormTerms()
    meetings: tuple[MeetingTerms, ...] = ()
    teams: tuple[TeamTerms, ...] = ()
    law: tuple[LawChosen, ...] = ()
    duties: Duties = Duties()
    not_current_law: tuple[NotCurrentLaw, ...] = ()
    planned: tuple[Text, ...] = ()

    def calendar(self, name: str) -> Calendar:
        return _named(self.calendars, "name", name, "calendar")


def thresholds_at(document: PolicyDocument, site: str | None) -> ThresholdDocument | None:
    """Return the threshold document of a site's authority, or the hub's one; None where none is."""
    own = (each for each in document.site_thresholds if each.site == site)
    return next(own, document.thresholds)


def items_are_kept(document: PolicyDocument, *, rating: str) -> bool:
    """Say whether what agencies hold enters the record at this rating's level of need."""
    least = document.gate.items_from_level
    return least is None or (rating_named(document, rating).level or 0) >= least


def document_hash(document: PolicyDocument) -> str:
    """Return the fingerprint of a policy: the same words give the same hash, and no others."""
    words = document.model_dump(mode="json")
    canonical = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def rating_named(document: PolicyDocument, code: str) -> Rating:
    return _named(document.ratings, "code", code, "rating")


def is_raised(document: PolicyDocument, *, old: str, new: str) -> bool:
    """Say whether the new rating is the more urgent."""
    return rating_named(document, new).order < rating_named(document, old).order


def outcome_named(document: PolicyDocument, code: str) -> OutcomeTerms:
    return _named(document.outcomes, "code", code, "outcome")


def outcomes_for(document: PolicyDocument, track: Track) -> tuple[OutcomeTerms, ...]:
    """Return the outcomes a decision on this track may choose from, in the policy's order."""
    return tuple(each for each in document.outcomes if track in each.tracks)


def _named(parts: Collection[Named], field: str, name: str, what: str) -> Named:
    for each in parts:
        if getattr(each, field) == name:
            return each
    raise NotInPolicy(f"This hub's policy has no {what} called “{name}”.")
