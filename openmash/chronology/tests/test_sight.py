"""What the database shows of a story is what the rule of sight says on paper, to each of the cast.

What is not shown leaves nothing behind: no gap, no count, no bar of the strip.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from openmash.accounts.selectors import job_viewer
from openmash.chronology.selectors import entries_of
from openmash.core.handling import HandlingCode
from openmash.core.sight import Marking, Sight, sight_of
from openmash.governance.rules import load_preset
from openmash.governance.services import adopt_policy
from openmash.governance.terms import Visibility

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
SOME = ["priya", "fay", "tom", "amira", "lee", "noor"]
NAMED = ["tom", "amira", "fay", "lee", "noor"]

markings = st.tuples(
    st.sampled_from(HandlingCode),
    st.sampled_from([None, "csc", "police", "health", "school"]),
    st.lists(st.sampled_from(NAMED), max_size=2, unique=True),
)


@pytest.fixture(params=list(Visibility))
def visibility(request, cast) -> Visibility:
    """Let the hub adopt a policy of each preset, closed and open."""
    chosen = Visibility(request.param)
    document = load_preset("london").model_copy(update={"visibility": chosen})
    maker = job_viewer([cast.hub], name="Set-up")
    adopt_policy(by=maker, hub_id=cast.hub.id, document=document, effective_from=NOW, at=NOW)
    for name, viewer in cast.viewers.items():
        standings = tuple(replace(each, policies_changed_at=NOW) for each in viewer.standings)
        cast.viewers[name] = replace(viewer, standings=standings)
    return chosen


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(markings, min_size=1, max_size=8))
def test_a_story_through_the_database_is_the_story_on_paper(cast, visibility, tell, write, marked):
    child = tell("Maya")
    told = [_write(cast, write, child, each) for each in marked]
    for name, viewer in cast.viewers.items():
        seen = entries_of(viewer, person_ids=[child.id], at=NOW)
        expected = {
            entry_id
            for entry_id, marking in told
            if sight_of(viewer, marking, visibility=visibility) is Sight.WHOLE
        }
        assert {each.id for each in seen.entries} == expected, name
        assert seen.total == len(expected)
        assert sum(each.bar.count for each in seen.bars) == len(expected)


@settings(
    max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(markings, min_size=1, max_size=8))
def test_restricting_an_entry_never_adds_a_reader(cast, visibility, tell, write, marked):
    child = tell("Maya")
    for each in marked:
        _write(cast, write, child, each)
    before = {name: _ids(cast.viewers[name], child) for name in SOME}
    again = tell("Maya")
    restricted = [_write(cast, write, again, each, restricted=True) for each in marked]
    for name in SOME:
        viewer = cast.viewers[name]
        seen = _ids(viewer, again)
        assert len(seen) <= len(before[name])
        assert seen <= {i for i, marking in restricted if viewer.id in marking.audience}


def _ids(viewer, child):
    return {each.id for each in entries_of(viewer, person_ids=[child.id], at=NOW).entries}


def _write(cast, write, child, marked, *, restricted=False):
    code, kind, named = marked
    marking = Marking(
        hub_id=cast.hub.id,
        code=code,
        supplied_by=cast.agencies[kind].id if kind else None,
        audience=[getattr(cast, each).id for each in named],
    )
    entry = write(
        "Something",
        child,
        code=code,
        supplied_by_id=marking.supplied_by,
        audience=marking.audience,
        restricted=restricted,
        happened_from=NOW - timedelta(days=3),
        happened_precision="day",
    )
    return entry.id, marking
