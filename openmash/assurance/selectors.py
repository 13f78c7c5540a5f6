"""Who looked at what, for those whose duty it is to ask (trust 3, A18.8).

What is restricted stays so here too: to a reader who is not on its list, a restricted case or
person was never looked at, and the list has no gap where the look would stand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from openmash.audit.selectors import LookShown, Mark, Sought, looks_in_hub
from openmash.cases.selectors import cases_locked_to
from openmash.core.viewers import Viewer
from openmash.people.selectors import people_visible_to

PAGE = 50


@dataclass(frozen=True)
class LooksPage:
    """Some looks, newest first, and where to go on from when there are more."""

    looks: Sequence[LookShown]
    older: Mark | None


def looks_page(
    viewer: Viewer, hub_id: UUID, *, sought: Sought, after: Mark | None = None, size: int = PAGE
) -> LooksPage:
    """Return one page of looks and refusals the viewer may know of."""
    kept: list[LookShown] = []
    mark = after
    while len(kept) <= size:
        batch = looks_in_hub(viewer, hub_id, sought=sought, after=mark, limit=size + 1)
        kept += _may_be_known(viewer, batch)
        if len(batch) <= size:
            break
        mark = mark_of(batch[-1])
    shown = kept[:size]
    return LooksPage(shown, mark_of(shown[-1]) if len(kept) > size else None)


def mark_of(look: LookShown) -> Mark:
    return Mark(look.at, look.event_id)


def _may_be_known(viewer: Viewer, looks: Sequence[LookShown]) -> list[LookShown]:
    """Leave out looks at what is restricted to others, and restricted people from the rest."""
    locked = cases_locked_to(viewer, (each.case_id for each in looks if each.case_id))
    visible = _visible_people(viewer, (person for each in looks for person in each.person_ids))
    kept = []
    for each in looks:
        persons = tuple(person for person in each.person_ids if person in visible)
        only_hidden = bool(each.person_ids) and not persons
        if each.case_id not in locked and not only_hidden:
            kept.append(replace(each, persons=len(persons), person_ids=persons))
    return kept


def _visible_people(viewer: Viewer, person_ids: Iterable[UUID]) -> frozenset[UUID]:
    wanted = set(person_ids)
    return frozenset(people_visible_to(viewer).filter(id__in=wanted).values_list("id", flat=True))
