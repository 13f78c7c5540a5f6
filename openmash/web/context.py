"""What every page knows of who is here: name, hub, navigation, language, shortcuts."""

import json
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from openmash.accounts.terms import Power, Role
from openmash.core.viewers import HubInFocus, Viewer
from openmash.web import navigation
from openmash.web.house import House
from openmash.web.shortcuts import Shortcuts, shortcuts_of


@dataclass(frozen=True)
class Shell:
    """The parts of `web/base.html` that depend on the reader."""

    hub_name: str = ""
    other_hubs: tuple[HubInFocus, ...] = ()
    name: str = ""
    roles: str = ""
    sections: tuple[navigation.Section, ...] = ()
    search_url: str = ""
    record_url: str = ""
    is_signed_in: bool = False
    house: House = field(default_factory=House)
    shortcuts: Shortcuts = field(default_factory=Shortcuts)

    @property
    def keys(self) -> str:
        return json.dumps(self.shortcuts.changed) if self.shortcuts.changed else ""


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return `shell` and `now`; a page that must say when it was made hands in its own `now`.

    A view that has counted something sets `request.nav_counts = {"insight:my_work": 6}`.
    """
    return {"shell": _shell_for(request), "now": timezone.now()}


def _shell_for(request: HttpRequest) -> Shell:
    viewer: Viewer | None = getattr(request, "viewer", None)
    hub: HubInFocus | None = getattr(request, "hub", None)
    shortcuts = shortcuts_of(request)
    if viewer is None or hub is None:
        name = viewer.name if viewer else ""
        return Shell(name=name, is_signed_in=viewer is not None, shortcuts=shortcuts)
    powers = viewer.powers_in(hub.id)
    return Shell(
        hub_name=hub.name,
        other_hubs=_other_hubs(viewer, hub),
        name=viewer.name,
        roles=_role_words(viewer.roles_in(hub.id)),
        sections=navigation.navigation(
            viewer, hub.id, path=request.path, counts=getattr(request, "nav_counts", {})
        ),
        search_url="" if powers.isdisjoint(navigation.MAY_SEARCH) else reverse(navigation.SEARCH),
        record_url=reverse(navigation.RECORD) if Power.RECORD_CONTACT in powers else "",
        is_signed_in=True,
        house=House(viewer, hub.id),
        shortcuts=shortcuts,
    )


def _other_hubs(viewer: Viewer, hub: HubInFocus) -> tuple[HubInFocus, ...]:
    """Return the viewer's hubs but the one they work in now, each once."""
    hubs = {each.hub_id: HubInFocus(each.hub_id, each.hub_name) for each in viewer.standings}
    return tuple(each for each in hubs.values() if each.id != hub.id)


def _role_words(roles: frozenset[str]) -> str:
    known = [each for each in Role if each.value in roles]
    return ", ".join(str(each.label) for each in known)
