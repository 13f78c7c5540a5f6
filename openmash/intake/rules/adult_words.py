"""What was told of an adult, in words for a page, to be translated where they are shown (A2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openmash.core.words import Word
from openmash.intake.terms import AbuseLocation, AbuseType, AdultAnswer, InformedAnswer


@dataclass(frozen=True)
class ToldLine:
    """One answer: its label, the words of a list that were chosen, and what was said freely."""

    label: str
    chosen: Sequence[str] = ()
    said: str = ""


def adult_lines(adult: Mapping[str, Any]) -> list[ToldLine]:
    """Return what a contact keeps of an adult, line by line; what was not told has none.

    What somebody said stands for what we could read of it.
    """
    lines = [
        ToldLine("Safe tonight?", _of(AdultAnswer, "safe_tonight", adult), _safe(adult)),
        ToldLine("Kinds of abuse or neglect", _kinds(adult), _said("abuse_types_as_told", adult)),
        ToldLine("Where", _where(adult), _said("location_as_told", adult)),
        ToldLine("Does the adult know?", _aware(adult)),
        ToldLine("Others at risk", said=_said("others_at_risk", adult)),
        ToldLine("Needs for care and support", said=_said("care_and_support_needs", adult)),
        ToldLine("Can they decide this?", said=_said("capacity_as_told", adult)),
    ]
    return [each for each in lines if each.chosen or each.said]


def _said(name: str, adult: Mapping[str, Any]) -> str:
    return str(adult.get(name) or "")


def _of(words: type[Word], name: str, adult: Mapping[str, Any]) -> list[str]:
    return [words(adult[name]).label] if adult.get(name) else []


def _safe(adult: Mapping[str, Any]) -> str:
    return _said("safe_tonight_words", adult)


def _kinds(adult: Mapping[str, Any]) -> list[str]:
    if adult.get("abuse_types_as_told"):
        return []
    return [AbuseType(each).label for each in adult.get("abuse_types", ())]


def _where(adult: Mapping[str, Any]) -> list[str]:
    return [] if adult.get("location_as_told") else _of(AbuseLocation, "location", adult)


def _aware(adult: Mapping[str, Any]) -> list[str]:
    if adult.get("aware", InformedAnswer.NOT_STATED) == InformedAnswer.NOT_STATED:
        return []
    return _of(InformedAnswer, "aware", adult)
