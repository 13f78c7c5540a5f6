"""What only the whole can show of a hub's choices: its streams, roads, sites, meetings, teams."""

from collections.abc import Callable, Iterator
from datetime import date

from openmash.governance.rules.agencies import AgencyTerms
from openmash.governance.rules.draft import Draft
from openmash.governance.rules.flaws import Flaw
from openmash.governance.rules.naming import known, offered, tracks_of
from openmash.governance.rules.outcomes import Authority, OutcomeTerms
from openmash.governance.rules.packs import law_packs
from openmash.governance.rules.scope import ContactsLike, Stream
from openmash.governance.rules.thresholds import CheckGate, SiteThresholds
from openmash.governance.rules.working import Duties, LawChosen, MeetingTerms, TeamTerms
from openmash.governance.terms import Edition, Track


def _streams_are_told_apart(draft: Draft) -> Iterator[Flaw]:
    for path, stream in draft.sound("scope", Stream):
        yield from _names_contacts(draft, f"{path}.when", stream.when)
        yield from _days(path, stream.since, stream.until)
        if not stream.takes and not stream.instead:
            wrong = f"“{stream.what}” is not taken on, and nobody is named who does."
            yield Flaw(f"{path}.instead", wrong, "Say where it goes instead.")


def _gate_leads_somewhere(draft: Draft) -> Iterator[Flaw]:
    for gate in draft.one("gate", CheckGate):
        for place, always in enumerate(gate.always_check):
            yield from _names_contacts(draft, f"gate.always_check[{place}].when", always.when)
        for place, road in enumerate(gate.direct):
            path = f"gate.direct[{place}]"
            yield from known(draft, f"{path}.to", [road.to], "agencies", "kind")
            yield from known(draft, f"{path}.ratings", road.ratings, "ratings", "code")
            yield from offered(draft, f"{path}.tracks", road.tracks)
        if gate.items_from_level is not None:
            level = [str(gate.items_from_level)]
            yield from known(draft, "gate.items_from_level", level, "levels", "level")


def _sites_are_the_hubs(draft: Draft) -> Iterator[Flaw]:
    for path, published in draft.sound("site_thresholds", SiteThresholds):
        yield from known(draft, f"{path}.site", [published.site], "hub.sites", "code")
        for place, sign in enumerate(published.indicators):
            yield from offered(draft, f"{path}.indicators[{place}].track", [sign.track])
    for path, agency in draft.sound("agencies", AgencyTerms):
        yield from known(draft, f"{path}.sites", agency.sites, "hub.sites", "code")
        yield from _days(path, agency.since, agency.until)
    for path, team in draft.sound("teams", TeamTerms):
        yield from known(draft, f"{path}.agency", [team.agency], "agencies", "kind")
        yield from known(draft, f"{path}.sites", team.sites, "hub.sites", "code")


def _meetings_are_about_something(draft: Draft) -> Iterator[Flaw]:
    for path, meeting in draft.sound("meetings", MeetingTerms):
        yield from known(draft, f"{path}.ratings", meeting.ratings, "ratings", "code")
        yield from offered(draft, f"{path}.tracks", meeting.tracks)
        yield from known(draft, f"{path}.agencies", meeting.agencies, "agencies", "kind")
        if meeting.within is None and not meeting.every:
            wrong = f"Nobody can tell when “{meeting.name}” is held."
            yield Flaw(path, wrong, "Say within how long, or how often (every).")


def _joint_decisions_name_agencies(draft: Draft) -> Iterator[Flaw]:
    for path, outcome in draft.sound("outcomes", OutcomeTerms):
        where, kinds = f"{path}.needs_views_of", outcome.needs_views_of
        yield from known(draft, where, kinds, "agencies", "kind")
    for authority in draft.one("authority", Authority):
        for place, step in enumerate(authority.disputes):
            of = [step.of] if step.of else []
            yield from known(draft, f"authority.disputes[{place}].of", of, "agencies", "kind")


def _labels_are_true(draft: Draft) -> Iterator[Flaw]:
    if draft.raw.get("thresholds") and draft.raw.get("no_thresholds_because"):
        wrong = "There is a threshold document, and a reason why there is none."
        yield Flaw("no_thresholds_because", wrong, "Take one out.")
    if draft.raw.get("not_current_law") and draft.raw.get("edition") == Edition.TODAY:
        wrong = "Today's edition cannot do what is no longer lawful."
        yield Flaw("not_current_law", wrong, "Say it in the edition as described.")


def _law_is_known(draft: Draft) -> Iterator[Flaw]:
    for path, chosen in draft.sound("law", LawChosen):
        yield from offered(draft, f"{path}.track", [chosen.track])
        packs = [each.code for each in law_packs().values() if chosen.track in each.tracks]
        if chosen.pack not in packs:
            wrong = f"“{chosen.pack}” is no law pack for {chosen.track.label}."
            yield Flaw(f"{path}.pack", wrong, f"Use one of: {', '.join(packs)}.")
    for duties in draft.one("duties", Duties):
        if duties.disclosure and Track.CHILD_EN not in tracks_of(draft):
            wrong = "The duty to disclose is about children in England, and this hub has none."
            yield Flaw("duties.disclosure", wrong, "Take it out, or offer CHILD_EN.")


def _names_contacts(draft: Draft, path: str, when: ContactsLike) -> Iterator[Flaw]:
    yield from offered(draft, f"{path}.tracks", when.tracks)
    yield from known(draft, f"{path}.reasons", when.reasons, "presenting_reasons", "code")


def _days(path: str, since: date | None, until: date | None) -> Iterator[Flaw]:
    if since and until and until <= since:
        yield Flaw(f"{path}.until", "It ends before it begins.", "Put the days in order.")


CHECKS_OF_CHOICES: tuple[Callable[[Draft], Iterator[Flaw]], ...] = (
    _streams_are_told_apart,
    _gate_leads_somewhere,
    _sites_are_the_hubs,
    _meetings_are_about_something,
    _joint_decisions_name_agencies,
    _labels_are_true,
    _law_is_known,
)
