"""What a hub takes on, and what it always checks: by source, reason, place and date (A1.7, A17.6).

A gate of this kind is about where a contact goes, never about urgent harm, which waits for nothing.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.terms import AgencyKind, Track

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


@dataclass(frozen=True)
class ContactFacts:
    """What is known of a contact that settles where it goes."""

    received_on: date
    source: str = ""
    channel: str = ""
    kind: str = ""
    organisation: str = ""
    agency: str = ""
    reasons: Collection[str] = ()
    tracks: Collection[str] = ()
    postcodes: Collection[str] = ()
    is_repeat: bool = False


class ContactsLike(Part):
    """Contacts alike in what they are; a line left out means any. `sources` are census codes."""

    sources: tuple[Text, ...] = ()
    channels: tuple[Code, ...] = ()
    kinds: tuple[Code, ...] = ()
    organisations: tuple[Text, ...] = ()
    agencies: tuple[AgencyKind, ...] = ()
    reasons: tuple[Code, ...] = ()
    tracks: tuple[Track, ...] = ()
    postcodes: tuple[Text, ...] = ()
    repeat: bool = False

    def fits(self, facts: ContactFacts) -> bool:
        """Say whether a contact is like these in everything they name."""
        told: tuple[tuple[Collection[str], Collection[str]], ...] = (
            (self.sources, [facts.source]),
            (self.channels, [facts.channel]),
            (self.kinds, [facts.kind]),
            (self.agencies, [facts.agency]),
            (self.reasons, facts.reasons),
            (self.tracks, facts.tracks),
        )
        return (
            all(not wanted or not set(wanted).isdisjoint(have) for wanted, have in told)
            and (not self.organisations or _names_one_of(facts.organisation, self.organisations))
            and (not self.postcodes or lies_in(self.postcodes, facts.postcodes))
            and (not self.repeat or facts.is_repeat)
        )


class Stream(Part):
    """Contacts the hub takes on, or does not, between two days; `instead` says who does (A17.6)."""

    code: Code
    what: Text
    takes: bool = True
    when: ContactsLike = ContactsLike()
    since: date | None = None
    until: date | None = None
    instead: str = ""

    def is_in_force(self, on: date) -> bool:
        return (self.since or on) <= on and (self.until is None or on < self.until)


class AlwaysCheck(Part):
    """Contacts whose threshold is never decided without asking the agencies (A1.7)."""

    code: Code
    what: Text
    when: ContactsLike


def not_taken_on(document: "PolicyDocument", facts: ContactFacts) -> str | None:
    """Return why this hub does not take a contact on, and who does; None where it does.

    A stream that is not taken outranks one that is. A hub that names the streams it takes takes
    no others; one that names none takes all.
    """
    in_force = [each for each in document.scope if each.is_in_force(facts.received_on)]
    fitting = [each for each in in_force if each.when.fits(facts)]
    if refused := [each for each in fitting if not each.takes]:
        return f"{refused[0].what}. {refused[0].instead}".strip()
    taken = [each for each in document.scope if each.takes]
    if not taken or any(each.takes for each in fitting):
        return None
    names = "; ".join(each.what for each in in_force if each.takes) or "nothing yet"
    return f"This hub takes: {names}."


def always_checked(document: "PolicyDocument", facts: ContactFacts) -> tuple[str, ...]:
    """Return what it is about a contact that this hub never decides unchecked (A1.7)."""
    return tuple(each.what for each in document.gate.always_check if each.when.fits(facts))


def asks_whether_repeat(document: "PolicyDocument") -> bool:
    """Say whether anything here turns on a contact being a repeat, which costs a look."""
    told = [each.when for each in document.scope]
    return any(each.repeat for each in [*told, *(each.when for each in document.gate.always_check)])


def site_of(document: "PolicyDocument", postcodes: Collection[str]) -> str | None:
    """Return the code of the site whose postcodes these are among; None where they do not say."""
    fitting = (each for each in document.hub.sites if each.postcodes)
    return next((each.code for each in fitting if lies_in(each.postcodes, postcodes)), None)


def lies_in(wanted: Iterable[str], postcodes: Iterable[str]) -> bool:
    """Say whether any postcode begins as one of these does, whole district by whole district."""
    told = [_spaced(each) for each in postcodes]
    return any(each.startswith(_spaced(place)) for place in wanted for each in told)


def _spaced(postcode: str) -> str:
    """Return a postcode as `ZX1 1AA`, a district as `ZX1 `: so that ZX1 is not ZX11."""
    packed = postcode.upper().replace(" ", "")
    whole = len(packed) > 4 and packed[-3].isdigit()
    return f"{packed[:-3]} {packed[-3:]}" if whole else f"{packed} "


def _names_one_of(told: str, wanted: Iterable[str]) -> bool:
    folded = told.casefold()
    return any(each.casefold() in folded for each in wanted)
