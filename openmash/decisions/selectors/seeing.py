"""What the viewer has before them, in the shape that is shown, frozen and shown again (A10.6)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from openmash.core.refusals import NotHere
from openmash.decisions.rules import (
    AnswerSeen,
    ContactSeen,
    DecidedFor,
    DiscussionSeen,
    ItemSeen,
    PersonSeen,
    Seen,
    not_in_the_picture,
)
from openmash.decisions.selectors.reading import CaseRead
from openmash.decisions.selectors.viewing import views_in
from openmash.decisions.terms import DiscussionMode, Section47
from openmash.governance.terms import AgreementAnswer
from openmash.information_requests.selectors import ItemShown, ReturnShown

if TYPE_CHECKING:
    from openmash.decisions.models import Discussion
    from openmash.intake.models import Contact


def what_is_seen(read: CaseRead) -> Seen:
    """Return everything this viewer can see of the case now."""
    viewer, case, policy = read.viewer, read.case, read.policy
    thresholds = policy.document.thresholds
    return Seen(
        at=read.at,
        decider=viewer.name,
        decider_id=viewer.id,
        hub_id=case.hub_id,
        case=case.reference,
        rating=case.rating,
        status=case.status,
        policy=f"{policy.document.title}, version {policy.version}",
        policy_id=policy.id,
        thresholds=f"{thresholds.title}, {thresholds.version}"
        if thresholds
        else policy.document.no_thresholds_because,
        people=tuple(_person(read, each) for each in read.people),
        contacts=tuple(_contact(each) for each in read.contacts),
        answers=tuple(_answer(each) for each in read.answers),
        outstanding=tuple(read.outstanding),
        views=tuple(views_in(viewer, case, read.agencies, read.at)),
        discussion=_discussion(read.discussion) if read.discussion else None,
    )


def _person(read: CaseRead, each: DecidedFor) -> PersonSeen:
    shown = read.shown.get(each.person_id)
    if shown is None:
        raise NotHere  # somebody restricted after the case was: not for this viewer to decide on
    return PersonSeen(
        id=each.person_id,
        name=shown.name,
        age=shown.age_words(read.at.date()),
        born_words=shown.born_words(),
        area=shown.address_words if shown.address_protected else shown.area,
        tracks=tuple(track.value for track in each.tracks),
    )


def _contact(row: "Contact") -> ContactSeen:
    return ContactSeen(
        reference=row.reference,
        version=row.version,
        received_at=row.received_at,
        sender=sender_words(row),
        told=row.told,
        opinion=row.opinion,
        child_words=row.child_words,
        agreement=AgreementAnswer(row.agreement).label,
    )


def sender_words(row: "Contact") -> str:
    """Return who sent it: never who, where the sender is not a professional (A8.10)."""
    if not row.referrer_is_professional:
        return _("A member of the public")
    agency = row.referring_agency.name if row.referring_agency else row.referrer_organisation
    parts = (row.referrer_name, row.referrer_role, agency)
    return ", ".join(part for part in parts if part) or _("Not stated")


def _answer(row: ReturnShown) -> AnswerSeen:
    refused = " ".join(
        filter(None, [row.refused_because.label if row.refused_because else "", row.refused_words])
    )
    return AnswerSeen(
        id=row.id,
        agency_id=row.agency_id,
        agency=row.agency_name,
        person=row.person_name,
        answer=row.answer.label if row.answer else "",
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        involvement=row.involvement,
        analysis=row.analysis,
        suggested_rating=row.suggested_rating,
        refused=refused,
        items=tuple(_item(each) for each in row.items),
    )


def _item(row: ItemShown) -> ItemSeen:
    return ItemSeen(
        id=row.id,
        supplied_by=row.supplied_by_id,
        code=row.code.value if row.code else row.form.code.value if row.form else "H4",
        words=row.words,
        nature=row.nature.label if row.nature else "",
        happened=row.happened,
        speak_to=row.speak_to,
        was_spoken=row.was_spoken,
        instead=row.form.words if row.form else "",
    )


def _discussion(row: "Discussion") -> DiscussionSeen:
    return DiscussionSeen(
        held_at=row.held_at,
        mode=DiscussionMode(row.mode).label,
        section_47=Section47(row.section_47_met).label if row.section_47_met else "",
        reasons=row.section_47_reasons,
        next_steps=row.next_steps,
    )


def answered_since(seen: Seen, answers: Sequence[ReturnShown]) -> list[ReturnShown]:
    """Return the answers a decider had not read: the frozen picture does not change (A6.4)."""
    later = set(not_in_the_picture([each.id for each in answers], seen))
    return [each for each in answers if each.id in later]
