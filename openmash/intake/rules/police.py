"""Police vulnerability notifications: one row a person, one notification a URN (A1.3).

`Created` is when it reached the agency, and the clock runs from it (A1.2). The officer's view of
ethnicity is a perception and never the person's own (5.12).
"""

from collections.abc import Sequence
from datetime import date

from openmash.intake.rules.agreement import (
    doubts_about_agreement,
    least_of,
    not_sought_reason,
    read_agreement,
)
from openmash.intake.rules.births import read_birth
from openmash.intake.rules.headings import Headings
from openmash.intake.rules.moments import ToldMoment, day_in_london, read_moment
from openmash.intake.rules.people_told import told_line
from openmash.intake.rules.police_people import read_people
from openmash.intake.rules.rows import (
    cell,
    doubts_about_rows,
    reference_problems,
    shape_problems,
    told_in,
    whole_text,
)
from openmash.intake.rules.told import ToldContact, ToldPerson, ToldReferrer
from openmash.intake.rules.units import Problem, RawRow
from openmash.intake.terms import (
    AskedFor,
    Channel,
    MomentPrecision,
    Part,
    PresentingReason,
    SourceCode,
    SuggestedTrack,
)

HEADINGS = Headings(
    columns=(
        "URN",
        "Created",
        "Incident Date/Time",
        "Type",
        "Risk Grade",
        "Person Role",
        "Surname",
        "Forename(s)",
        "DOB",
        "Sex",
        "Officer-defined ethnicity",
        "Address",
        "Postcode",
        "Phone",
        "School",
        "Consent",
        "Consent reason",
        "Circumstances",
        "Referral to CSC requested",
        "Collar No",
        "Station",
    ),
    needed=frozenset(
        {"URN", "Created", "Type", "Person Role", "Surname", "Forename(s)", "Circumstances"}
    ),
    aliases={
        "forename": "Forename(s)",
        "dateofbirth": "DOB",
        "datecreated": "Created",
        "incidentdate": "Incident Date/Time",
        "narrative": "Circumstances",
        "collarnumber": "Collar No",
    },
)
TYPES = ("DA", "CYP", "VA", "MISPER")

_SHARED = (
    "Created",
    "Incident Date/Time",
    "Type",
    "Risk Grade",
    "Consent",
    "Consent reason",
    "Circumstances",
    "Referral to CSC requested",
    "Collar No",
    "Station",
)
_REASONS = {
    "DA": (PresentingReason.DOMESTIC_ABUSE,),
    "MISPER": (PresentingReason.MISSING,),
}
_ASKED = {"Y": AskedFor.ASSESSMENT, "N": AskedFor.INFORMATION_ONLY}
_DAY_FIRST = "Write it as dd/mm/yyyy hh:mm, as in 07/05/2025 19:46."


def unit_of(row: RawRow) -> tuple[str, ...]:
    """Rows that share a URN are one notification; without one, rows that share the incident."""
    if urn := cell(row, "URN"):
        return (urn.upper(),)
    return ("", *(cell(row, column) for column in _SHARED))


def read_notification(rows: Sequence[RawRow]) -> ToldContact | tuple[Problem, ...]:
    """Return what one notification tells, or every reason it cannot be loaded yet."""
    received = received_at(rows)
    found = _problems(rows, received)
    if found or received is None:
        return tuple(found + _other_impossible_dates(rows))
    happened = _happened(rows)
    kind = told_in(rows, "Type")[0].upper()
    people = read_people(rows, kind=kind, on=day_in_london((happened or received).at))
    return _contact(rows, received=received, happened=happened, kind=kind, people=people)


def received_at(rows: Sequence[RawRow]) -> ToldMoment | None:
    """Return the earliest moment of creation any row tells."""
    told = [moment for each in told_in(rows, "Created") if (moment := read_moment(each))]
    return min(told, key=lambda moment: moment.at, default=None)


def reference_of(rows: Sequence[RawRow]) -> str:
    return next(iter(told_in(rows, "URN")), "")


def _problems(rows: Sequence[RawRow], received: ToldMoment | None) -> list[Problem]:
    found = reference_problems(reference_of(rows), "URN", "force's")
    if received is None:
        told = ", ".join(told_in(rows, "Created"))[:60]
        words = f"“{told}” is no date and time that ever was." if told else "It is blank."
        found.append(Problem("Created", f"{words} {_DAY_FIRST}"))
    if unknown := [each for each in told_in(rows, "Type") or ("",) if each.upper() not in TYPES]:
        words = f"“{unknown[0][:60]}” is no type we know. Choose {', '.join(TYPES)}."
        found.append(Problem("Type", words))
    found += shape_problems(rows, HEADINGS)
    if not any(told_in(rows, each) for each in ("Circumstances", "Surname", "Forename(s)")):
        words = "Nothing says what happened or to whom. Ask the sender."
        found.append(Problem("Circumstances", words))
    return found


def _other_impossible_dates(rows: Sequence[RawRow]) -> list[Problem]:
    """A date like these is only a doubt by itself; while mending, it is mended as well."""
    impossible = [
        Problem("Incident Date/Time", f"“{each[:60]}” is no date and time. {_DAY_FIRST}")
        for each in told_in(rows, "Incident Date/Time")
        if read_moment(each) is None
    ]
    births = [(each, read_birth(each, on=date(2000, 1, 1))) for each in told_in(rows, "DOB")]
    impossible += [
        Problem("DOB", f"“{told[:60]}” is no date. Correct it or clear it.")
        for told, birth in births
        if birth.is_unreadable
    ]
    return impossible


def _happened(rows: Sequence[RawRow]) -> ToldMoment | None:
    told = [read_moment(each) for each in told_in(rows, "Incident Date/Time")]
    return next((each for each in told if each), None)


def _contact(
    rows: Sequence[RawRow],
    *,
    received: ToldMoment,
    happened: ToldMoment | None,
    kind: str,
    people: tuple[ToldPerson, ...],
) -> ToldContact:
    agreement = least_of(read_agreement(cell(row, "Consent")) for row in rows)
    reason = "; ".join(told_line(each) for each in told_in(rows, "Consent reason"))
    asked = next(iter(told_in(rows, "Referral to CSC requested")), "").upper()
    return ToldContact(
        sender_reference=reference_of(rows),
        channel=Channel.POLICE_IMPORT,
        received_at=received.at,
        people=people,
        referrer=_officer(rows),
        happened_from=happened.at if happened else None,
        happened_precision=happened.precision if happened else MomentPrecision.UNKNOWN,
        sender_type=kind,
        tracks=_tracks(kind, people),
        sender_rating=told_line(next(iter(told_in(rows, "Risk Grade")), ""), 40),
        reasons=_REASONS.get(kind, ()),
        narrative=whole_text(rows, "Circumstances"),
        asked_for=_ASKED.get(asked[:1], AskedFor.NOT_STATED),
        agreement=agreement,
        agreement_reason=reason,
        not_sought_reason=not_sought_reason(agreement, reason),
        raw=tuple(rows),
        doubts=_doubts(rows, received, happened, people)
        + _doubts_about_consent(rows)
        + doubts_about_agreement(agreement, reason),
    )


def _officer(rows: Sequence[RawRow]) -> ToldReferrer:
    collar = told_line(", ".join(told_in(rows, "Collar No")), 60)
    station = told_line(", ".join(told_in(rows, "Station")), 120)
    return ToldReferrer(
        name=f"Collar number {collar}" if collar else "",
        role="Police officer",
        organisation=f"Police, {station}" if station else "Police",
        source_code=SourceCode.POLICE,
    )


def _tracks(kind: str, people: Sequence[ToldPerson]) -> frozenset[SuggestedTrack]:
    """A child and an adult in one household open both tracks; think family (2.1)."""
    parts = {each.part for each in people}
    found = {SuggestedTrack.DOMESTIC_ABUSE} if kind == "DA" else set()
    if Part.CHILD_OF_CONCERN in parts or kind == "CYP":
        found.add(SuggestedTrack.CHILD)
    if kind == "VA" or (kind == "MISPER" and Part.ADULT_OF_CONCERN in parts):
        found.add(SuggestedTrack.ADULT)
    return frozenset(found)


def _doubts(
    rows: Sequence[RawRow],
    received: ToldMoment,
    happened: ToldMoment | None,
    people: Sequence[ToldPerson],
) -> tuple[str, ...]:
    found = [*received.doubts, *doubts_about_rows(rows, _SHARED)]
    if happened is None and (told := told_in(rows, "Incident Date/Time")):
        found.append(f"When it happened could not be read: “{told[0][:60]}”.")
    if happened:
        found.extend(happened.doubts)
        if happened.at > received.at:
            found.append("It is told as happening after it was reported.")
    if not any(each.part.is_concern for each in people):
        found.append("Nobody is named as the child or adult of concern.")
    if not told_in(rows, "Circumstances"):
        found.append("Nothing says what happened.")
    return tuple(dict.fromkeys(found))


def _doubts_about_consent(rows: Sequence[RawRow]) -> tuple[str, ...]:
    unknown = [each for each in told_in(rows, "Consent") if read_agreement(each) is None]
    return tuple(f"Consent is told as “{each[:60]}”, no answer we know." for each in unknown)
