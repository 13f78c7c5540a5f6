"""The hub's agencies: what each is asked, and when it is asked as a matter of course (A7)."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.terms import AgencyKind, Membership, Track

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


class AskByDefault(Part):
    """Ratings and tracks an agency is asked about; naming none means any (A7.1)."""

    ratings: tuple[Code, ...] = ()
    tracks: tuple[Track, ...] = ()

    def fits(self, rating: str, tracks: Collection[Track]) -> bool:
        rated = not self.ratings or rating in self.ratings
        return rated and (not self.tracks or any(each in self.tracks for each in tracks))


class AgencyTerms(Part):
    """One agency of the hub. A virtual member is a full member (A7.11).

    `code` tells one from another where the hub has several of a kind.
    """

    kind: AgencyKind
    code: Code | None = None
    name: Text
    membership: Membership
    prompts: tuple[Text, ...] = ()
    ask_by_default: tuple[AskByDefault, ...] = ()
    calendar: Code = "hub"
    agreement_rule: str = ""


def default_agencies(
    document: "PolicyDocument", rating: str, tracks: Collection[Track]
) -> tuple[AgencyTerms, ...]:
    """Return the agencies that matter for this rating and these tracks, and no others (A7.1)."""
    return tuple(
        each
        for each in document.agencies
        if any(ask.fits(rating, tracks) for ask in each.ask_by_default)
    )


def prompts_for(document: "PolicyDocument", kind: AgencyKind) -> tuple[str, ...]:
    """Return what an agency of this kind is prompted to look for, each prompt once (A7.3)."""
    found = (prompt for each in document.agencies if each.kind is kind for prompt in each.prompts)
    return tuple(dict.fromkeys(found))
