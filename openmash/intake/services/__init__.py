"""The verbs of this room: a concern arrives, is screened, moves, is cleared up."""

from openmash.intake.services.moving import CannotMoveContact, cancel_contact, move_contact
from openmash.intake.services.receiving import Sender, receive_contact
from openmash.intake.services.referring import mark_referrals
from openmash.intake.services.screening import CannotScreenYet, screen_contact

__all__ = [
    "CannotMoveContact",
    "CannotScreenYet",
    "Sender",
    "cancel_contact",
    "mark_referrals",
    "move_contact",
    "receive_contact",
    "screen_contact",
]
