"""What must still be done in a hub, and saying that it was."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.cases.forms import TaskForm
from openmash.cases.selectors import tasks_for
from openmash.governance.services import TaskNotDone
from openmash.governance.services import finish_task as finish

TASKS = 50


@signed_in(Power.SEE_CASES)
def tasks(request: SignedInRequest) -> HttpResponse:
    """List the open tasks this person has the power to do, soonest due first."""
    found = tasks_for(request.viewer, request.hub.id)
    page = Paginator(found, TASKS).get_page(request.GET.get("page", 1))
    return render(request, "cases/tasks.html", {"page": page, "form": TaskForm()})


@require_POST
@signed_in(Power.SEE_CASES)
def finish_task(request: SignedInRequest, task_id: UUID) -> HttpResponse:
    """Finish a task by saying what was done."""
    form = TaskForm(request.POST)
    if not form.is_valid():
        raise TaskNotDone(_("Say what was done, in a sentence."))
    finish(
        by=request.viewer, task_id=task_id, answer=form.cleaned_data["answer"], at=timezone.now()
    )
    messages.success(request, _("That task is done."))
    return redirect(_back_to(request))


def _back_to(request: SignedInRequest) -> str:
    asked = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()})
    return asked if asked and is_ours else "cases:tasks"
