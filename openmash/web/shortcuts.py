"""The keyboard shortcuts: what each does, and how a person changes one or turns all off."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from openmash.accounts.services import choose_preference
from openmash.core.viewers import Viewer

PREFERENCE = "shortcuts"


@dataclass(frozen=True)
class Shortcut:
    """One key, or two pressed one after the other."""

    key: str
    words: Promise


SHORTCUTS = (
    Shortcut("j", _("Next row")),
    Shortcut("k", _("Row before")),
    Shortcut("Enter", _("Open the row")),
    Shortcut("n", _("Nothing known, on a request")),
    Shortcut("h", _("Known before, on a request")),
    Shortcut("y", _("Known now, on a request")),
    Shortcut("u", _("Change the answer, on a request")),
    Shortcut("c", _("Record a contact")),
    Shortcut("/", _("Find a person or reference")),
    Shortcut("g b", _("Go to the board")),
    Shortcut("g w", _("Go to my work")),
    Shortcut("g d", _("Go to what comes due")),
    Shortcut("g r", _("Go to requests")),
    Shortcut("g m", _("Go to my referrals")),
    Shortcut("g h", _("Go to hand-overs")),
    Shortcut("g k", _("Go to feedback")),
    Shortcut("g i", _("Go to imports")),
    Shortcut("g p", _("Find a person")),
    Shortcut("g y", _("Go to the policy")),
    Shortcut("g f", _("Go to figures")),
    Shortcut("g l", _("Go to who looked")),
    Shortcut("?", _("This list")),
)
FIXED = frozenset({"Enter"})


@dataclass(frozen=True)
class Shortcuts:
    """One person's wishes: on or off, and the keys they changed."""

    are_on: bool = True
    changed: Mapping[str, str] = field(default_factory=dict)


def shortcuts_of(request: HttpRequest) -> Shortcuts:
    """Return the wishes kept with a practitioner's account; a stranger's last a session."""
    kept = _kept(request).get(PREFERENCE, {})
    return Shortcuts(are_on=kept.get("on", True), changed=kept.get("changed", {}))


def keep_shortcuts(request: HttpRequest, *, are_on: bool, changed: Mapping[str, str]) -> None:
    """Keep the wishes; a key equal to ours is not a change."""
    different = {ours: theirs for ours, theirs in changed.items() if theirs and theirs != ours}
    wishes = {"on": are_on, "changed": different}
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None:
        request.session[PREFERENCE] = wishes
    else:
        choose_preference(by=viewer, name=PREFERENCE, wishes=wishes)


def _kept(request: HttpRequest) -> Mapping[str, Any]:
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        preferences: dict[str, Any] = user.preferences
        return preferences
    return getattr(request, "session", {})
