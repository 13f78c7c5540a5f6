"""Where a contact may end up, who may say so, and how it is counted (A10.3, A12, 5.2)."""

from pydantic import Field

from openmash.accounts.terms import Role
from openmash.governance.rules.parts import Code, Part, Text
from openmash.governance.terms import AgencyKind, ContactOutcome, Disposal, Track


class OutcomeTerms(Part):
    """One outcome. `urgent` outcomes are never held up by an untidy record.

    `handed_over_by` are the roles that may send it on, where not every worker may (5.7);
    `needs_views_of` are the agencies that decide it jointly, so that each gives its view first.
    """

    code: Code
    label: Text
    explanation: Text
    tracks: tuple[Track, ...] = Field(min_length=1)
    decided_by: tuple[Role, ...]
    feedback_words: Text
    level: int | None = None
    pan_london: Disposal | None = None
    ssd: ContactOutcome | None = None
    becomes_referral: bool = False
    needs_handover_to: AgencyKind | None = None
    needs_strategy_discussion: bool = False
    needs_agreement: bool = False
    urgent: bool = False
    handed_over_by: tuple[Role, ...] = ()
    needs_views_of: tuple[AgencyKind, ...] = ()

    @property
    def is_no_further_action(self) -> bool:
        """Whether this ends the matter, so that a second person may have to check it (A10.3)."""
        return self.ssd is ContactOutcome.NO_FURTHER_ACTION


class PresentingReason(Part):
    """Why a contact came, in today's words; `formerly` keeps the older ones searchable (5.7)."""

    code: Code
    label: Text
    meaning: Text
    tracks: tuple[Track, ...] = Field(min_length=1)
    formerly: tuple[Text, ...] = ()


class RepeatRules(Part):
    """When a repeat is worth a person's attention: an alert, never a referral by itself (A4.5)."""

    contacts: int = Field(ge=2)
    months: int = Field(ge=1)
    da_events: int = Field(ge=2)
    da_months: int = Field(ge=1)
    re_referral_months: int = Field(ge=1)


class ClosingRules(Part):
    """What closing needs, beyond what it always needs; and when a second person checks (A10.3)."""

    rationale_characters: int = Field(ge=1)
    check_repeat_nfa: bool
    check_nfa_started: tuple[Code, ...] = ()


class DisputeStep(Part):
    """One step of the ladder when agencies rate differently; the last step has the last word."""

    settled_by: tuple[Role, ...] = Field(min_length=1)
    of: AgencyKind | None = None
    words: str = ""


class Authority(Part):
    """Who may do what only some may; for a dispute over rating, in order of last word (A5.5).

    `disputes` is the ladder itself, where a hub has one: it then stands for `settle_rating`.
    """

    share_without_agreement: tuple[Role, ...] = Field(min_length=1)
    settle_rating: tuple[Role, ...] = Field(min_length=1)
    release_product: tuple[Role, ...] = Field(min_length=1)
    check_decisions: tuple[Role, ...] = Field(min_length=1)
    disputes: tuple[DisputeStep, ...] = ()
