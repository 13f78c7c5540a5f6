"""Rules about people, on paper: names, numbers, dates of birth, and the keys that find them."""

from openmash.people.rules.addresses import (
    address_tokens,
    building_number,
    compact_postcode,
    flat_number,
    is_no_fixed_abode,
    postcode_problem,
    same_building,
    tidy_postcode,
)
from openmash.people.rules.birth import BirthReading, Expected, Problem, birth_doubt, parse_birth
from openmash.people.rules.birth_parts import BirthParts, birth_parts
from openmash.people.rules.given_names import telling_tokens
from openmash.people.rules.identifiers import (
    identifier_problem,
    nhs_number_problem,
    spaced_nhs_number,
    tidy,
    tidy_nhs_number,
    upn_check_letter,
    upn_problem,
)
from openmash.people.rules.keys import match_keys, probe_keys, search_keys
from openmash.people.rules.names import (
    name_tokens,
    normalised,
    same_but_for_unwritable,
    squashed,
    trigrams,
)
from openmash.people.rules.nicknames import are_forms_of_one_name, name_families
from openmash.people.rules.person_details import NO_DETAILS, PersonDetails, findable
from openmash.people.rules.person_facts import AddressFact, IdentifierFact, NameFact, PersonFacts
from openmash.people.rules.phones import is_phone, tidy_email, tidy_phone
from openmash.people.rules.search import KeyGroup, KeyRange, SearchTerms, search_terms
from openmash.people.rules.sounds import sound_of, sounds_of

__all__ = [
    "NO_DETAILS",
    "AddressFact",
    "BirthParts",
    "BirthReading",
    "Expected",
    "IdentifierFact",
    "KeyGroup",
    "KeyRange",
    "NameFact",
    "PersonDetails",
    "PersonFacts",
    "Problem",
    "SearchTerms",
    "address_tokens",
    "are_forms_of_one_name",
    "birth_doubt",
    "birth_parts",
    "building_number",
    "compact_postcode",
    "findable",
    "flat_number",
    "identifier_problem",
    "is_no_fixed_abode",
    "is_phone",
    "match_keys",
    "name_families",
    "name_tokens",
    "nhs_number_problem",
    "normalised",
    "parse_birth",
    "postcode_problem",
    "probe_keys",
    "same_building",
    "same_but_for_unwritable",
    "search_keys",
    "search_terms",
    "sound_of",
    "sounds_of",
    "spaced_nhs_number",
    "squashed",
    "telling_tokens",
    "tidy",
    "tidy_email",
    "tidy_nhs_number",
    "tidy_phone",
    "tidy_postcode",
    "trigrams",
    "upn_check_letter",
    "upn_problem",
]
