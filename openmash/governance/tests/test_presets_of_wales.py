"""What the three hubs of Wales have in common (S-WAL)."""

import pytest

from openmash.governance.rules import load_preset
from openmash.governance.terms import (
    Edition,
    Track,
)

WELSH = pytest.mark.parametrize("name", ["wales-children", "wales-adults", "wales-mhub"])


@WELSH
@pytest.mark.parametrize("edition", list(Edition))
def test_no_track_of_english_law(name, edition):
    assert not {Track.CHILD_EN, Track.ADULT_EN} & set(load_preset(name, edition).tracks)


@WELSH
def test_the_system_work_goes_on_in_was_another(name):
    then = {each.system for each in load_preset(name, Edition.AS_DESCRIBED).teams if each.system}
    now = {each.system for each in load_preset(name).teams if each.system}
    assert now == {"CareDirector"}
    assert then <= {"WCCIS", "MHUB and CareFirst"}
