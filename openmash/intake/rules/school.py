"""Referrals from schools' systems: a main child or several, and the others around them (A2)."""

import re
from collections.abc import Sequence

from openmash.governance.terms import AgreementAnswer
from openmash.intake.rules.agreement import (
    doubts_about_agreement,
    least_of,
    not_sought_reason,
    read_agreement,
)
from openmash.intake.rules.moments import ToldMoment, day_in_london, read_moment
from openmash.intake.rules.people_told import LONGEST_LINE, LONGEST_PHONE, told_line, told_or_blank
from openmash.intake.rules.rows import cell, doubts_about_rows, reference_problems, whole_text
from openmash.intake.rules.school_lines import LINE, row_of_line
from openmash.intake.rules.school_people import read_people
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.rules.units import Problem, RawRow
from openmash.intake.terms import (
    AskedFor,
    Channel,
    InformedAnswer,
    MomentPrecision,
    SourceCode,
    SuggestedTrack,
)

_AWARE = {
    "true": InformedAnswer.YES,
    "yes": InformedAnswer.YES,
    "false": InformedAnswer.NO,
    "no": InformedAnswer.NO,
    "unsafe": InformedAnswer.UNSAFE,
}
_ASKED = {each.value: each for each in AskedFor}
_NURSE = re.compile(r"\bnurse\b", re.IGNORECASE)
_AS_ISO = "Write it as 2025-05-07T19:46 or 07/05/2025 19:46."


def unit_of(row: RawRow) -> tuple[str, ...]:
    """A line is a referral. A later line under the same reference is a later version of it."""
    return tuple(f"{name}={told}" for name, told in sorted(row.items()))


def reference_of(rows: Sequence[RawRow]) -> str:
    return cell(_answers(rows), "reference")


def received_at(rows: Sequence[RawRow]) -> ToldMoment | None:
    return read_moment(cell(_answers(rows), "sent_at"))


def read_notification(rows: Sequence[RawRow]) -> ToldContact | tuple[Problem, ...]:
    """Return what one referral tells, or every reason it cannot be loaded yet."""
    row = _answers(rows)
    received = received_at(rows)
    found = _problems(rows, row, received)
    if found or received is None:
        return tuple(found)
    people = read_people(row, on=day_in_london(received.at))
    return _contact(rows, row, received=received, people=people)


def _answers(rows: Sequence[RawRow]) -> RawRow:
    """A broken line that somebody made whole again counts; otherwise its answers do."""
    row = rows[0]
    if LINE not in row:
        return row
    whole = row_of_line(row[LINE])
    return row if LINE in whole else whole


def _problems(rows: Sequence[RawRow], row: RawRow, received: ToldMoment | None) -> list[Problem]:
    found = []
    nothing_told = not cell(row, "facts") and not _names_somebody(row)
    if LINE in row and (received is None or nothing_told):
        words = (
            "This line was cut short or is not JSON. Ask the sender for the whole of it, "
            "or type in the answers it should have held."
        )
        found.append(Problem(LINE, words))
    found += reference_problems(cell(row, "reference"), "reference", "school's")
    if received is None:
        told = cell(row, "sent_at")[:60]
        words = f"“{told}” is no date and time that ever was." if told else "It is missing."
        found.append(Problem("sent_at", f"{words} {_AS_ISO}"))
    if nothing_told:
        words = "Nothing says what happened, and no child is named. Ask the sender."
        found.append(Problem("facts", words))
    return found


def _names_somebody(row: RawRow) -> bool:
    return any(
        name.startswith("subjects") and name.endswith(("given_name", "surname")) and told.strip()
        for name, told in row.items()
    )


def _contact(
    rows: Sequence[RawRow], row: RawRow, *, received: ToldMoment, people: tuple[ToldPerson, ...]
) -> ToldContact:
    agreement = least_of([read_agreement(cell(row, "agreement"))])
    reason = told_line(cell(row, "agreement_reason"))
    aware = _AWARE.get(cell(row, "family_aware").casefold(), InformedAnswer.NOT_STATED)
    asked = cell(row, "asking_for").casefold()
    return ToldContact(
        sender_reference=cell(row, "reference"),
        channel=Channel.SCHOOL_IMPORT,
        received_at=received.at,
        people=people,
        referrer=_referrer(row),
        happened_precision=MomentPrecision.UNKNOWN,
        tracks=frozenset({SuggestedTrack.CHILD}),
        narrative=whole_text([row], "facts"),
        opinion=whole_text([row], "opinion"),
        child_words=whole_text([row], "child_words"),
        asked_for=_ASKED.get(asked, AskedFor.NOT_STATED),
        family_aware=aware,
        agreement=agreement,
        agreement_reason=reason,
        not_sought_reason=not_sought_reason(agreement, reason),
        raw=tuple(rows),
        doubts=received.doubts
        + doubts_about_rows([row], ())
        + doubts_about_agreement(agreement, reason)
        + _doubts(row, people, agreement=agreement, aware=aware),
    )


def _referrer(row: RawRow) -> ToldReferrer:
    role = told_line(cell(row, "referrer.role"), 120)
    nurse = _NURSE.search(role)
    return ToldReferrer(
        name=told_line(cell(row, "referrer.name"), 120),
        role=role,
        organisation=told_line(cell(row, "referrer.organisation"), LONGEST_LINE),
        email=told_line(cell(row, "referrer.email"), 254),
        phone=told_or_blank(cell(row, "referrer.phone"), LONGEST_PHONE),
        source_code=SourceCode.SCHOOL_NURSE if nurse else SourceCode.SCHOOL,
    )


def _doubts(
    row: RawRow,
    people: Sequence[ToldPerson],
    *,
    agreement: AgreementAnswer,
    aware: InformedAnswer,
) -> tuple[str, ...]:
    found = []
    if not any(each.part.is_concern for each in people):
        found.append("Nobody is named as the child of concern.")
    if not cell(row, "facts"):
        found.append("Nothing says what happened.")
    if agreement is AgreementAnswer.GIVEN and aware is InformedAnswer.NO:
        found.append("Agreement is told as given, yet the family is told as not aware.")
    for name, known in (("asking_for", _ASKED), ("family_aware", _AWARE)):
        told = cell(row, name)
        if told and told.casefold() not in known:
            found.append(f"{name} is told as “{told[:60]}”, no answer we know.")
    if read_agreement(cell(row, "agreement")) is None:
        found.append(f"agreement is told as “{cell(row, 'agreement')[:60]}”, no answer we know.")
    return tuple(found)
