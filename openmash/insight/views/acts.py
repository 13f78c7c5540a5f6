"""What this person can do on a case now, in the order they are likely to want it."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

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
    """An act, who may do it, when it makes sense, and what it is the next step of.

    `asked_by` is the name the reference has in the address's question, where it is no part of it.
    """

    label: Promise
    url_name: str
    power: Power
    key: str = ""
    next_of: tuple[Waiting, ...] = ()
    when: Callable[[CasePage], bool] = lambda page: True
    asked_by: str = ""

    def url_for(self, reference: str) -> str:
        if self.asked_by:
            return f"{reverse(self.url_name)}?{urlencode({self.asked_by: reference})}"
        return reverse(self.url_name, args=[reference])


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
    _Offer(_("Who looked"), "assurance:looks", Power.SEE_WHO_LOOKED, asked_by="reference"),
)


def _read_again(decision_id: UUID) -> Act:
    url = f"{reverse('decisions:decision', args=[decision_id])}#second"
    return Act(_("Read it: agree, or send it back"), url, is_main=True)


def acts_for(viewer: Viewer, page: CasePage) -> list[Act]:
    """Return what this viewer may do on the case, what comes next first."""
    offered = [
        Act(
            label=each.label,
            url=each.url_for(page.case.reference),
            key=each.key,
            is_main=page.next.waiting in each.next_of,
        )
        for each in OFFERS
        if viewer.may(each.power, page.case.hub_id) and each.when(page)
    ]
    if page.may_read_again and page.decision:
        offered.append(_read_again(page.decision.decision.id))
    return sorted(offered, key=lambda each: not each.is_main)
