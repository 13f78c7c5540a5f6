"""What a sender's word for somebody says they are to the child or adult of concern (A3)."""

from openmash.intake.terms import Part
from openmash.people.terms import RelationshipKind

TIES_IN_WORDS: dict[str, RelationshipKind] = {
    "mother": RelationshipKind.PARENT,
    "father": RelationshipKind.PARENT,
    "parent": RelationshipKind.PARENT,
    "mum": RelationshipKind.PARENT,
    "dad": RelationshipKind.PARENT,
    "step-parent": RelationshipKind.STEP_PARENT,
    "stepmother": RelationshipKind.STEP_PARENT,
    "stepfather": RelationshipKind.STEP_PARENT,
    "carer": RelationshipKind.CARER,
    "foster carer": RelationshipKind.CARER,
    "sibling": RelationshipKind.SIBLING,
    "brother": RelationshipKind.SIBLING,
    "sister": RelationshipKind.SIBLING,
    "half-sibling": RelationshipKind.HALF_SIBLING,
    "grandparent": RelationshipKind.GRANDPARENT,
    "grandmother": RelationshipKind.GRANDPARENT,
    "grandfather": RelationshipKind.GRANDPARENT,
    "aunt": RelationshipKind.AUNT_OR_UNCLE,
    "uncle": RelationshipKind.AUNT_OR_UNCLE,
    "partner": RelationshipKind.PARTNER,
    "husband": RelationshipKind.PARTNER,
    "wife": RelationshipKind.PARTNER,
    "ex-partner": RelationshipKind.FORMER_PARTNER,
    "former partner": RelationshipKind.FORMER_PARTNER,
    "friend": RelationshipKind.FRIEND,
}
TIES_BY_PART: dict[Part, RelationshipKind] = {
    Part.PARENT_CARER: RelationshipKind.PARENT,
    Part.SIBLING: RelationshipKind.SIBLING,
    Part.HOUSEHOLD: RelationshipKind.HOUSEHOLD,
    Part.ALLEGED_HARM: RelationshipKind.ALLEGED_HARM,
    Part.PROFESSIONAL: RelationshipKind.PROFESSIONAL,
    Part.OTHER: RelationshipKind.OTHER,
}


def tie_of(concern: Part, other: Part, as_told: str) -> RelationshipKind | None:
    """Return what `other` is to the one of concern, or None where nothing was said of it.

    Somebody alleged to have caused harm is that first, whatever else they are; a word we know
    comes next; then the part they play. An adult of concern has carers, never parents.
    """
    if other is Part.ALLEGED_HARM:
        return RelationshipKind.ALLEGED_HARM
    if other.is_concern:
        return _between_concerns(concern, other)
    said = TIES_IN_WORDS.get(as_told.strip().casefold())
    if said:
        return said
    if other is Part.PARENT_CARER and concern is Part.ADULT_OF_CONCERN:
        return RelationshipKind.CARER
    return TIES_BY_PART[other]


def _between_concerns(concern: Part, other: Part) -> RelationshipKind:
    """Two of concern in one telling: children are held to be siblings, others one household."""
    both_children = concern is other is Part.CHILD_OF_CONCERN
    return RelationshipKind.SIBLING if both_children else RelationshipKind.HOUSEHOLD
