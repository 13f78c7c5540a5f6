"""What this person can do on a case now, in the order they are likely to want it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openmash.accounts.terms import Power
from openmash.cases.terms import CaseStatus
from openmash.core.viewers import Viewer
from openmash.insight.selectors import CasePage
from openmash.insight.terms import Waiting


@dataclass(frozen=True)
class Act:
    """One thing to press; `is_main` where it is what comes next."""

    label: Promise
    url: str
    key: str = ""
    is_main: bool = False


@dataclass(frozen=True)
class _Offer:
    """An act, who may do it, when it makes sense, and what it is the next step of."""

    label: Promise
    url_name: str
    power: Power
    key: str = ""
    next_of: tuple[Waiting, ...] = ()
    when: Callable[[CasePage], bool] = lambda page: True


def _before(page: CasePage) -> bool:
    return page.status.is_before_decision


def _decided(page: CasePage) -> bool:
    return not page.status.is_before_decision and page.status is not CaseStatus.CLOSED


OFFERS = (
    _Offer(
        _("Decide what may be shared"),
        "sharing:decide",
        Power.ASK_AGENCIES,
        next_of=(Waiting.ASKING,),
        when=_before,
    ),
    _Offer(
        _("Ask the agencies"),
        "information_requests:ask",
        Power.ASK_AGENCIES,
        key="a",
        next_of=(Waiting.ASKING,),
        when=_before,
    ),
    _Offer(
        _("Decide"),
        "decisions:decide",
        Power.DECIDE,
        key="d",
        next_of=(Waiting.DECISION, Waiting.ANSWERS, Waiting.SAFETY),
        when=_before,
    ),
    _Offer(_("Hold a discussion"), "decisions:discussion", Power.HOLD_DISCUSSION, when=_before),
    _Offer(_("Give a view"), "decisions:view", Power.GIVE_VIEW, when=_before),
    _Offer(_("Rate again"), "cases:rate", Power.RATE, when=_before),
    _Offer(_("Move on"), "cases:move", Power.KEEP_RECORD, when=_before),
    _Offer(
        _("Hand over"),
        "pathways:hand_over",
        Power.HAND_OVER,
        key="o",
        next_of=(Waiting.FEEDBACK,),
        when=_decided,
    ),
    _Offer(
        _("Open the decision again"),
        "decisions:reopen",
        Power.DECIDE,
        next_of=(Waiting.REVIEW,),
        when=_decided,
    ),
    _Offer(_("Close"), "pathways:close", Power.HAND_OVER, when=_decided),
    _Offer(_("Give to somebody"), "cases:allocate", Power.ALLOCATE),
    _Offer(_("What was shared"), "sharing:register", Power.SEE_CASES),
    _Offer(_("Restrict"), "cases:restrict", Power.RESTRICT),
    _Offer(_("Who looked"), "insight:who_looked", Power.SEE_WHO_LOOKED),
)


def acts_for(viewer: Viewer, page: CasePage) -> list[Act]:
    """Return what this viewer may do on the case, what comes next first."""
    offered = [
        Act(
            label=each.label,
            url=reverse(each.url_name, args=[page.case.reference]),
            key=each.key,
            is_main=page.next.waiting in each.next_of,
        )
        for each in OFFERS
        if viewer.may(each.power, page.case.hub_id) and each.when(page)
    ]
    return sorted(offered, key=lambda each: not each.is_main)
