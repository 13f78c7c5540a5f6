"""What a hub's policy says, worked out on paper: no framework, no clock, no database (ADR 4)."""

from openmash.governance.rules.agencies import (
    AgencyTerms,
    default_agencies,
    is_asked,
    kinds_that_only_view,
    prompts_for,
    sees_as_member,
)
from openmash.governance.rules.calendars import Calendar
from openmash.governance.rules.changing import (
    SECTIONS,
    section_as_written,
    section_title,
    with_section,
)
from openmash.governance.rules.checks import check_document
from openmash.governance.rules.clocks import ClockTerms, clock_terms, due_at, re_rated_due
from openmash.governance.rules.comparing import LinePair, SectionPair, compare_policies
from openmash.governance.rules.document import (
    NotInPolicy,
    PolicyDocument,
    document_hash,
    is_raised,
    items_are_kept,
    outcome_named,
    outcomes_for,
    rating_named,
    thresholds_at,
)
from openmash.governance.rules.feedback import FeedbackTemplate, placeholders, template_for
from openmash.governance.rules.flaws import Flaw, PolicyUnusable
from openmash.governance.rules.keeping import review_due
from openmash.governance.rules.outcomes import OutcomeTerms, PresentingReason
from openmash.governance.rules.presets import NoSuchPreset, load_preset, preset_names
from openmash.governance.rules.scope import (
    ContactFacts,
    always_checked,
    asks_whether_repeat,
    not_taken_on,
    site_of,
)
from openmash.governance.rules.telling import Section, policy_in_words
from openmash.governance.rules.thresholds import DirectRoad, Rating

__all__ = [
    "SECTIONS",
    "AgencyTerms",
    "Calendar",
    "ClockTerms",
    "ContactFacts",
    "DirectRoad",
    "FeedbackTemplate",
    "Flaw",
    "LinePair",
    "NoSuchPreset",
    "NotInPolicy",
    "OutcomeTerms",
    "PolicyDocument",
    "PolicyUnusable",
    "PresentingReason",
    "Rating",
    "Section",
    "SectionPair",
    "always_checked",
    "asks_whether_repeat",
    "check_document",
    "clock_terms",
    "compare_policies",
    "default_agencies",
    "document_hash",
    "due_at",
    "is_asked",
    "is_raised",
    "items_are_kept",
    "kinds_that_only_view",
    "load_preset",
    "not_taken_on",
    "outcome_named",
    "outcomes_for",
    "placeholders",
    "policy_in_words",
    "preset_names",
    "prompts_for",
    "rating_named",
    "re_rated_due",
    "review_due",
    "section_as_written",
    "section_title",
    "sees_as_member",
    "site_of",
    "template_for",
    "thresholds_at",
    "with_section",
]
