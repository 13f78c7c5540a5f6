"""Law packs: dated, sourced, honest about what nobody has confirmed, and switched on by policy."""

from datetime import date

import pytest

from openmash.governance.rules import PolicyUnusable, check_document, load_preset
from openmash.governance.rules.law import lawful_clocks
from openmash.governance.rules.lawful import duties_in_law, powers_in_law
from openmash.governance.rules.packs import COMMON, law_packs, packs_for
from openmash.governance.rules.telling import policy_in_words
from openmash.governance.rules.working import Duties
from openmash.governance.terms import ClockKind, Force, Track
from openmash.governance.tests.policies import small_policy, welsh_policy

TODAY = date(2026, 11, 20)
every_pack = pytest.mark.parametrize("pack", law_packs().values(), ids=lambda each: each.code)


def dated(pack):
    return (*pack.duties, *pack.powers, *pack.bases, *pack.conditions, *pack.withheld)


def test_every_track_has_its_pack_and_what_goes_with_any():
    for track in Track:
        own, *rest = packs_for([track])
        assert track in own.tracks
        assert [each.code for each in rest] == ([] if own.code == COMMON else [COMMON])


@every_pack
def test_a_pack_is_called_as_its_file_and_every_piece_says_where_it_is_from(pack):
    assert law_packs()[pack.code] is pack
    assert all(each.source for each in dated(pack))


@every_pack
def test_the_times_of_a_pack_are_in_the_catalogue(pack):
    for limit in pack.clocks:
        assert limit.told.clock.force is Force.STATUTORY or not limit.required
        assert limit.told.clock.confirmed or not limit.required


def test_the_clocks_no_hub_may_lengthen_are_the_four_of_the_catalogue():
    must = {each.rule: (each.track, each.kind) for each in lawful_clocks(Track, TODAY)}
    assert must == {
        "T1": (Track.CHILD_EN, ClockKind.RECEIPT),
        "T8": (Track.CHILD_EN, ClockKind.ICPC),
        "T15": (Track.ADULT_WAL, ClockKind.S126),
        "T16": (Track.CHILD_WAL, ClockKind.CHILD_WAL),
    }


def test_adults_in_england_have_no_time_limit_in_law():
    assert lawful_clocks([Track.ADULT_EN], TODAY) == []


def test_the_additions_of_2026_are_englands_alone():
    words = [
        each.source
        for code in ("children_wales", "adults_wales", COMMON)
        for each in dated(law_packs()[code])
    ]
    assert not any("16L" in each for each in words)


class TestDuties:
    def london(self, since=None):
        duties = Duties(disclosure=since)
        return load_preset("london").model_copy(update={"duties": duties})

    def codes(self, document, on):
        return {duty.code for _, duty in duties_in_law(document, on)}

    def test_the_duty_to_disclose_does_nothing_until_a_policy_switches_it_on(self):
        assert "disclosure" not in self.codes(self.london(), date(2030, 1, 1))
        switched = self.london(since=date(2026, 9, 30))
        assert "disclosure" not in self.codes(switched, date(2026, 9, 29))
        assert "disclosure" in self.codes(switched, date(2026, 9, 30))

    def test_what_is_not_in_force_is_no_duty_and_the_policy_says_so(self):
        assert "identifier" not in self.codes(self.london(), date(2030, 1, 1))
        law = next(each for each in policy_in_words(self.london()) if each.title == "Law")
        assert any(
            each.startswith("Not worked under: Include the consistent") for each in law.lines
        )
        assert any(each.startswith("Not worked under: Ensure that") for each in law.lines)

    def test_what_nobody_confirmed_is_told_as_such(self):
        law = next(each for each in policy_in_words(self.london()) if each.title == "Law")
        assert any(each.endswith("Not confirmed.") for each in law.lines)
        powers = powers_in_law(self.london(), ["CHILD_EN"], TODAY)
        assert not powers[0].confirmed

    def test_only_a_hub_for_children_in_england_may_switch_it_on(self):
        with pytest.raises(PolicyUnusable, match=r"duties\.disclosure"):
            check_document(welsh_policy() | {"duties": {"disclosure": "2026-09-30"}})


class TestChoosing:
    def test_a_policy_names_its_pack(self):
        policy = check_document(
            small_policy() | {"law": [{"track": "CHILD_EN", "pack": "information_sharing"}]}
        )
        assert [each.code for each in packs_for(policy.tracks, policy)] == [COMMON]

    def test_a_pack_for_another_track_is_refused_with_those_there_are(self):
        law = [{"track": "CHILD_EN", "pack": "adults_wales"}]
        with pytest.raises(PolicyUnusable, match="Use one of: children_england"):
            check_document(small_policy() | {"law": law})
