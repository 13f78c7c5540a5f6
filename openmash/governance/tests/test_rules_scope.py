"""What a hub takes on, always checks, and where a contact belongs (A1.7, A17.6)."""

from datetime import date

import pytest

from openmash.governance.rules import (
    ContactFacts,
    PolicyUnusable,
    always_checked,
    asks_whether_repeat,
    check_document,
    default_agencies,
    is_asked,
    not_taken_on,
    review_due,
    sees_as_member,
    site_of,
    thresholds_at,
)
from openmash.governance.rules.scope import lies_in
from openmash.governance.terms import Track, Zone
from openmash.governance.tests.policies import small_policy

MAY = date(2026, 5, 6)


def policy(**changes):
    return check_document(small_policy() | changes)


def facts(**told):
    return ContactFacts(**({"received_on": MAY} | told))


def flaws(**changes):
    with pytest.raises(PolicyUnusable) as refused:
        policy(**changes)
    return [str(each) for each in refused.value.flaws]


def stream(code="hospital", **more):
    return {"code": code, "what": "Hospital referrals", "when": {"sources": ["3E"]}} | more


class TestScope:
    def test_a_hub_that_names_nothing_takes_everything(self):
        assert not_taken_on(policy(), facts(source="3E")) is None

    def test_what_is_not_taken_is_told_with_who_takes_it(self):
        hub = policy(scope=[stream(takes=False, instead="The hospital team takes them.")])
        words = not_taken_on(hub, facts(source="3E"))
        assert words == "Hospital referrals. The hospital team takes them."
        assert not_taken_on(hub, facts(source="6")) is None

    def test_a_hub_that_names_what_it_takes_takes_no_more(self):
        hub = policy(scope=[stream(code="police", what="Police", when={"sources": ["6"]})])
        assert not_taken_on(hub, facts(source="6")) is None
        assert not_taken_on(hub, facts(source="3E")) == "This hub takes: Police."

    def test_a_hub_goes_live_one_stream_at_a_time(self):
        police = stream(code="police", what="Police", when={"sources": ["6"]})
        schools = stream(
            code="schools", what="Schools", when={"sources": ["2A"]}, since="2026-05-06"
        )
        hub = policy(scope=[police, schools])
        assert not_taken_on(hub, facts(source="2A")) is None
        before = facts(source="2A", received_on=date(2026, 5, 5))
        assert not_taken_on(hub, before) == "This hub takes: Police."

    def test_a_stream_ends_on_its_day(self):
        hub = policy(scope=[stream(takes=False, instead="X.", until="2026-05-06")])
        assert not_taken_on(hub, facts(source="3E")) is None
        assert not_taken_on(hub, facts(source="3E", received_on=date(2026, 5, 5)))

    def test_everything_a_stream_names_must_be_so(self):
        when = {"agencies": ["police"], "postcodes": ["ZX1"], "tracks": ["CHILD_EN"]}
        hub = policy(scope=[stream(takes=False, instead="X.", when=when)])
        told = {"agency": "police", "postcodes": ["ZX1 2AB"], "tracks": ["CHILD_EN"]}
        assert not_taken_on(hub, facts(**told))
        for lacking in told:
            assert not_taken_on(hub, facts(**{k: v for k, v in told.items() if k != lacking})) is (
                None
            )


class TestAlwaysChecked:
    lewisham = [
        {"code": "anonymous", "what": "Anonymous", "when": {"sources": ["9"]}},
        {"code": "nspcc", "what": "NSPCC", "when": {"organisations": ["NSPCC"]}},
        {"code": "neglect", "what": "Neglect", "when": {"reasons": ["neglect"]}},
        {"code": "repeat", "what": "Repeat", "when": {"repeat": True}},
    ]

    def test_each_is_found_by_what_it_is(self):
        hub = policy(gate={"question": "?", "always_check": self.lewisham})
        assert always_checked(hub, facts(source="9")) == ("Anonymous",)
        assert always_checked(hub, facts(organisation="Helpline (Nspcc)")) == ("NSPCC",)
        assert always_checked(hub, facts(reasons=["neglect"], is_repeat=True)) == (
            "Neglect",
            "Repeat",
        )
        assert always_checked(hub, facts(source="6")) == ()

    def test_a_repeat_is_looked_for_only_where_something_turns_on_it(self):
        assert asks_whether_repeat(policy(gate={"question": "?", "always_check": self.lewisham}))
        assert not asks_whether_repeat(policy())


@pytest.mark.parametrize(
    ("wanted", "told", "fits"),
    [
        (["ZX1"], ["ZX1 2AB"], True),
        (["ZX1"], ["zx12ab"], True),
        (["ZX1"], ["ZX11 2AB"], False),
        (["ZX11"], ["ZX1 2AB"], False),
        (["ZX1 2"], ["ZX1 2AB"], False),
        (["ZX1", "ZX2"], ["ZX9 9ZZ", "ZX2 1AA"], True),
        (["ZX1"], [], False),
    ],
)
def test_a_postcode_lies_in_its_own_district(wanted, told, fits):
    assert lies_in(wanted, told) is fits


class TestSites:
    def hub(self, **more):
        raw = small_policy()
        raw["hub"]["sites"] = [
            {"code": "east", "name": "E", "authority": "East", "postcodes": ["ZX1"]},
            {"code": "west", "name": "W", "authority": "West", "postcodes": ["ZX2"]},
        ]
        return check_document(raw | more)

    def test_a_site_is_known_by_its_postcodes(self):
        assert site_of(self.hub(), ["ZX2 1AA"]) == "west"
        assert site_of(self.hub(), ["ZX3 1AA"]) is None

    def test_each_site_may_have_its_own_threshold_document(self):
        own = {"title": "West's", "version": "2", "effective_from": "2026-01-01", "indicators": []}
        hub = self.hub(site_thresholds=[own | {"site": "west"}])
        assert thresholds_at(hub, "west").title == "West's"
        assert thresholds_at(hub, "east") is None

    def test_a_member_of_one_site_is_not_asked_at_another(self):
        agency = small_policy()["agencies"][0] | {"sites": ["east"], "since": "2026-05-01"}
        hub = self.hub(agencies=[agency])
        ask = {"rating": "red", "tracks": [Track.CHILD_EN]}
        assert default_agencies(hub, **ask, on=MAY, site="east")
        assert default_agencies(hub, **ask, on=MAY, site=None)
        assert not default_agencies(hub, **ask, on=MAY, site="west")
        assert not default_agencies(hub, **ask, on=date(2026, 4, 30), site="east")

    def test_a_site_nobody_has_is_told(self):
        agency = small_policy()["agencies"][0] | {"sites": ["north"]}
        with pytest.raises(PolicyUnusable, match=r"agencies\[0\].sites"):
            self.hub(agencies=[agency])


class TestSightOfAgencies:
    def hub(self, sight):
        agency = small_policy()["agencies"][0] | {"kind": "cafcass", "name": "C", "sight": sight}
        return policy(agencies=[*small_policy()["agencies"], agency])

    def test_an_agency_that_only_views_is_never_asked(self):
        hub = self.hub("view_only")
        assert not is_asked(hub, "cafcass")
        assert [each.kind for each in default_agencies(hub, "red", [Track.CHILD_EN])] == ["csc"]
        assert sees_as_member(hub, "cafcass")

    def test_an_agency_with_partial_sight_is_asked_and_sees_no_more_than_its_own(self):
        hub = self.hub("partial")
        assert is_asked(hub, "cafcass")
        assert not sees_as_member(hub, "cafcass")

    def test_a_kind_the_policy_does_not_know_is_treated_as_any_other(self):
        assert is_asked(policy(), "fire")
        assert sees_as_member(policy(), "fire")


class TestKeeping:
    zones = [{"zone": "hub", "months": 6, "then": "Key features open; the rest is sealed."}]

    def test_a_zone_is_reviewed_so_many_months_after_closing(self):
        hub = policy(retention_zones=self.zones)
        assert review_due(hub, Zone.HUB, date(2026, 5, 6)) == date(2026, 11, 6)
        assert review_due(hub, Zone.OPERATIONAL, date(2026, 5, 6)) is None

    @pytest.mark.parametrize(
        ("closed", "due"),
        [
            (date(2026, 8, 31), date(2027, 2, 28)),
            (date(2027, 8, 31), date(2028, 2, 29)),
            (date(2026, 6, 30), date(2026, 12, 30)),
            (date(2026, 12, 31), date(2027, 6, 30)),
        ],
    )
    def test_a_month_without_that_day_ends_on_its_last(self, closed, due):
        assert review_due(policy(retention_zones=self.zones), Zone.HUB, closed) == due


class TestFlaws:
    def test_every_choice_that_names_nothing_is_told_at_once(self):
        gate = {
            "question": "?",
            "always_check": [{"code": "a", "what": "A", "when": {"reasons": ["moon"]}}],
            "direct": [{"code": "r", "what": "R", "to": "police", "ratings": ["puce"]}],
            "items_from_level": 7,
        }
        told = flaws(
            gate=gate,
            scope=[stream(takes=False, since="2026-05-06", until="2026-05-06")],
            meetings=[{"code": "m", "name": "M", "chaired_by": "hub_manager"}],
            teams=[{"agency": "asc", "name": "T"}],
            no_thresholds_because="None was agreed.",
            thresholds={"title": "T", "version": "1", "effective_from": "2026-01-01"}
            | {"indicators": []},
            not_current_law=[{"what": "A", "instead": "B"}],
        )
        assert [each.split(":")[0] for each in told] == [
            "scope[0].until",
            "scope[0].instead",
            "gate.always_check[0].when.reasons",
            "gate.direct[0].to",
            "gate.direct[0].ratings",
            "gate.items_from_level",
            "teams[0].agency",
            "meetings[0]",
            "no_thresholds_because",
            "not_current_law",
        ]
