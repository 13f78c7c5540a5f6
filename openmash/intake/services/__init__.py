"""The verbs of this room: a concern arrives, is screened, moves, is cleared up."""

from openmash.intake.services.adults import AdultTestIncomplete, record_adult_test
from openmash.intake.services.calls import record_call
from openmash.intake.services.clarifying import (
    NothingAsked,
    answer_clarification,
    ask_clarification,
)
from openmash.intake.services.drafts import (
    CannotKeepDraft,
    discard_draft,
    forget_public_drafts,
    new_resume_code,
    resume_draft,
    save_draft,
    send_draft,
)
from openmash.intake.services.importing import import_contacts
from openmash.intake.services.keeping import Sender
from openmash.intake.services.moving import (
    CannotMoveContact,
    cancel_contact,
    close_contacts_at_triage,
    move_contact,
)
from openmash.intake.services.papers import (
    Paper,
    PaperNotAccepted,
    attach_to_contact,
    attach_to_draft,
    serve_attachment,
    serve_original,
    take_off_draft,
)
from openmash.intake.services.receiving import receive_contact
from openmash.intake.services.referrers import CannotOpenReferrer, ReferrerOpened, open_referrer
from openmash.intake.services.referring import mark_referrals
from openmash.intake.services.refusing import CannotSetAside, mend_row, set_row_aside
from openmash.intake.services.restricting import lock_contacts
from openmash.intake.services.screening import CannotScreenYet, screen_contact

__all__ = [
    "AdultTestIncomplete",
    "CannotKeepDraft",
    "CannotMoveContact",
    "CannotOpenReferrer",
    "CannotScreenYet",
    "CannotSetAside",
    "NothingAsked",
    "Paper",
    "PaperNotAccepted",
    "ReferrerOpened",
    "Sender",
    "answer_clarification",
    "ask_clarification",
    "attach_to_contact",
    "attach_to_draft",
    "cancel_contact",
    "close_contacts_at_triage",
    "discard_draft",
    "forget_public_drafts",
    "import_contacts",
    "lock_contacts",
    "mark_referrals",
    "mend_row",
    "move_contact",
    "new_resume_code",
    "open_referrer",
    "receive_contact",
    "record_adult_test",
    "record_call",
    "resume_draft",
    "save_draft",
    "screen_contact",
    "send_draft",
    "serve_attachment",
    "serve_original",
    "set_row_aside",
    "take_off_draft",
]
