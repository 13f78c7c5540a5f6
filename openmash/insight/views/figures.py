"""Figures of the hub: read only, with every unit stated."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.insight import selectors
from openmash.insight.rules import period_from

DAYS = 28


class PeriodForm(forms.Form):
    """From one day to another, in the address so that a view can be shared."""

    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    last = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )


@signed_in(Power.SEE_FIGURES)
def figures(request: SignedInRequest) -> HttpResponse:
    """Show what reached the hub in a period, how it was rated, and what was decided."""
    form = PeriodForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    period = period_from(
        (asked.get("since"), asked.get("last")), today=timezone.localdate(), days=DAYS
    )
    found = selectors.figures(request.viewer, request.hub.id, period, at=timezone.now())
    return render(request, "insight/figures.html", {"figures": found, "period": period})
