"""The pages of this room, by subject."""

from openmash.intake.views.contact import ask, cancel, contact
from openmash.intake.views.screening import adult, screen
from openmash.intake.views.triage import triage

__all__ = ["adult", "ask", "cancel", "contact", "screen", "triage"]
