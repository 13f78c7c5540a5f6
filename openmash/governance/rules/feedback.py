"""What referrers are told: no more than each class of referrer may know (A13.1)."""

from collections.abc import Sequence
from string import Formatter
from typing import Self

from pydantic import model_validator

from openmash.governance.rules.parts import Part, Text
from openmash.governance.terms import Occasion, ReferrerClass

RECEIPT_WORDS = frozenset({"reference", "referrer", "hub", "telephone", "received", "due"})
PARTNER_WORDS = RECEIPT_WORDS | {"decision", "expected", "disagree"}
PROFESSIONAL_WORDS = PARTNER_WORDS | {"reason"}

MAY_BE_TOLD: dict[ReferrerClass, frozenset[str]] = {
    ReferrerClass.PUBLIC: RECEIPT_WORDS,
    ReferrerClass.PARTNER: PARTNER_WORDS,
    ReferrerClass.PROFESSIONAL: PROFESSIONAL_WORDS,
}


class FeedbackTemplate(Part):
    """Words with places to fill, such as `{reference}`."""

    referrer: ReferrerClass
    occasion: Occasion
    subject: Text
    words: Text

    @model_validator(mode="after")
    def _tells_no_more_than_it_may(self) -> Self:
        if beyond := sorted(placeholders(self.subject, self.words) - MAY_BE_TOLD[self.referrer]):
            raise ValueError(
                f"{self.referrer.label} may not be told {', '.join(beyond)}; "
                f"use only {', '.join(sorted(MAY_BE_TOLD[self.referrer]))}"
            )
        return self


def placeholders(*texts: str) -> frozenset[str]:
    """Return the names of the places to fill in these texts."""
    found = (name for text in texts for _, name, _, _ in Formatter().parse(text))
    return frozenset(name for name in found if name is not None)


def template_for(
    templates: Sequence[FeedbackTemplate], referrer: ReferrerClass, occasion: Occasion
) -> FeedbackTemplate | None:
    """Return what this class of referrer is told on this occasion, if anything."""
    fitting = (t for t in templates if t.referrer is referrer and t.occasion is occasion)
    return next(fitting, None)
