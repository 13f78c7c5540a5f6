"""What policy says of a contact as it stands: taken on or not, always checked (A1.7, A17.6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openmash.core.viewers import Viewer
from openmash.core.working_time import LONDON
from openmash.governance.rules import (
    ContactFacts,
    PolicyDocument,
    always_checked,
    asks_whether_repeat,
    not_taken_on,
)
from openmash.governance.selectors import policy_for
from openmash.intake.models import Contact, Subject
from openmash.intake.rules.repeats import DAYS_IN_A_MONTH
from openmash.intake.selectors.repeats import repeat_panel
from openmash.people.selectors import people_shown


@dataclass(frozen=True)
class GateSays:
    """Why this hub does not take a contact on; or what of it is never decided unchecked."""

    not_taken_on: str = ""
    always_checked: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return self.not_taken_on or " ".join(f"{each}." for each in self.always_checked)


def gate_says(viewer: Viewer, contact: Contact, at: datetime) -> GateSays:
    """Return what the policy says of a contact; no query where the policy says nothing."""
    document = policy_for(viewer, contact.hub_id, at).document
    if not document.scope and not document.gate.always_check:
        return GateSays()
    facts = _facts(viewer, contact, document, at)
    if words := not_taken_on(document, facts):
        return GateSays(not_taken_on=words)
    return GateSays(always_checked=always_checked(document, facts))


def _facts(
    viewer: Viewer, contact: Contact, document: PolicyDocument, at: datetime
) -> ContactFacts:
    people = list(Subject.objects.filter(contact=contact, is_concern=True))
    persons = [each.person_id for each in people]
    agency = contact.referring_agency
    shown = people_shown(viewer, persons, on=at.date())
    return ContactFacts(
        received_on=contact.received_at.astimezone(LONDON).date(),
        source=contact.source,
        channel=contact.channel,
        kind=contact.kind,
        organisation=" ".join([contact.referrer_organisation, agency.name if agency else ""]),
        agency=agency.kind if agency else "",
        reasons=contact.reasons,
        tracks=contact.suggested_tracks,
        postcodes=[each.area for each in shown.values() if each.area],
        is_repeat=asks_whether_repeat(document) and _is_repeat(viewer, contact, people, document),
    )


def _is_repeat(
    viewer: Viewer, contact: Contact, people: Sequence[Subject], document: PolicyDocument
) -> bool:
    """Say whether anybody of concern was told of before, within the months the policy counts."""
    persons = [each.person_id for each in people]
    panel = repeat_panel(viewer, contact.hub_id, persons, contact.received_at, beside=contact)
    window = document.repeats.months * DAYS_IN_A_MONTH
    return any(each.days_before <= window for each in panel.rows)
