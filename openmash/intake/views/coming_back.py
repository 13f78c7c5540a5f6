"""Somebody without an account comes back to a form they kept, by its code alone (A2.3)."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.selectors import door_viewer
from openmash.accounts.services import PublicDoor, count_knock
from openmash.core.refusals import NotHere, Refusal
from openmash.intake.forms.public import ComeBackForm, PublicForm
from openmash.intake.models import Draft
from openmash.intake.rules.coming_back import KEPT_FOR
from openmash.intake.selectors.drafts import opened
from openmash.intake.services import resume_draft
from openmash.intake.views.drafting import as_left
from openmash.intake.views.public_form import Once, address_of, door_of, form_page, receipt_page

if TYPE_CHECKING:
    from openmash.accounts.models import Hub

TRIED_OFTEN = "Too many codes have been tried. Wait an hour, begin again, or ring us."
TRYING = PublicDoor("code", 10, TRIED_OFTEN)
# Whoever has many addresses is held by what the hub takes from all of them together.
TRYING_AT_ALL = PublicDoor("any code", 1000, TRIED_OFTEN)


def resume(request: HttpRequest, hub: str) -> HttpResponse:
    """Ask for the code, and show the form as it was left; or the receipt, once it was sent."""
    door = door_of(hub)
    form = ComeBackForm(request.POST or None)
    if form.is_valid():
        code = form.cleaned_data["code"]
        try:
            left = _opened(request, door, code, timezone.now())
        except NotHere:
            form.add_error("code", _nothing_there())
        except Refusal as refusal:
            form.add_error(None, [_(each) for each in refusal.reasons])
        else:
            return _as_left(request, door, left, code)
    return render(request, "intake/public_resume.html", {"door": door, "form": form})


def _opened(request: HttpRequest, hub: "Hub", code: str, at: datetime) -> Draft:
    """Every try is counted before the code is looked at, so that a right guess is too."""
    by = door_viewer(hub)
    count_knock(by=by, hub_id=hub.id, door=TRYING, origin=address_of(request), at=at)
    count_knock(by=by, hub_id=hub.id, door=TRYING_AT_ALL, origin="", at=at)
    return resume_draft(by=by, code=code, at=at)


def _as_left(request: HttpRequest, hub: "Hub", left: Draft, code: str) -> HttpResponse:
    if left.sent_as:
        return receipt_page(request, hub, left.sent_as)
    form = PublicForm(as_left(opened(left).answers))
    return form_page(request, hub, form, Once(str(left.id), code))


def _nothing_there() -> str:
    """Say one thing of a code that never was and of one whose time is over."""
    words = _("That code opens nothing. Check each word. A form is kept for %(days)s days.")
    return words % {"days": KEPT_FOR.days}
