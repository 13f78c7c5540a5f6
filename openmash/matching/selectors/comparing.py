"""Two records side by side, fact by fact, with how each agrees: what a person judges by (A3.1)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from openmash.accounts.terms import Power
from openmash.core.refusals import NotHere
from openmash.core.viewers import Viewer
from openmash.matching.rules import Evidence, compare
from openmash.matching.terms import Band, Caution, Field
from openmash.people.rules import IdentifierFact, PersonFacts, spaced_nhs_number
from openmash.people.selectors import PersonShown, facts_of, people_shown
from openmash.people.terms import IdentifierScheme


@dataclass(frozen=True)
class FactCompared:
    """One fact as each record has it, and how the two agree."""

    evidence: Evidence
    told: list[str]
    known: list[str]

    @property
    def is_known(self) -> bool:
        """Say whether either record has this fact at all."""
        return bool(self.told or self.known)


@dataclass(frozen=True)
class Comparison:
    """Two records, every fact, and what calls for care."""

    told: PersonShown
    known: PersonShown
    facts: list[FactCompared]
    band: Band
    cautions: tuple[Caution, ...]

    @property
    def are_joined(self) -> bool:
        return self.told.identity_id == self.known.identity_id


def comparison(viewer: Viewer, told_id: UUID, known_id: UUID, *, on: date) -> Comparison:
    """Return two records compared, to somebody who may match both; or raise NotHere."""
    shown = people_shown(viewer, [told_id, known_id], on=on)
    told, known = shown.get(told_id), shown.get(known_id)
    if told is None or known is None or told_id == known_id or told.hub_id != known.hub_id:
        raise NotHere
    if not viewer.may(Power.MATCH_PEOPLE, told.hub_id):
        raise NotHere
    facts = facts_of([told_id, known_id])
    left, right = _showable(facts[told_id], told), _showable(facts[known_id], known)
    found = compare(left, right)
    return Comparison(
        told=told,
        known=known,
        facts=[
            FactCompared(each, _values(each, left, told), _values(each, right, known))
            for each in found.evidence
        ],
        band=found.band,
        cautions=found.cautions,
    )


def _showable(facts: PersonFacts, person: PersonShown) -> PersonFacts:
    """A protected place is neither shown nor hinted at by how it agrees."""
    return replace(facts, addresses=()) if person.address_protected else facts


def _values(evidence: Evidence, facts: PersonFacts, person: PersonShown) -> list[str]:
    if evidence.field is Field.ADDRESS and person.address_protected:
        return [person.address_words]
    if evidence.field is Field.IDENTIFIER:
        return _numbers(evidence, facts)
    if evidence.field is Field.BORN:
        return [person.born_words()] if person.born or person.expected_on else []
    return [each for each in dict.fromkeys(_READERS[evidence.field](facts)) if each]


def _numbers(evidence: Evidence, facts: PersonFacts) -> list[str]:
    """Return the numbers a piece of evidence compared, or all where there were no two of a kind."""
    of_a_kind = [_number(i) for i in facts.identifiers if i.scheme.label == evidence.label]
    return of_a_kind or [f"{i.scheme.label}: {_number(i)}" for i in facts.identifiers]


def _number(identifier: IdentifierFact) -> str:
    is_nhs = identifier.scheme is IdentifierScheme.NHS_NUMBER
    return spaced_nhs_number(identifier.value) if is_nhs else identifier.value


_READERS: dict[Field, Callable[[PersonFacts], list[str]]] = {
    Field.FORENAME: lambda facts: [each.given for each in facts.names],
    Field.SURNAME: lambda facts: [each.family for each in facts.names],
    Field.ADDRESS: lambda facts: [f"{a.line} {a.postcode}".strip() for a in facts.addresses],
    Field.PHONE: lambda facts: list(facts.phones),
    Field.EMAIL: lambda facts: list(facts.emails),
    Field.SEX: lambda facts: [facts.sex.label] if facts.sex else [],
}
