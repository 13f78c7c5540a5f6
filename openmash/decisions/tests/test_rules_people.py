"""For whom a case is decided: each human being once, and nobody of concern left out."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from openmash.decisions.rules import ToldAbout, decided_for, same_person
from openmash.governance.terms import Track
from openmash.intake.terms import Part

ENGLAND = (Track.CHILD_EN, Track.ADULT_EN, Track.DA)
ids = [UUID(int=each) for each in range(1, 7)]


def told(person: UUID, identity: UUID, *tracks: Track, part: Part = Part.CHILD_OF_CONCERN):
    return ToldAbout(person, identity, part, tracks)


def test_two_reports_of_one_child_are_one_decision():
    (maya,) = decided_for(
        [told(ids[0], ids[0], Track.CHILD_EN), told(ids[1], ids[0], Track.DA)],
        case_tracks=[Track.CHILD_EN, Track.DA],
        hub_tracks=ENGLAND,
    )
    assert maya.person_id == ids[0]
    assert maya.records == (ids[0], ids[1])
    assert maya.tracks == (Track.CHILD_EN, Track.DA)
    assert same_person([maya]) == {ids[0]: ids[0], ids[1]: ids[0]}


def test_somebody_without_a_track_is_on_the_only_one_the_case_has():
    (iwan,) = decided_for([told(ids[0], ids[0])], case_tracks=[Track.DA], hub_tracks=ENGLAND)
    assert iwan.tracks == (Track.DA,)


def test_somebody_without_a_track_is_otherwise_on_the_hubs_own_for_a_child_or_an_adult():
    maya, iwan = decided_for(
        [told(ids[0], ids[0]), told(ids[1], ids[1], part=Part.ADULT_OF_CONCERN)],
        case_tracks=[],
        hub_tracks=ENGLAND,
    )
    assert maya.tracks == (Track.CHILD_EN,)
    assert iwan.tracks == (Track.ADULT_EN,)


telling = st.builds(
    ToldAbout,
    person_id=st.builds(uuid4),
    identity_id=st.sampled_from(ids),
    part=st.sampled_from([Part.CHILD_OF_CONCERN, Part.ADULT_OF_CONCERN]),
    tracks=st.lists(st.sampled_from(ENGLAND), max_size=2),
)


@given(st.lists(telling, max_size=8), st.lists(st.sampled_from(ENGLAND), unique=True, max_size=2))
def test_nobody_of_concern_is_left_without_a_track_to_decide_on(all_told, case_tracks):
    people = decided_for(all_told, case_tracks=case_tracks, hub_tracks=ENGLAND)
    assert len(people) == len({each.identity_id for each in all_told})
    assert all(each.tracks for each in people)
    assert same_person(people).keys() == {each.person_id for each in all_told}
