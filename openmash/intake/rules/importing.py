"""What became of a file, in both units, and the words it is reported in (A1.3, A4.4)."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from openmash.governance.terms import Track
from openmash.intake.rules.told import ToldContact
from openmash.intake.rules.units import Problem
from openmash.intake.terms import FileSource, Part, SuggestedTrack

EVERYTHING_IN, SOME_REFUSED, UNUSABLE = 0, 3, 2


@dataclass(frozen=True)
class RefusedReport:
    """One notification that was not loaded: where it stands in the file, and what to mend."""

    position: str
    sender_reference: str
    problems: tuple[Problem, ...]
    seen_before: bool = False


@dataclass(frozen=True)
class ImportReport:
    """What a file held and what became of it. Contacts and subjects are counted apart (A4.4)."""

    source: FileSource
    filename: str
    is_dry_run: bool
    contacts_new: int = 0
    contacts_changed: int = 0
    contacts_same: int = 0
    children_new: int = 0
    adults_new: int = 0
    refused: tuple[RefusedReport, ...] = ()
    notes: tuple[str, ...] = ()
    batch_id: UUID | None = None

    @property
    def subjects_new(self) -> int:
        return self.children_new + self.adults_new

    @property
    def contacts_in_file(self) -> int:
        return self.contacts_new + self.contacts_changed + self.contacts_same + len(self.refused)

    @property
    def exit_status(self) -> int:
        return SOME_REFUSED if self.refused else EVERYTHING_IN

    def lines(self) -> list[str]:
        """Return the report in plain lines: first the counts, then every refusal, then notes."""
        return [
            f"{self.filename}: {_several(self.contacts_in_file, 'notification')}.",
            self._contacts_in_words(),
            self._subjects_in_words(),
            *(line for each in self.refused for line in _refusal(each)),
            *(f"Note: {each}" for each in self.notes),
        ]

    def _contacts_in_words(self) -> str:
        would = "would be " if self.is_dry_run else ""
        return (
            f"Contacts: {self.contacts_new} {would}new, {self.contacts_changed} {would}changed, "
            f"{self.contacts_same} here already, {len(self.refused)} refused."
        )

    def _subjects_in_words(self) -> str:
        would = "would be " if self.is_dry_run else ""
        children = _several(self.children_new, "child", "children")
        adults = _several(self.adults_new, "adult")
        return (
            f"Subjects of concern: {self.subjects_new} {would}new ({children} and {adults}), "
            "counted apart from contacts."
        )


@dataclass
class Tally:
    """Counts that grow as a file is gone through."""

    new: int = 0
    changed: int = 0
    same: int = 0
    children: int = 0
    adults: int = 0
    refused: list[RefusedReport] = field(default_factory=list)

    def count_new(self, told: ToldContact, *, replaces: bool) -> None:
        """Count a contact once, and each child and adult of concern in it."""
        self.changed += replaces
        self.new += not replaces
        if not replaces:
            parts = [each.part for each in told.people]
            self.children += parts.count(Part.CHILD_OF_CONCERN)
            self.adults += parts.count(Part.ADULT_OF_CONCERN)


def hub_for(told: ToldContact, *, first: UUID, tracks_of: Mapping[UUID, Collection[Track]]) -> UUID:
    """Return which of a preset's hubs a notification is for: the one that works its tracks.

    Where none works them all, the hub asked for takes it: nothing is turned away at the door.
    """
    wanted = _kinds(told)
    order: Sequence[UUID] = [first, *(each for each in tracks_of if each != first)]
    return next((each for each in order if wanted <= _worked(tracks_of.get(each, ()))), first)


def _kinds(told: ToldContact) -> set[SuggestedTrack]:
    parts = {each.part for each in told.people}
    found = set(told.tracks)
    if Part.CHILD_OF_CONCERN in parts:
        found.add(SuggestedTrack.CHILD)
    if Part.ADULT_OF_CONCERN in parts:
        found.add(SuggestedTrack.ADULT)
    return found


def _worked(tracks: Collection[Track]) -> set[SuggestedTrack]:
    found = {SuggestedTrack.CHILD for each in tracks if each.is_child}
    found |= {SuggestedTrack.ADULT for each in tracks if each.is_adult}
    found |= {SuggestedTrack.DOMESTIC_ABUSE for each in tracks if each is Track.DA}
    return found


def _refusal(refused: RefusedReport) -> list[str]:
    reference = f", reference {refused.sender_reference}" if refused.sender_reference else ""
    before = " It waits to be mended since an earlier import." if refused.seen_before else ""
    return [
        f"Refused: {refused.position}{reference}.{before}",
        *(f"  {each.field}: {each.words}" for each in refused.problems),
    ]


def _several(number: int, one: str, many: str = "") -> str:
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"
