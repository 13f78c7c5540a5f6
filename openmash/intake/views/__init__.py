"""The pages of this room, by subject."""

from openmash.intake.views.answering import answer, referrer
from openmash.intake.views.coming_back import resume
from openmash.intake.views.contact import ask, cancel, contact
from openmash.intake.views.drafting import draft
from openmash.intake.views.imports import import_batch, imports, refused_row, set_aside
from openmash.intake.views.mine import discard, mine
from openmash.intake.views.papers import attach, attachment, original
from openmash.intake.views.public_form import public
from openmash.intake.views.recording import call, new_call, record
from openmash.intake.views.referring import receipt, refer, referral
from openmash.intake.views.screening import adult, screen
from openmash.intake.views.triage import triage

__all__ = [
    "adult",
    "answer",
    "ask",
    "attach",
    "attachment",
    "call",
    "cancel",
    "contact",
    "discard",
    "draft",
    "import_batch",
    "imports",
    "mine",
    "new_call",
    "original",
    "public",
    "receipt",
    "record",
    "refer",
    "referral",
    "referrer",
    "refused_row",
    "resume",
    "screen",
    "set_aside",
    "triage",
]
