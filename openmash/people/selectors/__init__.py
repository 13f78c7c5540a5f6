"""Reading people: every question takes the viewer, and what they may not know is not there."""

from openmash.people.selectors.ages import age_words, born_words
from openmash.people.selectors.facts import candidates_for, candidates_for_each, facts_of
from openmash.people.selectors.family import Tie, family_of, family_records_of
from openmash.people.selectors.identities import identities_of, records_of, visible_records_of
from openmash.people.selectors.records import RecordShown, WholePerson, whole_person
from openmash.people.selectors.search import Found, find_people, search_people
from openmash.people.selectors.shown import PersonShown, people_shown, person_for
from openmash.people.selectors.visible import (
    names_on_restriction,
    people_open_to,
    people_visible_to,
    person_open_to,
)

__all__ = [
    "Found",
    "PersonShown",
    "RecordShown",
    "Tie",
    "WholePerson",
    "age_words",
    "born_words",
    "candidates_for",
    "candidates_for_each",
    "facts_of",
    "family_of",
    "family_records_of",
    "find_people",
    "identities_of",
    "names_on_restriction",
    "people_open_to",
    "people_shown",
    "people_visible_to",
    "person_for",
    "person_open_to",
    "records_of",
    "search_people",
    "visible_records_of",
    "whole_person",
]
