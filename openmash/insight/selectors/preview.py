"""What a proposed policy would have done to the last 90 days' contacts (A5.2, A6.1)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from openmash.cases.models import CaseContact
from openmash.core.working_time import LONDON
from openmash.governance.models import Clock, PolicyProposal
from openmash.governance.rules import ContactFacts
from openmash.governance.rules.previewing import PastClock, PastContact, Preview, preview
from openmash.governance.selectors import document_of, policy_numbered
from openmash.governance.terms import ClockKind, Track
from openmash.intake.models import Contact, Screening, SubjectTrack
from openmash.intake.selectors.counting import counted

LOOKS_BACK = timedelta(days=90)
TIMED = (ClockKind.RECEIPT, ClockKind.SCREENING, ClockKind.ACKNOWLEDGEMENT, ClockKind.PRODUCT)


def preview_of(proposal: PolicyProposal, *, at: datetime) -> Preview:
    """Return a proposal's effects on the contacts screened since 90 days ago, in four queries.

    Numbers only: whoever reads them learns nothing of any one contact.
    """
    contacts = list(_screened(proposal.hub_id, at))
    return preview(
        policy_numbered(proposal.based_on_id).document,
        document_of(proposal),
        _as_past(contacts),
        at=at,
    )


def _screened(hub_id: UUID, at: datetime) -> QuerySet[Contact]:
    latest = Screening.objects.filter(contact_id=OuterRef("pk")).order_by("-screened_at")
    return (
        counted(Contact.objects.filter(hub_id=hub_id, received_at__gte=at - LOOKS_BACK))
        .annotate(
            rated=Subquery(latest.values("rating")[:1]),
            decided_now=Subquery(latest.values("can_decide_now")[:1]),
        )
        .filter(rated__isnull=False)
        .select_related("referring_agency")
        .defer("told", "opinion", "child_words", "agreement_words")
    )


def _as_past(contacts: Sequence[Contact]) -> Iterable[PastContact]:
    ids = [each.id for each in contacts]
    tracks, cases = _tracks_of(ids), _cases_of(ids)
    clocks = _clocks_about([*ids, *(case for found in cases.values() for case in found)])
    for contact in contacts:
        mine = tracks[contact.id]
        yield PastContact(
            rating=contact.rated,  # type: ignore[attr-defined]  # annotated
            tracks=mine,
            can_decide_now=contact.decided_now,  # type: ignore[attr-defined]  # annotated
            facts=_facts(contact, mine),
            clocks=tuple(
                _as_past_clock(clock, contact, mine)
                for about in (contact.id, *cases[contact.id])
                for clock in clocks[about]
            ),
        )


def _as_past_clock(clock: Clock, contact: Contact, tracks: Sequence[Track]) -> PastClock:
    kind = ClockKind(clock.kind)
    return PastClock(
        kind=kind,
        started_at=clock.started_at,
        stopped_at=clock.stopped_at,
        track=tracks[0] if tracks and kind is ClockKind.RECEIPT else None,
        rating=contact.rated,  # type: ignore[attr-defined]  # annotated
    )


def _facts(contact: Contact, tracks: Sequence[Track]) -> ContactFacts:
    agency = contact.referring_agency
    return ContactFacts(
        received_on=contact.received_at.astimezone(LONDON).date(),
        source=contact.source,
        channel=contact.channel,
        kind=contact.kind,
        organisation=contact.referrer_organisation,
        agency=agency.kind if agency else "",
        reasons=contact.reasons,
        tracks=[each.value for each in tracks],
    )


def _tracks_of(contact_ids: Sequence[UUID]) -> dict[UUID, tuple[Track, ...]]:
    rows = SubjectTrack.objects.filter(subject__contact_id__in=contact_ids).order_by("opened_at")
    found: dict[UUID, dict[Track, None]] = defaultdict(dict)
    for contact_id, track in rows.values_list("subject__contact_id", "track"):
        found[contact_id][Track(track)] = None
    return {each: tuple(found[each]) for each in contact_ids}


def _cases_of(contact_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {each: [] for each in contact_ids}
    rows = CaseContact.objects.filter(contact_id__in=contact_ids)
    for contact_id, case_id in rows.values_list("contact_id", "case_id"):
        found[contact_id].append(case_id)
    return found


def _clocks_about(ids: Sequence[UUID]) -> dict[UUID, list[Clock]]:
    found: dict[UUID, list[Clock]] = defaultdict(list)
    for clock in Clock.objects.filter(about_id__in=ids, kind__in=[each.value for each in TIMED]):
        found[clock.about_id].append(clock)
    return found
