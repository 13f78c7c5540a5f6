"""Words for a decision to share, and for what left on the strength of it (A14, 3.2)."""

from openmash.core.words import Word


class DisclosureKind(Word):
    """What left the hub (A14.8)."""

    REQUEST = "request", "A request for information"
    PRODUCT = "product", "An information product"
    HANDOVER = "handover", "A hand-over"
    FEEDBACK = "feedback", "An answer to the referrer"
    OTHER = "other", "Something else"


PROTECT = "To protect a child or adult from significant harm"
