"""The page of deciding: everything in reading order, and one button that says what it does."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere, Refusal
from openmash.decisions.forms import DecideForm
from openmash.decisions.forms.deciding import signature
from openmash.decisions.rules import Letter, Seen, left_untidy, obstacles
from openmash.decisions.selectors import (
    CaseRead,
    DecisionSought,
    DraftLeft,
    OutcomeTold,
    case_to_decide,
    letters,
    may_decide_on,
    picture_of,
    read_case,
    what_is_seen,
    why_second_reading,
)
from openmash.decisions.services import CannotKeepDraft, record_decision
from openmash.decisions.views.drafting import as_left, keep
from openmash.decisions.views.looking import note_look
from openmash.governance.rules import outcome_named
from openmash.governance.selectors import policy_for


@dataclass(frozen=True)
class Conclusion:
    """What pressing the button would do: what stops it, who hears what, in one sentence."""

    does: str
    signature: str
    obstacles: list[str]
    left_behind: list[str]
    second: list[str]
    letters: list[Letter]


@signed_in(Power.DECIDE, Power.KEEP_RECORD)
def decide(request: SignedInRequest, reference: str) -> HttpResponse:
    """Weigh a case and decide it; asked by the page itself, only what the button would do."""
    who, when = request.viewer, timezone.now()
    case, left = case_to_decide(who, reference)
    policy = policy_for(who, case.hub_id, when)
    if not may_decide_on(who, case, policy):
        raise NotHere
    read = read_case(who, case, policy, when)
    seen = what_is_seen(read)
    form = _form(request, read, seen, left)
    sought = form.sought() if form.is_valid() else DecisionSought()
    if _is_pressed(request) and form.is_valid() and _decided(request, form, read):
        return redirect("insight:case", reference)
    if request.method == "POST":
        with suppress(CannotKeepDraft):  # it is in the answer's form all the same
            keep(request, case, at=when)
    context = {"conclusion": _conclusion(read, sought, seen), "form": form, "case": case}
    if request.headers.get("HX-Request"):
        return render(request, "decisions/parts/conclusion.html", context)
    note_look(request, case, "decision", [each.id for each in seen.people], when)
    return render(request, "decisions/decide.html", {**context, **_page(read, seen), "left": left})


def _is_pressed(request: SignedInRequest) -> bool:
    """Say whether a person decides; what the page asks by itself brings the last button along."""
    return request.POST.get("act") == "decide" and not request.headers.get("HX-Request")


def _form(
    request: SignedInRequest, read: CaseRead, seen: Seen, left: DraftLeft | None
) -> DecideForm:
    """Read what is sent; where nothing is, what this decider left when they last wrote."""
    return DecideForm(
        request.POST or (as_left(left) if left else None),
        people=seen.people,
        document=read.policy.document,
        waits=bool(read.outstanding),
        discussion_held=read.discussion is not None,
    )


def _decided(request: SignedInRequest, form: DecideForm, read: CaseRead) -> bool:
    """Try to decide; a decider whose outcomes were not the ones shown reads them first."""
    if form.has_changed_since_shown:
        form.add_error(None, _("You changed the outcomes. Read below what they do, and decide."))
        return False
    try:
        record_decision(by=request.viewer, case_id=read.case.id, sought=form.sought(), at=read.at)
    except Refusal as refusal:
        form.add_error(None, list(refusal.reasons))
        return False
    return True


def _conclusion(read: CaseRead, sought: DecisionSought, seen: Seen) -> Conclusion:
    picture = picture_of(read, sought)
    told = [OutcomeTold(each.person_id, each.outcome) for each in sought.outcomes]
    return Conclusion(
        does=_what_it_does(read, sought, seen),
        signature=signature(sought),
        obstacles=[each.words for each in obstacles(picture)],
        left_behind=[each.words for each in left_untidy(picture)],
        second=why_second_reading(read, sought, is_urgent=picture.is_urgent),
        letters=letters(read, told, sought.told_reason) if told else [],
    )


def _what_it_does(read: CaseRead, sought: DecisionSought, seen: Seen) -> str:
    """Return "strategy discussion for Maya; early help for Gordon", by outcome."""
    names = {each.id: each.name for each in seen.people}
    by_label: dict[str, list[str]] = {}
    for each in sought.outcomes:
        label = outcome_named(read.policy.document, each.outcome).label
        by_label.setdefault(label, []).append(names[each.person_id])
    return "; ".join(
        _("%(outcome)s for %(names)s") % {"outcome": label, "names": ", ".join(people)}
        for label, people in by_label.items()
    )


def _page(read: CaseRead, seen: Seen) -> dict[str, Any]:
    own = read.viewer.agency_in(read.case.hub_id)
    has_given = any(each.agency_id == own and each.is_in for each in seen.views)
    return {
        "seen": seen,
        "must_speak": read.must_speak,
        "is_blind": any(each.is_in and not each.is_readable for each in seen.views),
        "may_give_view": read.viewer.may(Power.GIVE_VIEW, read.case.hub_id) and not has_given,
    }
