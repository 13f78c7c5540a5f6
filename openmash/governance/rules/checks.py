"""May this policy be used? Every reason why not, at once (house rule: policy is data).

Shape is checked by the document itself; here is what only the whole can show: words that name
nothing, clocks the law would refuse, outcomes nobody may choose.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from openmash.accounts.terms import POWERS, Power
from openmash.governance.rules.agencies import AgencyTerms
from openmash.governance.rules.checks_of_choices import CHECKS_OF_CHOICES
from openmash.governance.rules.checks_of_clocks import CHECKS_OF_CLOCKS
from openmash.governance.rules.clocks import ClockTerms
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.draft import Draft
from openmash.governance.rules.flaws import Flaw, PolicyUnusable, shape_flaws
from openmash.governance.rules.law import NATION_OF, missing_clocks, unlawful_clock
from openmash.governance.rules.naming import known, offered, tracks_of
from openmash.governance.rules.outcomes import ClosingRules, OutcomeTerms, PresentingReason
from openmash.governance.rules.thresholds import (
    AgencyScale,
    CheckGate,
    Rating,
    ThresholdDocument,
)
from openmash.governance.terms import Colour, Edition, Track


def check_document(raw: Mapping[str, Any]) -> PolicyDocument:
    """Return the policy that `raw` describes, or refuse it with every flaw there is."""
    draft = Draft(raw)
    flaws = [flaw for check in CHECKS for flaw in check(draft)]
    try:
        document = PolicyDocument.model_validate(raw)
    except ValidationError as error:
        raise PolicyUnusable([*shape_flaws(error), *flaws]) from error
    if flaws:
        raise PolicyUnusable(flaws)
    return document


def _codes_are_said_once(draft: Draft) -> Iterator[Flaw]:
    for section, field in CODED.items():
        for code, times in Counter(draft.written(section, field)).items():
            if times > 1:
                wrong = f"“{code}” is there {times} times."
                yield Flaw(section, wrong, f"Give each its own {field}.")


def _tracks_have_their_nation(draft: Draft) -> Iterator[Flaw]:
    nations = draft.words("nations")
    for track in tracks_of(draft):
        nation = NATION_OF.get(track)
        if nation and nation not in nations:
            wrong = f"{track.label} is the law of {nation}, which is not among the nations."
            yield Flaw("tracks", wrong, f"Add {nation} to nations, or take {track} out.")


def _ratings_have_levels(draft: Draft) -> Iterator[Flaw]:
    for path, rating in draft.sound("ratings", Rating):
        if rating.level is None and rating.colour is not Colour.BLUE:
            wrong = f"“{rating.word}” has no level of need."
            yield Flaw(f"{path}.level", wrong, "Say which level it is; only Blue has none.")
        elif rating.level is not None:
            yield from known(draft, f"{path}.level", [str(rating.level)], "levels", "level")


def _scales_are_read_beside_ratings(draft: Draft) -> Iterator[Flaw]:
    for path, scale in draft.sound("scales", AgencyScale):
        yield from known(draft, f"{path}.agency", [scale.agency], "agencies", "kind")
        for place, grade in enumerate(scale.grades):
            where = f"{path}.grades[{place}].rating"
            yield from known(draft, where, [grade.rating], "ratings", "code")


def _indicators_have_levels(draft: Draft) -> Iterator[Flaw]:
    for published in draft.one("thresholds", ThresholdDocument):
        for place, sign in enumerate(published.indicators):
            path = f"thresholds.indicators[{place}]"
            yield from offered(draft, f"{path}.track", [sign.track])
            if sign.level is not None:
                yield from known(draft, f"{path}.level", [str(sign.level)], "levels", "level")
            elif sign.track.is_child:
                wrong = "A sign of a child's need has no level."
                yield Flaw(f"{path}.level", wrong, "Say which level of need it is a sign of.")


def _clocks_can_run(draft: Draft) -> Iterator[Flaw]:
    for path, clock in draft.sound("clocks", ClockTerms):
        if clock.allowance.needs_calendar:
            where = f"{path}.calendar"
            yield from known(draft, where, [clock.calendar], "calendars", "name")
        if clock.rating is not None:
            yield from known(draft, f"{path}.rating", [clock.rating], "ratings", "code")
        if clock.track is not None:
            yield from offered(draft, f"{path}.track", [clock.track])


def _clocks_have_one_aim_each(draft: Draft) -> Iterator[Flaw]:
    aims = [(path, clock.aim) for path, clock in draft.sound("clocks", ClockTerms)]
    first = {aim: path for path, aim in reversed(aims)}
    for path, aim in aims:
        if first[aim] != path:
            wrong = f"{first[aim]} is already the clock for this."
            yield Flaw(path, wrong, "Take one out, or give it another track or rating.")


def _clocks_keep_the_law(draft: Draft) -> Iterator[Flaw]:
    if draft.raw.get("edition") == Edition.AS_DESCRIBED:
        return
    clocks, on = list(draft.sound("clocks", ClockTerms)), draft.begins
    for path, clock in clocks:
        yield from unlawful_clock(path, clock, on)
    if len(clocks) == len(draft.written("clocks", "kind")):  # or the missing one may be unsound
        yield from missing_clocks(tracks_of(draft), [clock for _, clock in clocks], on)


def _gate_names_ratings(draft: Draft) -> Iterator[Flaw]:
    for gate in draft.one("gate", CheckGate):
        for field in ("straight_to_allocation", "never_wait"):
            codes = getattr(gate, field)
            yield from known(draft, f"gate.{field}", codes, "ratings", "code")
    for closing in draft.one("closing", ClosingRules):
        where = "closing.check_nfa_started"
        yield from known(draft, where, closing.check_nfa_started, "ratings", "code")


def _agencies_are_asked_sensibly(draft: Draft) -> Iterator[Flaw]:
    for path, agency in draft.sound("agencies", AgencyTerms):
        yield from known(draft, f"{path}.calendar", [agency.calendar], "calendars", "name")
        for place, ask in enumerate(agency.ask_by_default):
            where = f"{path}.ask_by_default[{place}]"
            yield from known(draft, f"{where}.ratings", ask.ratings, "ratings", "code")
            yield from offered(draft, f"{where}.tracks", ask.tracks)


def _reasons_are_for_tracks(draft: Draft) -> Iterator[Flaw]:
    for path, reason in draft.sound("presenting_reasons", PresentingReason):
        yield from offered(draft, f"{path}.tracks", reason.tracks)


def _outcomes_lead_somewhere(draft: Draft) -> Iterator[Flaw]:
    for path, outcome in draft.sound("outcomes", OutcomeTerms):
        yield from offered(draft, f"{path}.tracks", outcome.tracks)
        if outcome.level is not None:
            yield from known(draft, f"{path}.level", [str(outcome.level)], "levels", "level")
        if outcome.needs_handover_to is not None:
            where, to = f"{path}.needs_handover_to", outcome.needs_handover_to
            yield from known(draft, where, [to], "agencies", "kind")
        if outcome.urgent and outcome.needs_agreement:
            wrong = f"“{outcome.label}” is urgent and waits for agreement."
            yield Flaw(path, wrong, "Urgent harm never waits: choose one.")


def _somebody_may_choose(draft: Draft) -> Iterator[Flaw]:
    for path, outcome in draft.sound("outcomes", OutcomeTerms):
        if not outcome.decided_by:
            wrong = f"Nobody may choose “{outcome.label}”."
            yield Flaw(f"{path}.decided_by", wrong, "Name at least one role.")
        if any(track.is_child for track in outcome.tracks):
            lacking = [each for each in outcome.decided_by if Power.DECIDE not in POWERS[each]]
            if lacking:
                wrong = f"A child's outcome is not for a {lacking[0].label} to decide (A10.3)."
                yield Flaw(f"{path}.decided_by", wrong, "Name a role that decides for the hub.")


def _children_are_counted(draft: Draft) -> Iterator[Flaw]:
    for path, outcome in draft.sound("outcomes", OutcomeTerms):
        if Track.CHILD_EN in outcome.tracks and outcome.ssd is None:
            wrong = f"“{outcome.label}” is not mapped to the national data set (5.2)."
            yield Flaw(f"{path}.ssd", wrong, "Say which of the four outcomes it counts as.")


def _every_track_has_an_end(draft: Draft) -> Iterator[Flaw]:
    ended = draft.written("outcomes", "tracks")
    for track in tracks_of(draft):
        if track.value not in ended:
            wrong = f"No outcome can be chosen for {track.label}."
            yield Flaw("outcomes", wrong, f"Add an outcome for track {track}.")


CODED = {
    "calendars": "name",
    "late_reasons": "code",
    "levels": "level",
    "ratings": "code",
    "agencies": "name",
    "presenting_reasons": "code",
    "outcomes": "code",
    "scope": "code",
    "retention_zones": "zone",
    "site_thresholds": "site",
    "meetings": "code",
}

CHECKS: tuple[Callable[[Draft], Iterator[Flaw]], ...] = (
    _codes_are_said_once,
    _tracks_have_their_nation,
    _ratings_have_levels,
    _scales_are_read_beside_ratings,
    _indicators_have_levels,
    _clocks_can_run,
    _clocks_have_one_aim_each,
    _clocks_keep_the_law,
    _gate_names_ratings,
    _agencies_are_asked_sensibly,
    _reasons_are_for_tracks,
    _outcomes_lead_somewhere,
    _somebody_may_choose,
    _children_are_counted,
    _every_track_has_an_end,
    *CHECKS_OF_CLOCKS,
    *CHECKS_OF_CHOICES,
)
