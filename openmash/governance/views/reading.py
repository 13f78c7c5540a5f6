"""Reading a policy in plain words, and two versions side by side."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from openmash.accounts.doors import SignedInRequest, signed_in
from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.governance.forms import CompareForm
from openmash.governance.models import Policy
from openmash.governance.rules import SectionPair, compare_policies, policy_in_words
from openmash.governance.selectors import (
    PolicyInForce,
    policies_of,
    policy_for,
    policy_versioned,
    proposals_of,
)

READERS = (Power.SEE_CASES, Power.SEE_FIGURES, Power.ANSWER_REQUESTS)


@dataclass(frozen=True)
class VersionLine:
    """One version in the list of them: from when until when it is the policy."""

    row: Policy
    until: datetime | None
    is_in_force: bool

    @property
    def words(self) -> str:
        return f"{self.row.version}: {self.row.effective_from:%-d %B %Y}"


@signed_in(*READERS)
def policy(request: SignedInRequest) -> HttpResponse:
    """Show the policy in force, or the version asked for, in plain words."""
    at = timezone.now()
    shown = _asked_for(request, at)
    return render(
        request,
        "governance/policy.html",
        {
            "shown": shown,
            "sections": policy_in_words(shown.document),
            "versions": version_lines(request.hub.id, at),
            "proposals": proposals_of(request.viewer, request.hub.id)[:20],
            "may_propose": request.viewer.may(Power.PROPOSE_POLICY, request.hub.id),
        },
    )


@signed_in(*READERS)
def compare(request: SignedInRequest) -> HttpResponse:
    """Show two versions side by side; without asking, the newest two."""
    versions = version_lines(request.hub.id, timezone.now())
    choices = [(each.row.version, _version_words(each)) for each in versions]
    newest = [version for version, _words in choices]
    usual = {"new": newest[0], "old": newest[min(1, len(newest) - 1)]}
    form = CompareForm(request.GET or usual, versions=choices)
    pairs: tuple[SectionPair, ...] = ()
    if form.is_valid():
        asked = form.cleaned_data
        old, new = (policy_versioned(request.hub.id, asked[each]) for each in ("old", "new"))
        pairs = compare_policies(old.document, new.document)
    return render(
        request,
        "governance/compare.html",
        {
            "form": form,
            "pairs": pairs,
            "changed": [each for each in pairs if each.changed],
            "shows_all": form.is_valid() and form.cleaned_data["all"],
        },
    )


def version_lines(hub_id: UUID, at: datetime) -> list[VersionLine]:
    """Return a hub's versions, newest first, with when each stops being the policy."""
    rows = list(policies_of(hub_id).defer("document"))
    lines, until = [], None
    for row in sorted(rows, key=lambda each: each.effective_from, reverse=True):
        in_force = row.effective_from <= at and (until is None or at < until)
        lines.append(VersionLine(row, until, in_force))
        until = row.effective_from
    return lines


def _asked_for(request: SignedInRequest, at: datetime) -> PolicyInForce:
    asked = request.GET.get("version", "")
    if not asked:
        return policy_for(request.viewer, request.hub.id, at)
    if not asked.isdecimal() or len(asked) > 6:
        raise NotHere
    return policy_versioned(request.hub.id, int(asked))


def _version_words(line: VersionLine) -> str:
    begun = f"{line.row.effective_from:%-d %b %Y}"
    return _("Version %(number)s, from %(day)s") % {"number": line.row.version, "day": begun}
