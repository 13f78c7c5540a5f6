"""What is restricted to others is nowhere in a count or a sum either (A8.4, A8.8, ADR 19)."""

from django.db.models import Q

from openmash.core.viewers import Viewer


def known_to(viewer: Viewer, path: str = "") -> Q:
    """Return the filter for rows that are not restricted, or name this viewer.

    For any table with `restricted` and `audience`, or whose `path` leads to one: `case__`.
    """
    open_to_all = Q(**{f"{path}restricted": False})
    if viewer.id is None:
        return open_to_all
    return open_to_all | Q(**{f"{path}audience__contains": [viewer.id]})
