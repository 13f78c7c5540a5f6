"""Where a proposed change to a policy has got to."""

from openmash.core.words import Word


class ProposalState(Word):
    """A proposal is drafted, sent to a second person, and answered; then it stands as it is."""

    DRAFT = "draft", "Draft"
    SENT = "sent", "Waiting for approval"
    APPROVED = "approved", "Approved"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"
