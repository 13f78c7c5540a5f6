"""Files are imported, what became of them is read, and refused rows are mended in place (A1.3)."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import Refusal
from openmash.governance.selectors import clocks_about
from openmash.intake.forms.importing import ImportForm, MendForm, SetAsideForm
from openmash.intake.rules.importing import ImportReport
from openmash.intake.rules.units import Problem, RawRow, UnusableFile
from openmash.intake.selectors import batch_for, batches_of, refused_row_for, refused_rows_open
from openmash.intake.selectors.imports import RefusedShown
from openmash.intake.services import import_contacts, mend_row, set_row_aside
from openmash.intake.terms import FileSource

A_PAGE = 50


@signed_in(Power.IMPORT_CONTACTS)
def imports(request: SignedInRequest) -> HttpResponse:
    """Show what waits to be mended and what was imported; take a file."""
    form = ImportForm(request.POST or None, request.FILES or None)
    report = _import(request, form) if request.method == "POST" and form.is_valid() else None
    if report and report.batch_id:
        for note in report.notes:
            messages.info(request, note)
        return redirect("intake:import_batch", report.batch_id)
    return _imports(request, form, report)


@signed_in(Power.IMPORT_CONTACTS)
def import_batch(request: SignedInRequest, batch_id: UUID) -> HttpResponse:
    """Show what became of one file, in both units, and every row of it that was refused."""
    shown = batch_for(request.viewer, batch_id)
    context = {
        "batch": shown.batch,
        "refused": shown.refused,
        "source": FileSource(shown.batch.source).label,
    }
    return render(request, "intake/import_batch.html", context)


@signed_in(Power.IMPORT_CONTACTS)
def refused_row(request: SignedInRequest, row_id: UUID) -> HttpResponse:
    """Show a notification that cannot be loaded yet, as sent, with every problem and its mend."""
    row = refused_row_for(request.viewer, row_id)
    if request.method == "POST" and row.is_open:
        typed = MendForm(request.POST, rows=row.rows, problems=row.problems)
        typed.full_clean()
        return _mend(request, row, typed.mended())
    return _show_row(request, row, SetAsideForm())


@require_POST
@signed_in(Power.IMPORT_CONTACTS)
def set_aside(request: SignedInRequest, row_id: UUID) -> HttpResponse:
    """Set a refused notification aside, with a reason."""
    row = refused_row_for(request.viewer, row_id)
    form = SetAsideForm(request.POST)
    form.full_clean()
    try:
        because = form.cleaned_data["because"]
        set_row_aside(by=request.viewer, row_id=row_id, because=because, at=timezone.now())
    except Refusal as refusal:
        form.add_error("because", list(refusal.reasons))
        return _show_row(request, row, form)
    messages.success(request, _("It is set aside. The rows and your reason are kept."))
    return redirect("intake:imports")


def _import(request: SignedInRequest, form: ImportForm) -> ImportReport | None:
    sent = form.cleaned_data["file"]
    try:
        return import_contacts(
            by=request.viewer,
            hub_id=request.hub.id,
            source=FileSource(form.cleaned_data["source"]),
            filename=sent.name,
            content=sent.read(),
            at=timezone.now(),
            dry_run=form.cleaned_data["dry_run"],
        )
    except UnusableFile as unusable:
        form.add_error("file", [_(each) for each in unusable.reasons])
        return None


def _imports(
    request: SignedInRequest, form: ImportForm, report: ImportReport | None
) -> HttpResponse:
    viewer, hub_id = request.viewer, request.hub.id
    waiting = refused_rows_open(viewer, hub_id)
    first = list(waiting[:A_PAGE])
    clocks = clocks_about([each.id for each in first])
    context = {
        "form": form,
        "report": report,
        "rows": [{"row": each, "clock": next(iter(clocks[each.id]), None)} for each in first],
        "waiting": waiting.count(),
        "page": Paginator(batches_of(viewer, hub_id), A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "intake/imports.html", context)


def _mend(request: SignedInRequest, row: RefusedShown, rows: Sequence[RawRow]) -> HttpResponse:
    mended = mend_row(by=request.viewer, row_id=row.id, rows=rows, at=timezone.now())
    if mended.mended_as is None:
        return _show_row(request, refused_row_for(request.viewer, row.id), SetAsideForm())
    reference = mended.mended_as.reference
    messages.success(request, _("It is loaded as contact %(ref)s.") % {"ref": reference})
    return redirect("intake:imports")


def _show_row(request: SignedInRequest, row: RefusedShown, aside: SetAsideForm) -> HttpResponse:
    form = _as_sent(row.rows, row.problems)
    context = {"row": row, "form": form, "aside": aside, "source": row.source.label}
    return render(request, "intake/refused_row.html", context)


def _as_sent(rows: Sequence[RawRow], problems: Sequence[Problem]) -> MendForm:
    """Return the rows as they stand, each problem beside its cell."""
    told = MendForm(rows=rows, problems=problems).told
    form = MendForm(told, rows=rows, problems=problems)
    form.show_problems(problems)
    return form
