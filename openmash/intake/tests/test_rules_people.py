"""Ties, tracks, senders and typed people on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from openmash.core.partial_dates import PartialDate, Precision
from openmash.core.working_time import Nation
from openmash.governance.rules import load_preset
from openmash.governance.terms import AgencyKind, Track
from openmash.intake.rules.people_told import read_ethnicity
from openmash.intake.rules.senders import adult_source_of_agency, source_of_agency
from openmash.intake.rules.ties import TIES_BY_PART, TIES_IN_WORDS, tie_of
from openmash.intake.rules.told import ToldPerson
from openmash.intake.rules.tracks import track_due_first, tracks_for, tracks_suggested
from openmash.intake.rules.typed_people import Household, PersonTyped, birth_typed, person_typed
from openmash.intake.terms import AdultSource, Part, SourceCode, SuggestedTrack, WhoTold
from openmash.people.terms import Ethnicity, IdentifierScheme, RelationshipKind, Sex

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
CHILD, ADULT = ToldPerson(Part.CHILD_OF_CONCERN), ToldPerson(Part.ADULT_OF_CONCERN)
ENGLAND, WALES = (Nation.ENGLAND,), (Nation.WALES,)
OF_CONCERN = [each for each in Part if each.is_concern]
HOME = Household("4 Quarry Row", "zx91aa")


def typed(**answers):
    return person_typed(PersonTyped(**{"who": WhoTold.CHILD} | answers), HOME, on=TODAY)


class TestTies:
    @pytest.mark.parametrize(("word", "kind"), TIES_IN_WORDS.items())
    def test_a_word_we_know_is_read_however_it_is_written(self, word, kind):
        assert tie_of(Part.CHILD_OF_CONCERN, Part.OTHER, f" {word.upper()} ") is kind

    @pytest.mark.parametrize(("part", "kind"), TIES_BY_PART.items())
    def test_without_a_word_the_part_says_it(self, part, kind):
        assert tie_of(Part.CHILD_OF_CONCERN, part, "") is kind

    def test_harm_comes_before_kinship(self):
        tie = tie_of(Part.CHILD_OF_CONCERN, Part.ALLEGED_HARM, "father")
        assert tie is RelationshipKind.ALLEGED_HARM

    def test_an_adult_has_carers_and_never_parents(self):
        tie = tie_of(Part.ADULT_OF_CONCERN, Part.PARENT_CARER, "")
        assert tie is RelationshipKind.CARER

    def test_two_children_are_siblings_and_a_child_and_an_adult_one_household(self):
        child, adult = Part.CHILD_OF_CONCERN, Part.ADULT_OF_CONCERN
        assert tie_of(child, child, "") is RelationshipKind.SIBLING
        assert tie_of(child, adult, "") is tie_of(adult, child, "") is RelationshipKind.HOUSEHOLD

    @given(
        some.sampled_from([p for p in Part if p.is_concern]), some.sampled_from(Part), some.text()
    )
    def test_everybody_is_tied_somehow(self, concern, other, words):
        assert isinstance(tie_of(concern, other, words), RelationshipKind)


class TestTracks:
    def test_a_child_and_an_adult_open_both_tracks_of_their_nation(self):
        assert tracks_suggested((), [CHILD, ADULT], ENGLAND) == [Track.CHILD_EN, Track.ADULT_EN]
        assert tracks_suggested((), [CHILD, ADULT], WALES) == [Track.CHILD_WAL, Track.ADULT_WAL]

    def test_domestic_abuse_is_a_track_beside_the_others(self):
        said = {SuggestedTrack.DOMESTIC_ABUSE}
        assert tracks_suggested(said, [CHILD], ENGLAND) == [Track.CHILD_EN, Track.DA]

    @pytest.mark.parametrize(
        ("part", "offered"),
        [
            (Part.ADULT_OF_CONCERN, [Track.DA]),
            (Part.CHILD_OF_CONCERN, [Track.CHILD_EN]),
        ],
    )
    def test_domestic_abuse_is_ticked_for_the_adult_and_opens_no_adults_track(self, part, offered):
        suggested = [Track.CHILD_EN.value, Track.ADULT_EN.value, Track.DA.value]
        assert tracks_for(part, suggested) == offered

    def test_domestic_abuse_is_a_childs_where_no_adult_is_told_of(self):
        suggested = [Track.CHILD_EN.value, Track.DA.value]
        assert tracks_for(Part.CHILD_OF_CONCERN, suggested) == [Track.CHILD_EN, Track.DA]

    def test_an_adult_told_of_for_anything_else_is_offered_an_adults_track(self):
        suggested = [Track.CHILD_EN.value, Track.ADULT_EN.value]
        assert tracks_for(Part.ADULT_OF_CONCERN, suggested) == [Track.ADULT_EN]

    def test_nobody_and_nothing_said_suggests_nothing(self):
        assert tracks_suggested((), [], ENGLAND) == []

    @given(
        some.sets(some.sampled_from(SuggestedTrack)), some.lists(some.sampled_from([CHILD, ADULT]))
    )
    def test_more_told_never_takes_a_track_away(self, said, people):
        fewer = set(tracks_suggested(said, people[:1], ENGLAND))
        assert fewer <= set(tracks_suggested(said, people, ENGLAND))

    def test_law_goes_before_a_target_when_both_are_due_together(self):
        london = load_preset("london")
        tracks = [Track.ADULT_EN, Track.CHILD_EN]
        assert track_due_first(london, tracks, NOW) is Track.CHILD_EN
        assert track_due_first(london, [Track.ADULT_EN], NOW) is Track.ADULT_EN

    def test_a_place_has_the_first_limit_of_any_track_the_hub_offers(self):
        assert track_due_first(load_preset("london"), [], NOW) is Track.CHILD_EN


class TestSenders:
    @pytest.mark.parametrize("kind", AgencyKind)
    def test_every_agency_has_a_professional_source(self, kind):
        assert source_of_agency(kind).is_professional

    def test_known_agencies_have_their_own(self):
        assert source_of_agency("school") is SourceCode.SCHOOL
        assert source_of_agency("police") is SourceCode.POLICE
        assert source_of_agency("a stranger") is SourceCode.OTHER
        assert adult_source_of_agency("police") is AdultSource.POLICE
        assert adult_source_of_agency("a stranger") is None


class TestTypedPeople:
    def test_a_household_is_entered_once_and_holds_for_everybody(self):
        assert (typed().address, typed().postcode) == ("4 Quarry Row", "ZX9 1AA")
        away = typed(elsewhere=True, address="NFA")
        assert (away.address, away.no_fixed_abode) == ("", True)
        assert typed(who=WhoTold.PROFESSIONAL).address == ""

    def test_a_protected_household_protects_those_who_live_there_only(self):
        hidden = replace(HOME, address_protected=True, contact_unsafe=True)
        at_home = person_typed(PersonTyped(WhoTold.MOTHER), hidden, on=TODAY)
        away = person_typed(PersonTyped(WhoTold.FATHER, elsewhere=True), hidden, on=TODAY)
        assert (at_home.address_protected, at_home.contact_unsafe) == (True, True)
        assert (away.address_protected, away.contact_unsafe) == (False, False)

    @pytest.mark.parametrize(
        ("text", "born", "precision"),
        [
            ("27 3 2016", date(2016, 3, 27), Precision.DAY),
            ("Mawrth 2016", date(2016, 3, 1), Precision.MONTH),
            ("2016", date(2016, 1, 1), Precision.YEAR),
            ("about 4", date(2022, 1, 1), Precision.ABOUT),
        ],
    )
    def test_a_birth_is_read_no_more_exactly_than_it_was_told(self, text, born, precision):
        assert birth_typed(text, on=TODAY).born == PartialDate(born, precision)

    def test_a_baby_not_yet_born_has_a_due_date_and_need_not_have_a_name(self):
        baby = typed(who=WhoTold.UNBORN, born="14 8 2027")
        assert (baby.expected_on, baby.born, baby.sex) == (date(2027, 8, 14), None, Sex.UNBORN)
        assert baby.doubts == ()

    def test_what_cannot_be_read_is_kept_as_told_with_a_doubt(self):
        child = typed(given_names="Siân", born="when the river flooded")
        assert child.born is None
        assert child.born_as_told == "when the river flooded"
        assert "could not be read" in child.doubts[0]

    def test_one_name_is_a_name(self):
        assert typed(given_names="Suharto").doubts == ()
        assert "No name was told." in typed().doubts

    def test_a_mother_need_not_say_she_is_female(self):
        assert typed(who=WhoTold.MOTHER, given_names="Mair").sex is Sex.FEMALE
        assert typed(who=WhoTold.MOTHER, sex=Sex.MALE).sex is Sex.MALE

    def test_a_number_that_cannot_be_right_is_kept_with_a_doubt(self):
        child = typed(given_names="Maya", nhs_number="123")
        assert child.identifiers == ((IdentifierScheme.NHS_NUMBER, "123"),)
        assert child.doubts

    @given(some.builds(PersonTyped, who=some.sampled_from(WhoTold), sex=some.sampled_from(Sex)))
    def test_nothing_typed_is_ever_refused(self, answers):
        person = person_typed(answers, HOME, on=TODAY)
        assert len(person.given_names) <= 120
        assert "\0" not in f"{person.given_names}{person.family_name}{person.address}"
        assert not (person.born and person.expected_on)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("wbri", Ethnicity.WBRI),
        ("White  British", Ethnicity.WBRI),
        ("IC1", None),
        ("", None),
    ],
)
def test_ethnicity_is_a_code_or_its_label_and_otherwise_a_gap(told, code):
    assert read_ethnicity(told) is code
