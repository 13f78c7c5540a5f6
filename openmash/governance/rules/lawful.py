"""What the law offers on a day: powers, bases, conditions, reasons, by track and agency (3.2)."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from openmash.governance.rules.packs import (
    Duty,
    LawPack,
    LegalPower,
    in_force,
    law_packs,
    packs_for,
)
from openmash.governance.terms import (
    Article6,
    Article9Condition,
    NotSoughtReason,
    Track,
    WithheldReason,
)

if TYPE_CHECKING:
    from openmash.governance.rules.document import PolicyDocument


def powers_in_law(
    document: "PolicyDocument | None", tracks: Collection[str], on: date
) -> tuple[LegalPower, ...]:
    """Return the powers to offer for these tracks, each once, the tracks' own first.

    The rest of the law's powers come after: a case may turn out to be more than it seemed.
    """
    own = packs_for(_known(tracks), document)
    found: dict[str, LegalPower] = {}
    for pack in (*own, *law_packs().values()):
        for each in in_force(pack.powers, on, document):
            found.setdefault(each.words, each)
    return tuple(found.values())


def duties_in_law(document: "PolicyDocument", on: date) -> tuple[tuple[LawPack, Duty], ...]:
    """Return the duties the hub works under on a day, each with the pack it is from."""
    return tuple(
        (pack, duty)
        for pack in packs_for(document.tracks, document)
        for duty in in_force(pack.duties, on, document)
    )


def bases_in_law(agency_kind: str, on: date) -> tuple[Article6, ...]:
    """Return the article 6 bases an agency of this kind may rely on that day, the usual first."""
    return tuple(
        each.article_6
        for pack in packs_for(())
        for each in pack.bases
        if each.is_law(on) and each.agencies.fits(agency_kind)
    )


def conditions_in_law(agency_kind: str, on: date) -> tuple[Article9Condition, ...]:
    """Return the conditions for special category information that fit this kind of agency."""
    return tuple(
        each.article_9
        for pack in packs_for(())
        for each in pack.conditions
        if each.is_law(on) and (not each.agencies or agency_kind in each.agencies)
    )


def not_sought_in_law(
    document: "PolicyDocument | None", tracks: Collection[str], on: date
) -> tuple[NotSoughtReason, ...]:
    """Return the reasons why agreement may not have been sought, in the order of the list."""
    packs = packs_for(_known(tracks), document)
    offered = {each.code for pack in packs for each in pack.not_sought if each.is_law(on)}
    return tuple(each for each in NotSoughtReason if each in offered)


def withheld_in_law(
    document: "PolicyDocument | None", tracks: Collection[str], on: date
) -> tuple[WithheldReason, ...]:
    """Return the reasons why something held may not be disclosed, in the order of the list."""
    packs = packs_for(_known(tracks), document)
    offered = {each.code for pack in packs for each in pack.withheld if each.is_law(on)}
    return tuple(each for each in WithheldReason if each in offered)


def _known(tracks: Iterable[str]) -> list[Track]:
    """Return these tracks in the order of the list, whatever order they were opened in."""
    wanted = set(tracks)
    return [each for each in Track if each in wanted]
