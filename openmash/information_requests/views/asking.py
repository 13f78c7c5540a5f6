"""Asking agencies from a case, with the sharing decision in the same page where it is missing."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.audit.services import record_look
from openmash.core.refusals import Refusal
from openmash.information_requests.forms import AskForm
from openmash.information_requests.selectors import AskOptions, ask_options
from openmash.information_requests.services import ask_agencies, ask_now
from openmash.information_requests.terms import USUAL_QUESTION
from openmash.sharing.forms import SHARE, SharingForm
from openmash.sharing.rules import LawOffered
from openmash.sharing.selectors import CaseHead, case_head, law_offered
from openmash.sharing.services import CannotShareYet, decide_sharing, share_urgently
from openmash.sharing.terms import PROTECT

ASKED_ONCE = ("purpose", "power_relied_on")  # both the decision and the question need them


@signed_in(Power.ASK_AGENCIES)
def ask(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask the agencies that matter; decide sharing first, in the same page, if nobody has (A7)."""
    when = timezone.now()
    heading = case_head(request.viewer, reference, when)
    options = ask_options(request.viewer, heading.case, when)
    law = law_offered(request.viewer, heading.case, when)
    form = AskForm(request.POST or None, options=options, initial=_usual(heading, law))
    sharing = _sharing_form(request, options, law)
    is_whole = form.is_valid() and (sharing is None or sharing.is_valid())
    if is_whole and _try(request, heading, form, sharing, when):
        return redirect("insight:case", reference)
    _note_shown(request, heading, options, when)
    context = {
        "heading": heading,
        "options": options,
        "form": form,
        "sharing": sharing,
        "may_ask_now": options.never_waits and options.decision is None,
        "powers": law.powers,
        "now": when,
    }
    return render(request, "information_requests/ask.html", context)


@require_POST
@signed_in(Power.ASK_AGENCIES)
def ask_at_once(request: SignedInRequest, reference: str) -> HttpResponse:
    """Ask the usual agencies in one press, for a rating that never waits (A7.7)."""
    when = timezone.now()
    heading = case_head(request.viewer, reference, when)
    asked = ask_now(by=request.viewer, case_id=heading.case.id, at=when)
    _say_asked(request, len(asked))
    return redirect("insight:case", reference)


def _try(
    request: SignedInRequest,
    heading: CaseHead,
    form: AskForm,
    sharing: SharingForm | None,
    at: datetime,
) -> bool:
    """Decide and ask together, or neither; reasons go to the form they belong to."""
    try:
        with transaction.atomic():
            _settle_sharing(request, heading, form, sharing, at)
            asked = ask_agencies(by=request.viewer, case_id=heading.case.id, at=at, **form.answers)
    except CannotShareYet as refusal:
        _show_obstacles(form, sharing, refusal)
        return False
    except Refusal as refusal:
        form.add_error(None, list(refusal.reasons))
        return False
    _say_asked(request, len(asked))
    return True


def _settle_sharing(
    request: SignedInRequest,
    heading: CaseHead,
    form: AskForm,
    sharing: SharingForm | None,
    at: datetime,
) -> None:
    who, case = request.viewer, heading.case
    if sharing is not None:
        same = {name: form.cleaned_data[name] for name in ASKED_ONCE}
        decide_sharing(by=who, case_id=case.id, at=at, **{**sharing.answers, **same})
    elif form.options.decision is None:
        power = form.cleaned_data["power_relied_on"]
        share_urgently(by=who, case_id=case.id, power_relied_on=power, at=at)


def _show_obstacles(form: AskForm, sharing: SharingForm | None, refusal: CannotShareYet) -> None:
    """Put each obstacle at its answer; what both ask for stands in the question."""
    if sharing is not None:
        sharing.show_obstacles(o for o in refusal.obstacles if o.field not in ASKED_ONCE)
    for each in refusal.obstacles:
        if each.field in ASKED_ONCE:
            form.add_error(each.field, _(each.words))


def _sharing_form(
    request: SignedInRequest, options: AskOptions, law: LawOffered
) -> SharingForm | None:
    """Return the sharing form where asking must wait for it; a Red waits for nothing."""
    if options.picture.may_share or options.never_waits:
        return None
    return SharingForm(
        request.POST or None,
        prefix="sharing",
        law=law,
        initial={"to_share": SHARE},
    )


def _usual(heading: CaseHead, law: LawOffered) -> dict[str, Any]:
    return {
        "summary": heading.case.concern,
        "question": USUAL_QUESTION,
        "purpose": PROTECT,
        "power_relied_on": law.usual_power,
    }


def _say_asked(request: SignedInRequest, number: int) -> None:
    words = ngettext("%(n)s agency has been asked.", "%(n)s agencies have been asked.", number)
    messages.success(request, words % {"n": number})


def _note_shown(
    request: SignedInRequest, heading: CaseHead, options: AskOptions, at: datetime
) -> None:
    record_look(
        by=request.viewer,
        action="case.read",
        at=at,
        hub_id=heading.case.hub_id,
        page=f"case:{heading.case.id}",
        persons=[each.id for each in options.people],
        subject_kind="case",
        subject_id=heading.case.id,
        subject_label=heading.case.reference,
        case_id=heading.case.id,
    )
