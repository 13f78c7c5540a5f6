"""The side navigation: which pages there are, who is offered them, and their keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openmash.accounts.terms import Power
from openmash.core.viewers import Viewer


@dataclass(frozen=True)
class Page:
    """A page of the navigation, offered to holders of any one of its powers."""

    label: Promise
    url_name: str
    powers: frozenset[Power]
    key: str


@dataclass(frozen=True)
class Block:
    """Pages that belong together, under a heading."""

    title: Promise
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Item:
    """A page as shown to one viewer."""

    label: Promise
    url: str
    key: str
    is_current: bool
    count: int | None


@dataclass(frozen=True)
class Section:
    """A block as shown to one viewer."""

    title: Promise
    items: tuple[Item, ...]


SEARCH = "people:search"
RECORD = "intake:record"
MAY_SEARCH = frozenset({Power.SEE_CASES, Power.MATCH_PEOPLE})

BLOCKS = (
    Block(
        _("Work"),
        (
            Page(_("Board"), "insight:board", frozenset({Power.SEE_CASES}), "g b"),
            Page(_("My work"), "insight:my_work", frozenset({Power.SEE_CASES}), "g w"),
            Page(_("Coming due"), "insight:coming_due", frozenset({Power.SEE_CASES}), "g d"),
            Page(
                _("Requests"),
                "information_requests:desk",
                frozenset({Power.ANSWER_REQUESTS}),
                "g r",
            ),
            Page(_("My referrals"), "intake:mine", frozenset({Power.REFER}), "g m"),
            Page(
                _("Hand-overs"),
                "pathways:handovers",
                frozenset({Power.HAND_OVER, Power.RECEIVE_HANDOVER}),
                "g h",
            ),
            Page(_("Feedback"), "pathways:feedback", frozenset({Power.SEND_FEEDBACK}), "g k"),
            Page(_("Imports"), "intake:imports", frozenset({Power.IMPORT_CONTACTS}), "g i"),
        ),
    ),
    Block(_("People"), (Page(_("Find a person"), SEARCH, MAY_SEARCH, "g p"),)),
    Block(
        _("Insight"),
        (
            Page(_("Figures"), "insight:figures", frozenset({Power.SEE_FIGURES}), "g f"),
            Page(
                _("Policy"),
                "governance:policy",
                frozenset({Power.SEE_CASES, Power.SEE_FIGURES, Power.ANSWER_REQUESTS}),
                "g y",
            ),
            Page(_("Who looked"), "assurance:looks", frozenset({Power.SEE_WHO_LOOKED}), "g l"),
        ),
    ),
)


def navigation(
    viewer: Viewer, hub_id: UUID, *, path: str, counts: Mapping[str, int]
) -> tuple[Section, ...]:
    """Return the blocks this viewer is offered in this hub, empty ones left out."""
    powers = viewer.powers_in(hub_id)
    urls = {
        page.url_name: reverse(page.url_name)
        for block in BLOCKS
        for page in block.pages
        if not powers.isdisjoint(page.powers)
    }
    inside = (url for url in urls.values() if path == url or (url != "/" and path.startswith(url)))
    current = max(inside, key=len, default="")
    sections = (
        Section(block.title, tuple(_items(block, urls, current, counts))) for block in BLOCKS
    )
    return tuple(each for each in sections if each.items)


def first_page(viewer: Viewer, hub_id: UUID) -> str:
    """Return the name of the first page this viewer is offered in this hub; empty for none."""
    powers = viewer.powers_in(hub_id)
    offered = (page.url_name for block in BLOCKS for page in block.pages if powers & page.powers)
    return next(offered, "")


def _items(
    block: Block, urls: Mapping[str, str], current: str, counts: Mapping[str, int]
) -> Iterator[Item]:
    for page in block.pages:
        if url := urls.get(page.url_name):
            yield Item(page.label, url, page.key, url == current, counts.get(page.url_name))
