"""Where to send word that there is something to read; never what it is (A13.4)."""

from dataclasses import dataclass
from uuid import UUID

from openmash.pathways.models import Feedback
from openmash.pathways.terms import FeedbackState


@dataclass(frozen=True)
class News:
    """An address and who it is from: no name, no reference, nothing about anybody."""

    email: str
    hub: str
    telephone: str
    has_account: bool
    language: str


def news_for(feedback_id: UUID) -> News | None:
    """Return whom to tell about one answer, or None where nobody can be told by e-mail.

    An answer already read needs no e-mail. Somebody who is not a professional gets none: a
    message on a shared telephone may be read by the person they fear (A8.10).
    """
    row = (
        Feedback.objects.filter(id=feedback_id, state=FeedbackState.SENT.value)
        .select_related("hub", "contact", "contact__referrer")
        .first()
    )
    if row is None or not row.contact.referrer_is_professional:
        return None
    account = row.contact.referrer
    email = account.email if account else row.contact.referrer_email
    if not email:
        return None
    return News(
        email=email,
        hub=row.hub.name,
        telephone=row.hub.phone,
        has_account=account is not None,
        language=account.language if account else "",
    )
