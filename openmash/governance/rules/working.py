"""How a hub works beyond its gates: meetings, teams and their systems, the form, its duties."""

from datetime import date

from openmash.accounts.terms import Role
from openmash.governance.rules.clocks import AllowanceTerms
from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.terms import AgencyKind, MeetingMode, Question, Track


class MeetingTerms(Part):
    """A meeting the hub holds: about which ratings, how soon or how often, and who chairs (A10.4).

    It never holds a decision open unless the hub `decides` there (A6.7).
    """

    code: Code
    name: Text
    ratings: tuple[Code, ...] = ()
    tracks: tuple[Track, ...] = ()
    within: AllowanceTerms | None = None
    every: str = ""
    chaired_by: Role
    agencies: tuple[AgencyKind, ...] = ()
    modes: tuple[MeetingMode, ...] = ()
    decides: bool = False
    words: str = ""


class TeamTerms(Part):
    """A team that takes hand-overs, and the system it keeps its own records in (A11.7)."""

    agency: AgencyKind
    code: Code | None = None
    name: Text
    system: str = ""
    sites: tuple[Code, ...] = ()


class FormTerms(Part):
    """What the professional form says first, and which of its questions this hub leaves out."""

    introduction: str = ""
    leave_out: tuple[Question, ...] = ()


class LawChosen(Part):
    """The law pack a policy works one track under, where it is not the usual one."""

    track: Track
    pack: Code


class Duties(Part):
    """Duties the hub works under from a day; none of them starts by itself (3.2)."""

    disclosure: date | None = None

    def disclosure_applies(self, on: date) -> bool:
        """Say whether the duty to disclose of the 2026 Act is worked under on a day."""
        return self.disclosure is not None and self.disclosure <= on
