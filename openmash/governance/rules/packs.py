"""Law packs: what the law of a nation lays on a track, each piece with its dates and its source.

A policy names its pack for each track. What nobody has confirmed is offered and shown as such; a
duty with a `switch` does nothing until a policy switches it on from a day (3.2, 3.3; ADR 23).
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

from openmash.core.working_time import Nation
from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.rules.reading import read_yaml
from openmash.governance.rules.timescales import FILE as TIMESCALES
from openmash.governance.rules.timescales import Timescale, catalogue
from openmash.governance.terms import (
    AgencyKind,
    Article6,
    Article9Condition,
    NotSoughtReason,
    Paragraph18Reason,
    Track,
    WithheldReason,
)

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument

SHELF = "openmash.governance"
COMMON = "information_sharing"


class Switch(StrEnum):
    """A duty that a policy switches on from a day, by the field of the same name in `duties`."""

    DISCLOSURE = "disclosure"


class Agencies(StrEnum):
    """Whose basis it is: a public authority's, another body's, or anybody's (3.2)."""

    PUBLIC = "public"
    OTHER = "other"
    ANY = "any"

    def fits(self, kind: str) -> bool:
        known = {each.value for each in AgencyKind}
        is_public = kind not in known or AgencyKind(kind).is_public
        return self is Agencies.ANY or (self is Agencies.PUBLIC) is is_public


class Dated(Part):
    """A piece of law between two days, with its source and whether anybody has confirmed it."""

    source: Text
    confirmed: bool = True
    since: date | None = None
    until: date | None = None

    def is_law(self, on: date) -> bool:
        return (self.since or on) <= on and (self.until is None or on < self.until)


class Switched(Dated):
    """A piece of law that may wait: for its own commencement, or for a policy to switch it on."""

    in_force: bool = True
    switch: Switch | None = None


class Duty(Switched):
    """What the law requires, of everybody or of some agencies."""

    code: Code
    words: Text
    binds: tuple[AgencyKind, ...] = ()


class LegalPower(Switched):
    """A power a request may rely on, in the words it is cited by."""

    words: Text
    tracks: tuple[Track, ...] = ()


class Basis(Dated):
    """An article 6 basis, and who may rely on it."""

    article_6: Article6
    agencies: Agencies


class Condition(Dated):
    """A condition for special category information, and who may rely on it; none named is any."""

    article_9: Article9Condition
    agencies: tuple[AgencyKind, ...] = ()


class NotSought(Dated):
    """A reason why agreement was not sought."""

    code: NotSoughtReason


class Withheld(Dated):
    """A reason why something held was not disclosed."""

    code: WithheldReason


class Without(Dated):
    """A reason why paragraph 18 applies without consent."""

    code: Paragraph18Reason


class LawTerm(Part):
    """A word of this law, what it means, and what it was called before."""

    word: Text
    means: Text
    formerly: tuple[Text, ...] = ()


class TimeLimit(Part):
    """A time the law sets, by its name in the catalogue; a hub on this track must keep some."""

    timescale: Text
    required: bool = False
    since: date | None = None
    until: date | None = None

    @property
    def told(self) -> Timescale:
        return next(each for each in catalogue().timescales if each.id == self.timescale)

    def is_law(self, on: date) -> bool:
        return (self.since or on) <= on and (self.until is None or on < self.until)


class LawPack(Part):
    """The law of one subject, as somebody read it on a day (`as_at`)."""

    code: Code
    title: Text
    nations: tuple[Nation, ...]
    tracks: tuple[Track, ...]
    as_at: date
    terms: tuple[LawTerm, ...] = ()
    duties: tuple[Duty, ...] = ()
    powers: tuple[LegalPower, ...] = ()
    bases: tuple[Basis, ...] = ()
    conditions: tuple[Condition, ...] = ()
    not_sought: tuple[NotSought, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    paragraph_18: tuple[Without, ...] = ()
    clocks: tuple[TimeLimit, ...] = ()


Piece = TypeVar("Piece", bound=Switched)


@cache
def law_packs() -> dict[str, LawPack]:
    """Return the packs that are shipped, by code, read once."""
    folder = files(SHELF).joinpath("law")
    named = sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml"))
    read = (
        LawPack.model_validate(read_yaml(name, folder.joinpath(name).read_text(encoding="utf-8")))
        for name in named
        if name != TIMESCALES
    )
    return {each.code: each for each in read}


def packs_for(tracks: Iterable[Track], document: "PolicyDocument | None" = None) -> list[LawPack]:
    """Return the packs of these tracks, each once, and after them what goes with any track.

    A policy may name another pack for a track than the usual one.
    """
    named = {each.track: each.pack for each in document.law} if document else {}
    usual = {track: each.code for each in law_packs().values() for track in _own_tracks(each)}
    codes = [named.get(track) or usual.get(track, COMMON) for track in tracks]
    return [law_packs()[code] for code in dict.fromkeys([*codes, COMMON])]


def _own_tracks(pack: LawPack) -> Sequence[Track]:
    return () if pack.code == COMMON else pack.tracks


def in_force(pieces: Iterable[Piece], on: date, document: "PolicyDocument | None") -> list[Piece]:
    """Return the pieces that are law on a day; a switched one is only where the policy says so."""
    return [each for each in pieces if each.is_law(on) and _is_on(each, on, document)]


def _is_on(piece: Switched, on: date, document: "PolicyDocument | None") -> bool:
    if piece.switch is None or not piece.in_force:
        return piece.in_force
    return document is not None and document.duties.disclosure_applies(on)
