"""Codes of the audit, in the reader's words."""

from django import template
from django.utils.translation import gettext as _

from openmash.accounts.terms import Role
from openmash.assurance.terms import look_words
from openmash.audit.selectors import LookShown

register = template.Library()


@register.filter
def what_words(look: LookShown) -> str:
    """Show what somebody was shown, or tried."""
    return _(look_words(look.action))


@register.filter
def role_words(look: LookShown) -> str:
    """Show what somebody was in the hub when they looked."""
    known = [each for each in Role if each.value in look.roles]
    return ", ".join(_(each.label) for each in known)
