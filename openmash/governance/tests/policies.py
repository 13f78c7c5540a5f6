"""A small policy, whole and usable, for tests that bend or break it."""

from copy import deepcopy
from typing import Any

_SMALL: dict[str, Any] = {
    "name": "small",
    "title": "A small hub",
    "version": "1",
    "edition": "today",
    "effective_from": "2026-04-01",
    "sources": ["test"],
    "hub": {
        "name": "Little Mere MASH",
        "area": "Little Mere",
        "telephone": "01632 960300",
        "out_of_hours_telephone": "01632 960399",
        "sites": [{"code": "mere", "name": "Mere House", "authority": "Little Mere Council"}],
        "contact_means": "Anything that reaches the hub.",
        "referral_means": "A contact that meets the threshold.",
    },
    "nations": ["ENG"],
    "tracks": ["CHILD_EN"],
    "visibility": "closed",
    "calendars": [
        {
            "name": "hub",
            "nation": "ENG",
            "monday": ["09:00-17:00"],
            "tuesday": ["09:00-17:00"],
            "wednesday": ["09:00-17:00"],
            "thursday": ["09:00-17:00"],
            "friday": ["09:00-17:00"],
        }
    ],
    "levels": [{"level": 4, "name": "Specialist", "meaning": "Significant harm."}],
    "ratings": [
        {
            "code": "red",
            "colour": "red",
            "shape": "triangle",
            "word": "Red",
            "meaning": "Immediate or serious harm.",
            "order": 1,
            "level": 4,
        }
    ],
    "thresholds": None,
    "clocks": [
        {
            "kind": "receipt",
            "rule": "T1",
            "label": "Decide",
            "track": "CHILD_EN",
            "start": "receipt",
            "allowance": {"amount": 1, "unit": "working_days"},
            "force": "statutory",
        },
        {
            "kind": "icpc",
            "rule": "T8",
            "label": "Conference",
            "track": "CHILD_EN",
            "start": "strategy_discussion",
            "allowance": {"amount": 15, "unit": "working_days"},
            "force": "statutory",
        },
    ],
    "gate": {"question": "Can it be decided from this?", "never_wait": ["red"]},
    "agencies": [
        {
            "kind": "csc",
            "name": "Children's Social Care",
            "membership": "core",
            "prompts": ["Is the child known?"],
            "ask_by_default": [{"ratings": ["red"], "tracks": ["CHILD_EN"]}],
        }
    ],
    "presenting_reasons": [
        {"code": "neglect", "label": "Neglect", "meaning": "Neglect.", "tracks": ["CHILD_EN"]}
    ],
    "outcomes": [
        {
            "code": "strategy_discussion",
            "label": "Strategy discussion",
            "explanation": "Reasonable cause.",
            "tracks": ["CHILD_EN"],
            "level": 4,
            "pan_london": "up",
            "ssd": "CIN Referral",
            "becomes_referral": True,
            "decided_by": ["decision_maker"],
            "needs_handover_to": "csc",
            "needs_strategy_discussion": True,
            "urgent": True,
            "feedback_words": "This is being acted on.",
        }
    ],
    "repeats": {
        "contacts": 3,
        "months": 12,
        "da_events": 3,
        "da_months": 12,
        "re_referral_months": 12,
    },
    "closing": {"rationale_characters": 20, "check_repeat_nfa": True},
    "authority": {
        "share_without_agreement": ["decision_maker"],
        "settle_rating": ["decision_maker", "hub_manager"],
        "release_product": ["decision_maker"],
        "check_decisions": ["hub_manager"],
    },
    "feedback": [
        {
            "referrer": "public",
            "occasion": "acknowledgement",
            "subject": "Thank you",
            "words": "Your reference is {reference}.",
        }
    ],
    "retention": "As the partners' schedule says.",
}


def small_policy() -> dict[str, Any]:
    """Return the small policy, yours to change."""
    return deepcopy(_SMALL)


def welsh_policy() -> dict[str, Any]:
    """Return the small policy as a hub in Wales would have it, for children and adults."""
    policy = small_policy()
    policy["nations"] = ["WLS"]
    policy["tracks"] = ["CHILD_WAL", "ADULT_WAL"]
    policy["calendars"][0]["nation"] = "WLS"
    decide, enquire = policy["clocks"]
    decide |= {"kind": "child_wal", "rule": "T16", "track": "CHILD_WAL"}
    enquire |= {"kind": "s126", "rule": "T15", "track": "ADULT_WAL", "start": "receipt"}
    enquire["allowance"] = {"amount": 7, "unit": "working_days"}
    policy["agencies"][0]["ask_by_default"] = [{"tracks": ["CHILD_WAL"]}]
    policy["presenting_reasons"][0]["tracks"] = ["CHILD_WAL", "ADULT_WAL"]
    policy["outcomes"][0]["tracks"] = ["CHILD_WAL", "ADULT_WAL"]
    return policy
