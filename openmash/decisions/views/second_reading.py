"""A second person answers a decision on the page where they read it (A10.3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest
from openmash.core.refusals import NotHere, Refusal
from openmash.decisions.forms import SecondReadingForm
from openmash.decisions.models import SecondReading
from openmash.decisions.selectors import may_read_again, reading_of
from openmash.decisions.services import agree_with_decision, send_decision_back
from openmash.decisions.terms import ReadingState

if TYPE_CHECKING:
    from openmash.cases.models import Case
    from openmash.decisions.models import Decision

AGREE, SEND_BACK = "agree", "send_back"


@dataclass(frozen=True)
class SecondShown:
    """The second reading of a decision as one viewer has it; the form only for who may answer."""

    reading: SecondReading
    form: SecondReadingForm | None

    @property
    def waits(self) -> bool:
        return self.reading.state == ReadingState.WAITING

    @property
    def state(self) -> ReadingState:
        return ReadingState(self.reading.state)


def second_shown(
    request: SignedInRequest, decision: "Decision", case: "Case", at: datetime
) -> SecondShown | None:
    """Return the second reading of a decision where one was asked for."""
    reading = reading_of(decision.id)
    if reading is None:
        return None
    mine = (
        reading.state == ReadingState.WAITING
        and request.viewer.id != reading.decided_by_id
        and may_read_again(request.viewer, case, at)
    )
    return SecondShown(reading, SecondReadingForm(request.POST or None) if mine else None)


def has_answered(
    request: SignedInRequest, decision: "Decision", second: SecondShown | None, at: datetime
) -> bool:
    """Try the answer that was pressed; whoever has no form for it is told why not."""
    act = request.POST.get("act")
    if second is None or act not in (AGREE, SEND_BACK):
        raise NotHere
    form = second.form or SecondReadingForm(request.POST)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    try:
        _answer(request, decision, act, words, at)
    except Refusal as refusal:
        if second.form is None:
            raise
        form.add_error(None, list(refusal.reasons))
        return False
    return True


def _answer(
    request: SignedInRequest, decision: "Decision", act: str, words: str, at: datetime
) -> None:
    by, decision_id = request.viewer, decision.id
    if act == AGREE:
        agree_with_decision(by=by, decision_id=decision_id, words=words, at=at)
        messages.success(request, _("You agreed. What waited for you goes on."))
    else:
        send_decision_back(by=by, decision_id=decision_id, because=words, at=at)
        messages.success(request, _("It is sent back, with your reasons."))
