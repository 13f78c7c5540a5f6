"""The pages of this room, by subject."""

from openmash.intake.views.contact import ask, cancel, contact
from openmash.intake.views.drafting import draft
from openmash.intake.views.mine import discard, mine
from openmash.intake.views.public_form import public
from openmash.intake.views.recording import call, new_call, record
from openmash.intake.views.referring import receipt, refer, referral
from openmash.intake.views.screening import adult, screen
from openmash.intake.views.triage import triage

__all__ = [
    "adult",
    "ask",
    "call",
    "cancel",
    "contact",
    "discard",
    "draft",
    "mine",
    "new_call",
    "public",
    "receipt",
    "record",
    "refer",
    "referral",
    "screen",
    "triage",
]
