"""The gate: which entries a viewer may read. What they may not read leaves no gap and no count."""

from datetime import datetime
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from openmash.accounts.terms import Power
from openmash.chronology.models import Entry
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer, ViewerKind
from openmash.governance.selectors import in_sight


def entries_visible_to(viewer: Viewer, *, at: datetime) -> QuerySet[Entry]:
    """The only way into entries: by handling code, and by name where one is restricted (A8)."""
    nothing = Q(pk__in=[])
    codes = reduce(or_, (in_sight(viewer, each, at) for each in viewer.hub_ids), nothing)
    rows = Entry.objects.filter(codes)
    if viewer.kind is ViewerKind.JOB:
        return rows
    named = Q(audience__contains=[viewer.id]) if viewer.id else nothing
    return rows.filter(Q(restricted=False) | named)


def entry_open_to(viewer: Viewer, entry_id: UUID, *, at: datetime) -> Entry:
    """Return an entry somebody who works on cases may read, or raise NotHere."""
    hubs = viewer.hubs_where(Power.SEE_CASES)
    found = entries_visible_to(viewer, at=at).filter(id=entry_id, hub_id__in=hubs).first()
    if found is None:
        raise NotHere
    return found
