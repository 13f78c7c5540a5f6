"""A professional sends a concern: kept as it is typed, sent once, with a receipt (A2)."""

from datetime import datetime
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.files import File
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.selectors import hub_numbered, practitioner_named
from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.core.viewers import Standing
from openmash.governance.rules import PolicyDocument
from openmash.governance.selectors import clocks_about, policy_for
from openmash.intake.forms.adult_concern import AdultConcernForm
from openmash.intake.forms.people import HouseholdForm, rows_of
from openmash.intake.forms.referring import ReferralForm
from openmash.intake.models import Attachment, Contact
from openmash.intake.rules.typed_contact import contact_typed
from openmash.intake.selectors import draft_for, referral_for
from openmash.intake.selectors.drafts import papers_on
from openmash.intake.services import Sender, attach_to_draft, send_draft, take_off_draft
from openmash.intake.terms import Channel, FormKind
from openmash.intake.views.drafting import Filled, answers_in, as_left, keep, left_by


@signed_in(Power.REFER)
def refer(request: SignedInRequest) -> HttpResponse:
    """Open an empty form; nothing is kept before something is typed."""
    form = ReferralForm(document=_policy(request, timezone.now()))
    adult = AdultConcernForm(nations=_policy(request, timezone.now()).nations)
    filled = Filled(form, rows_of(None, is_judged=False), HouseholdForm(), adult)
    return _page(request, uuid4(), filled, [])


@signed_in(Power.REFER)
def referral(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    """Go on with a form, keep it, put papers on it, or send it."""
    at = timezone.now()
    if request.method != "POST":
        return _resume(request, draft_id, at)
    is_sent = "send" in request.POST
    filled = _filled(request, request.POST, at, is_judged=is_sent)
    try:
        keep(request, draft_id, FormKind.REFERRAL, at=at, people=int("add_person" in request.POST))
        if sent := draft_for(request.viewer, draft_id).sent_as:
            return redirect("intake:receipt", sent.reference)
        _handle_papers(request, draft_id, at)
        if not is_sent:
            return _kept(request, draft_id)
        if contact := _send(request, draft_id, filled, at):
            return redirect("intake:receipt", contact.reference)
    except Refusal as refusal:
        filled.form.add_error(None, [_(each) for each in refusal.reasons])
    return _page(request, draft_id, filled, papers_on(request.viewer, draft_id))


@signed_in(Power.REFER)
def receipt(request: SignedInRequest, reference: str) -> HttpResponse:
    """Say that it arrived, under which reference, and what happens next (A2.4, A13)."""
    sent = referral_for(request.viewer, reference)
    running = [each for each in clocks_about([sent.id])[sent.id] if not each.stopped_at]
    context = {"contact": sent, "clocks": running, "hub": hub_numbered(sent.hub_id)}
    return render(request, "intake/receipt.html", context)


def _resume(request: SignedInRequest, draft_id: UUID, at: datetime) -> HttpResponse:
    left = left_by(request.viewer, draft_id, FormKind.REFERRAL)
    if left.sent_as:
        return redirect("intake:receipt", left.sent_as)
    filled = _filled(request, as_left(left.answers), at)
    return _page(request, draft_id, filled, papers_on(request.viewer, draft_id))


def _policy(request: SignedInRequest, at: datetime) -> PolicyDocument:
    return policy_for(request.viewer, request.hub.id, at).document


def _filled(
    request: SignedInRequest, data: QueryDict, at: datetime, *, is_judged: bool = False
) -> Filled:
    document = _policy(request, at)
    return Filled(
        ReferralForm(data, document=document, is_judged=is_judged),
        rows_of(data, is_judged=is_judged),
        HouseholdForm(data, is_judged=is_judged),
        AdultConcernForm(data, nations=document.nations, is_judged=is_judged),
    )


def _handle_papers(request: SignedInRequest, draft_id: UUID, at: datetime) -> None:
    """Put the papers posted on the draft, and take off the one that was pressed."""
    draft = draft_for(request.viewer, draft_id)
    for each in request.FILES.getlist("papers"):
        attach_to_draft(
            by=request.viewer,
            draft=draft,
            filename=each.name or "",
            content=_read(each),
            at=at,
        )
    if said := request.POST.get("take_off"):
        found = next((e for e in papers_on(request.viewer, draft_id) if str(e.id) == said), None)
        if found:
            take_off_draft(by=request.viewer, draft=draft, attachment_id=found.id, at=at)


def _read(paper: "File[bytes]") -> bytes:
    content: bytes = paper.read()
    return content


def _kept(request: SignedInRequest, draft_id: UUID) -> HttpResponse:
    if "save" in request.POST:
        messages.success(request, _("Kept. You find it under “My referrals” when you come back."))
    return redirect("intake:referral", draft_id)


def _send(request: SignedInRequest, draft_id: UUID, filled: Filled, at: datetime) -> Contact | None:
    """Send the form, or return None with every obstacle beside its answer."""
    if not filled.is_readable():
        return None
    form, people = filled.form, filled.people(on=timezone.localdate(at))
    assert isinstance(form, ReferralForm)
    standing = _standing(request)
    referrer = form.told_by(practitioner_named(request.viewer.practitioner_id), standing)
    if not filled.may_be_sent(people, referrer):
        return None
    told = contact_typed(
        filled.typed(people),
        people=people,
        referrer=referrer,
        channel=Channel.PORTAL,
        received_at=at,
    )
    return send_draft(
        by=request.viewer,
        hub_id=request.hub.id,
        draft_id=draft_id,
        form=FormKind.REFERRAL,
        answers=answers_in(request.POST),
        told=told,
        at=at,
        sender=Sender(request.viewer.id, standing.agency_id),
    )


def _standing(request: SignedInRequest) -> Standing:
    """Return the membership that lets this practitioner refer to the hub in focus."""
    return next(
        each
        for each in request.viewer.standings
        if each.hub_id == request.hub.id and Power.REFER in each.powers
    )


def _page(
    request: SignedInRequest, draft_id: UUID, filled: Filled, papers: list[Attachment]
) -> HttpResponse:
    document = _policy(request, timezone.now())
    context = {
        "draft_id": draft_id,
        "filled": filled,
        "form": filled.form,
        "kind": FormKind.REFERRAL,
        "papers": papers,
        "thresholds": document.thresholds,
        "levels": document.levels,
    }
    return render(request, "intake/refer.html", context)
