"""The hub's agencies: what each is asked, and when it is asked as a matter of course (A7)."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.terms import AgencyKind, AgencySight, Membership, Track

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

    `code` tells one from another where the hub has several of a kind. A member of some `sites`, or
    between two days, is not asked as a matter of course elsewhere or at other times.
    """

    kind: AgencyKind
    code: Code | None = None
    name: Text
    membership: Membership
    prompts: tuple[Text, ...] = ()
    ask_by_default: tuple[AskByDefault, ...] = ()
    calendar: Code = "hub"
    agreement_rule: str = ""
    sight: AgencySight = AgencySight.FULL
    sites: tuple[Code, ...] = ()
    since: date | None = None
    until: date | None = None

    def is_member(self, *, on: date, site: str | None = None) -> bool:
        """Say whether it is a member on a day, and at a site where the site is known."""
        at_site = not self.sites or site is None or site in self.sites
        return at_site and (self.since or on) <= on and (self.until is None or on < self.until)


def default_agencies(
    document: "PolicyDocument",
    rating: str,
    tracks: Collection[Track],
    *,
    on: date | None = None,
    site: str | None = None,
) -> tuple[AgencyTerms, ...]:
    """Return the agencies that matter for this rating and these tracks, and no others (A7.1).

    With `on`, only those that are members that day; with `site`, only those that work there.
    """
    return tuple(
        each
        for each in document.agencies
        if any(ask.fits(rating, tracks) for ask in each.ask_by_default)
        and each.sight is not AgencySight.VIEW_ONLY
        and (on is None or each.is_member(on=on, site=site))
    )


def is_asked(document: "PolicyDocument", kind: str) -> bool:
    """Say whether agencies of this kind are asked at all: one that only views is not (A8.3)."""
    sights = [each.sight for each in document.agencies if each.kind == kind]
    return not sights or any(each is not AgencySight.VIEW_ONLY for each in sights)


def kinds_that_only_view(
    document: "PolicyDocument", *, rating: str, tracks: Collection[Track]
) -> frozenset[str]:
    """Return the kinds of agency that see such a case and are not asked about it (A8.3).

    What would have them asked as a matter of course says which; where nothing does, every case.
    """
    return frozenset(
        each.kind.value
        for each in document.agencies
        if each.sight is AgencySight.VIEW_ONLY
        and (not each.ask_by_default or any(a.fits(rating, tracks) for a in each.ask_by_default))
    )


def sees_as_member(document: "PolicyDocument", kind: str) -> bool:
    """Say whether a member of this kind sees what the hub's visibility lets members see (A8.3)."""
    sights = [each.sight for each in document.agencies if each.kind == kind]
    return not sights or any(each is not AgencySight.PARTIAL for each in sights)


def prompts_for(document: "PolicyDocument", kind: AgencyKind) -> tuple[str, ...]:
    """Return what an agency of this kind is prompted to look for, each prompt once (A7.3)."""
    found = (prompt for each in document.agencies if each.kind is kind for prompt in each.prompts)
    return tuple(dict.fromkeys(found))
