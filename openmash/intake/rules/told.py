"""What a sender told us: exactly as told, plus what we could read of it (A1, A2, A3.3).

A doubt never keeps a contact out. It travels with it, in words, to the person who screens.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime

from openmash.core.partial_dates import PartialDate
from openmash.governance.terms import AgreementAnswer, NotSoughtReason
from openmash.intake.rules.units import RawRow, canonical_rows
from openmash.intake.terms import (
    AbuseLocation,
    AbuseType,
    AdultAnswer,
    AdultSource,
    AskedFor,
    Channel,
    ContactKind,
    InformedAnswer,
    MomentPrecision,
    Part,
    SourceCode,
    SuggestedTrack,
    WishesAsked,
)
from openmash.people.terms import IdentifierScheme, Sex


@dataclass(frozen=True)
class ToldPerson:
    """A person as the sender described them; matching decides who they are, never this."""

    part: Part
    given_names: str = ""
    family_name: str = ""
    born: PartialDate | None = None
    expected_on: date | None = None
    born_as_told: str = ""
    sex: Sex = Sex.NOT_KNOWN
    ethnicity_perceived: str = ""
    ethnicity: str = ""
    address: str = ""
    postcode: str = ""
    no_fixed_abode: bool = False
    phone: str = ""
    school: str = ""
    home_educated: bool = False
    relationship: str = ""
    parental_responsibility: bool | None = None
    identifiers: tuple[tuple[IdentifierScheme, str], ...] = ()
    first_language: str = ""
    needs_interpreter: bool = False
    communication_needs: str = ""
    address_protected: bool = False
    contact_unsafe: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Some people have one name; that is a name."""
        return bool(self.given_names or self.family_name)


@dataclass(frozen=True)
class ToldReferrer:
    """Who sent it. A non-professional's identity is restricted (A2)."""

    name: str = ""
    role: str = ""
    organisation: str = ""
    email: str = ""
    phone: str = ""
    is_professional: bool = True
    source_code: SourceCode = SourceCode.UNKNOWN
    adult_source: AdultSource | None = None


@dataclass(frozen=True)
class ToldAdultConcern:
    """What only a concern about an adult says (A2 adult fields, A15)."""

    abuse_types: tuple[AbuseType, ...] = ()
    abuse_types_as_told: str = ""
    location: AbuseLocation | None = None
    location_as_told: str = ""
    wishes: str = ""
    wishes_asked: WishesAsked = WishesAsked.NOT_STATED
    aware: InformedAnswer = InformedAnswer.NOT_STATED
    safe_tonight: AdultAnswer | None = None
    safe_tonight_words: str = ""
    capacity_as_told: str = ""
    care_and_support_needs: str = ""
    others_at_risk: str = ""


@dataclass(frozen=True)
class ToldContact:
    """One notification, whatever the channel. `received_at` is when it reached the agency."""

    sender_reference: str
    channel: Channel
    received_at: datetime
    people: tuple[ToldPerson, ...]
    referrer: ToldReferrer
    happened_from: datetime | None = None
    happened_precision: MomentPrecision = MomentPrecision.UNKNOWN
    place: str = ""
    sender_type: str = ""
    tracks: frozenset[SuggestedTrack] = frozenset()
    sender_rating: str = ""
    reasons: tuple[str, ...] = ()  # by the codes of the hub's own list
    narrative: str = ""
    opinion: str = ""
    child_words: str = ""
    done_so_far: str = ""
    last_seen: str = ""
    worker_safety: str = ""
    immediate_danger: bool = False
    asked_for: AskedFor = AskedFor.NOT_STATED
    family_aware: InformedAnswer = InformedAnswer.NOT_STATED
    agreement: AgreementAnswer = AgreementAnswer.NOT_STATED
    agreement_reason: str = ""
    not_sought_reason: NotSoughtReason | None = None
    adult_concern: ToldAdultConcern | None = None
    kind: ContactKind = ContactKind.CONCERN
    raw: tuple[RawRow, ...] = ()
    lines: tuple[int, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def subjects(self) -> tuple[ToldPerson, ...]:
        """Return the children and adults of concern: the second of the two counts (A4.4)."""
        return tuple(each for each in self.people if each.part.is_concern)


def canonical(told: ToldContact) -> bytes:
    """Return what makes this notification the same one when it is sent again (A1.3).

    It is made of the rows as sent, not of our reading of them, so a better reader never turns
    an old notification into a changed one; the order of rows and their place do not count.
    """
    if told.raw:
        return canonical_rows(told.raw)
    answers = asdict(told)
    del answers["raw"], answers["lines"], answers["received_at"]
    answers["people"] = sorted(json.dumps(each, default=str) for each in answers["people"])
    answers["tracks"] = sorted(answers["tracks"])
    return json.dumps(answers, sort_keys=True, default=str).encode("ascii")
