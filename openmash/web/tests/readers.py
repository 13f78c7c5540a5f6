"""Readers of a page without a database: a request as the middleware would have dressed it."""

from uuid import UUID, uuid4

from django.contrib.messages.storage.base import BaseStorage
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest
from django.test import RequestFactory

from openmash.accounts.terms import POWERS, Role
from openmash.core.viewers import HubInFocus, Standing, Viewer, ViewerKind

HUB = HubInFocus(UUID(int=7), "Rivermead hub")


class KeptInMemory(SessionBase):
    """A session for one test."""


class Quiet(BaseStorage):
    """No messages are waiting."""

    def _get(self, *args: object, **kwargs: object) -> tuple[list[object], bool]:
        return [], True


def viewer(*roles: Role, name: str = "Priya Raman") -> Viewer:
    standing = Standing(
        hub_id=HUB.id,
        hub_name=HUB.name,
        agency_id=uuid4(),
        agency_kind="csc",
        agency_name="Rivermead Children's Services",
        roles=frozenset(roles),
        powers=frozenset().union(*(POWERS[each] for each in roles)),
    )
    return Viewer(ViewerKind.PRACTITIONER, name, uuid4(), (standing,))


def request_from(path: str, *roles: Role) -> HttpRequest:
    """Return a request for `path` by somebody in these roles, or by nobody."""
    request = RequestFactory().get(path)
    request.session = KeptInMemory()
    request._messages = Quiet(request)  # type: ignore[attr-defined]
    request.viewer = viewer(*roles) if roles else None  # type: ignore[attr-defined]
    request.hub = HUB if roles else None  # type: ignore[attr-defined]
    return request
