"""Every preset makes a hub that can be walked around in: the founding of `./run demo --hub`."""

import pytest

from openmash.accounts.selectors import agencies_of, teams_of
from openmash.governance.rules import preset_names
from openmash.governance.selectors import policy_for
from openmash.governance.terms import Edition
from openmash.simulation.services import live_weeks, wake
from tests.cast import NOW

every_preset = pytest.mark.parametrize("preset", preset_names())


@every_preset
@pytest.mark.parametrize("edition", list(Edition))
def test_every_agency_of_the_policy_is_in_the_hub_with_somebody_to_answer(
    found_hub, preset, edition
):
    cast = found_hub(preset, edition)
    policy = policy_for(cast.priya, cast.hub.id, NOW)
    assert policy.document.edition is edition
    in_hub = [each.name for each in agencies_of(cast.hub.id, on=NOW.date())]
    assert sorted(in_hub) == sorted(each.name for each in policy.document.agencies)
    assert all(cast.viewers[name].standings for name in ("sam", "priya", "maya", "lee", "root"))


@every_preset
def test_several_agencies_of_a_kind_have_people_and_teams_of_their_own(found_hub, preset):
    cast = found_hub(preset)
    held = {each.agency_id for viewer in cast.viewers.values() for each in viewer.standings}
    assert set(cast.founded.further.values()) <= held
    assert teams_of(cast.hub.id).exists()


@every_preset
def test_a_concern_can_be_lived_in_it_to_its_end(found_hub, preset):
    cast = found_hub(preset)
    hub = wake(cast.founded, seed=7, at=NOW)
    assert live_weeks(hub, contacts=1, weeks=1, now=NOW) >= 1
