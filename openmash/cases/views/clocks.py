"""The time limits of a case: read, let one stand still, say one is done, or why it was late."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in, way_back
from openmash.accounts.terms import Power
from openmash.cases.forms import (
    Choices,
    MeetForm,
    PauseForm,
    StartLimitForm,
    WhyLateForm,
    choices_of,
)
from openmash.cases.selectors import late_about, told_by_hand
from openmash.cases.services import (
    meet_limit,
    pause_limit,
    resume_limit,
    say_why_late,
    start_limit,
)
from openmash.cases.views.heading import Heading, open_heading
from openmash.core.refusals import NotHere, Refusal
from openmash.governance.rules.lateness import late_reasons
from openmash.governance.selectors import ClockShown, clocks_shown, policy_for

AnyForm = PauseForm | MeetForm | StartLimitForm


@dataclass
class Line:
    """One time limit with the forms that go with it."""

    shown: ClockShown
    pause: PauseForm | None
    meet: MeetForm | None


@signed_in(Power.KEEP_RECORD)
def clocks(request: SignedInRequest, reference: str) -> HttpResponse:
    """Show a case's time limits, and start one that only a person can say began."""
    when = timezone.now()
    heading = open_heading(request, reference, when)
    kinds = _kinds(request, heading, when)
    start = _start_form(request.POST or None, kinds, when) if kinds else None
    if start is not None and start.is_valid():
        try:
            start_limit(by=request.viewer, case_id=heading.case.id, at=when, **start.cleaned_data)
        except Refusal as refusal:
            start.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("That time limit runs now."))
            return redirect("cases:clocks", reference)
    return _show(request, heading, when, start=start)


@require_POST
@signed_in(Power.KEEP_RECORD)
def turn_clock(request: SignedInRequest, reference: str, clock_id: UUID) -> HttpResponse:
    """Let one time limit of a case stand still or go on, or say that it was kept."""
    when = timezone.now()
    heading = open_heading(request, reference, when)
    lines = _lines(request, heading, when)
    line = next((each for each in lines if each.shown.clock.id == clock_id), None)
    turn = ACTS.get(request.POST.get("act", ""))
    if line is None or turn is None:
        raise NotHere
    tried = turn(request, heading, line, when)
    if tried is None:
        return redirect("cases:clocks", reference)
    return _show(request, heading, when, lines=lines, tried=tried)


@signed_in(Power.KEEP_RECORD)
def why_late(request: SignedInRequest, about_id: UUID) -> HttpResponse:
    """Say why time limits of a case, or of a contact in none, were late (5.17)."""
    when, who = timezone.now(), request.viewer
    late = late_about(who, about_id)
    form = WhyLateForm(
        request.POST or None,
        reasons=_reasons(request, late[0].hub_id, when),
        late=[(str(each.id), each.label) for each in late],
    )
    if form.is_valid():
        answers = form.cleaned_data
        try:
            say_why_late(
                by=who,
                about_id=about_id,
                clock_ids=answers["clocks"],
                reason=answers["reason"],
                words=answers["words"],
                at=when,
            )
        except Refusal as refusal:
            form.add_error(None, list(refusal.reasons))
        else:
            messages.success(request, _("The reason is kept."))
            return redirect(way_back(request, reverse("cases:tasks")))
    return render(request, "cases/why_late.html", {"late": late, "form": form})


def _pause(
    request: SignedInRequest, heading: Heading, line: Line, when: datetime
) -> AnyForm | None:
    form = line.pause
    if form is None:
        raise NotHere
    if form.is_valid():
        return _tried(
            form,
            lambda: pause_limit(
                by=request.viewer,
                case_id=heading.case.id,
                clock_id=line.shown.clock.id,
                at=when,
                **form.cleaned_data,
            ),
        )
    return form


def _go_on(
    request: SignedInRequest, heading: Heading, line: Line, when: datetime
) -> AnyForm | None:
    """It asks nothing, so a lost race is the only refusal there is: a page of its own tells it."""
    resume_limit(by=request.viewer, case_id=heading.case.id, clock_id=line.shown.clock.id, at=when)
    return None


def _meet(request: SignedInRequest, heading: Heading, line: Line, when: datetime) -> AnyForm | None:
    form = line.meet
    if form is None:
        raise NotHere
    if form.is_valid():
        return _tried(
            form,
            lambda: meet_limit(
                by=request.viewer,
                case_id=heading.case.id,
                clock_id=line.shown.clock.id,
                at=when,
                **form.cleaned_data,
            ),
        )
    return form


ACTS: dict[str, Callable[[SignedInRequest, Heading, Line, datetime], AnyForm | None]] = {
    "pause": _pause,
    "go_on": _go_on,
    "meet": _meet,
}


def _tried(form: AnyForm, verb: Callable[[], None]) -> AnyForm | None:
    """Return the form with the reasons on it where the verb refuses; None where it is done."""
    try:
        verb()
    except Refusal as refusal:
        form.add_error(None, list(refusal.reasons))
        return form
    return None


def _show(
    request: SignedInRequest,
    heading: Heading,
    when: datetime,
    *,
    lines: list[Line] | None = None,
    start: StartLimitForm | None = None,
    tried: AnyForm | None = None,
) -> HttpResponse:
    kinds = _kinds(request, heading, when)
    if start is None and kinds:
        start = _start_form(None, kinds, when)
    context = {
        "heading": heading,
        "lines": lines if lines is not None else _lines(request, heading, when),
        "start": start,
        "tried": tried or (start if start is not None and start.is_bound else None),
    }
    return render(request, "cases/clocks.html", context)


def _lines(request: SignedInRequest, heading: Heading, when: datetime) -> list[Line]:
    document = policy_for(request.viewer, heading.case.hub_id, when).document
    reasons = _reasons(request, heading.case.hub_id, when)
    return [
        Line(shown, _pause_form(request, shown), _meet_form(request, shown, reasons, when))
        for shown in clocks_shown(heading.case.id, document)
    ]


def _pause_form(request: SignedInRequest, shown: ClockShown) -> PauseForm | None:
    if not shown.may_pause_for or shown.stands_still:
        return None
    sent = _sent(request, shown, "pause")
    return PauseForm(sent, reasons=choices_of(shown.may_pause_for), prefix=f"p{shown.clock.id}")


def _meet_form(
    request: SignedInRequest, shown: ClockShown, reasons: Choices, when: datetime
) -> MeetForm | None:
    if not shown.may_end:
        return None
    return MeetForm(
        _sent(request, shown, "meet"),
        reasons=reasons,
        initial={"done_at": when},
        prefix=f"m{shown.clock.id}",
    )


def _start_form(sent: QueryDict | None, kinds: Choices, when: datetime) -> StartLimitForm:
    return StartLimitForm(sent, kinds=kinds, initial={"began_at": when}, prefix="start")


def _sent(request: SignedInRequest, shown: ClockShown, act: str) -> QueryDict | None:
    """Return what was sent for this time limit and this act, or nothing."""
    is_meant = f"/{shown.clock.id}/" in request.path and request.POST.get("act") == act
    return request.POST if is_meant else None


def _reasons(request: SignedInRequest, hub_id: UUID, when: datetime) -> Choices:
    document = policy_for(request.viewer, hub_id, when).document
    return [(code, _(label)) for code, label in late_reasons(document)]


def _kinds(request: SignedInRequest, heading: Heading, when: datetime) -> Choices:
    document = policy_for(request.viewer, heading.case.hub_id, when).document
    return [(kind.value, label) for kind, label in told_by_hand(heading.case, document)]
