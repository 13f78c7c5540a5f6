"""Words for what people are to one another (A3, A4.2)."""

from enum import StrEnum


class RelationshipKind(StrEnum):
    """What the *other* person is to this one: `PARENT` reads "the other is this one's parent".

    The direction is that of the Data Standards for Social Care (the role the referenced person
    has for the subject). `PROFESSIONAL` and the two of alleged harm have no equal there.
    """

    PARENT = "parent"
    CHILD = "child"
    CARER = "carer"
    CARED_FOR = "cared_for"
    SIBLING = "sibling"
    HALF_SIBLING = "half_sibling"
    STEP_SIBLING = "step_sibling"
    STEP_PARENT = "step_parent"
    STEP_CHILD = "step_child"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    AUNT_OR_UNCLE = "aunt_or_uncle"
    NIECE_OR_NEPHEW = "niece_or_nephew"
    COUSIN = "cousin"
    PARTNER = "partner"
    FORMER_PARTNER = "former_partner"
    HOUSEHOLD = "household"
    ALLEGED_HARM = "alleged_harm"
    ALLEGED_HARMED = "alleged_harmed"
    PROFESSIONAL = "professional"
    WORKED_WITH = "worked_with"
    FRIEND = "friend"
    OTHER = "other"

    @property
    def label(self) -> str:
        return _RELATIONSHIP_LABELS[self]

    @property
    def inverse(self) -> "RelationshipKind":
        """Return what this one is to the other."""
        return _INVERSES.get(self, self)

    @property
    def is_symmetrical(self) -> bool:
        return self.inverse is self

    @property
    def is_family(self) -> bool:
        return self not in _NOT_FAMILY


_RELATIONSHIP_LABELS: dict[RelationshipKind, str] = {
    RelationshipKind.PARENT: "Parent",
    RelationshipKind.CHILD: "Child",
    RelationshipKind.CARER: "Carer",
    RelationshipKind.CARED_FOR: "Cared for by this person",
    RelationshipKind.SIBLING: "Brother or sister",
    RelationshipKind.HALF_SIBLING: "Half-brother or half-sister",
    RelationshipKind.STEP_SIBLING: "Step-brother or step-sister",
    RelationshipKind.STEP_PARENT: "Step-parent",
    RelationshipKind.STEP_CHILD: "Step-child",
    RelationshipKind.GRANDPARENT: "Grandparent",
    RelationshipKind.GRANDCHILD: "Grandchild",
    RelationshipKind.AUNT_OR_UNCLE: "Aunt or uncle",
    RelationshipKind.NIECE_OR_NEPHEW: "Niece or nephew",
    RelationshipKind.COUSIN: "Cousin",
    RelationshipKind.PARTNER: "Partner",
    RelationshipKind.FORMER_PARTNER: "Former partner",
    RelationshipKind.HOUSEHOLD: "Lives in the same household",
    RelationshipKind.ALLEGED_HARM: "Alleged to have caused harm to this person",
    RelationshipKind.ALLEGED_HARMED: "Alleged to have been harmed by this person",
    RelationshipKind.PROFESSIONAL: "Professional working with this person",
    RelationshipKind.WORKED_WITH: "Person this professional works with",
    RelationshipKind.FRIEND: "Friend or associate",
    RelationshipKind.OTHER: "Another tie",
}

_PAIRS: tuple[tuple[RelationshipKind, RelationshipKind], ...] = (
    (RelationshipKind.PARENT, RelationshipKind.CHILD),
    (RelationshipKind.CARER, RelationshipKind.CARED_FOR),
    (RelationshipKind.STEP_PARENT, RelationshipKind.STEP_CHILD),
    (RelationshipKind.GRANDPARENT, RelationshipKind.GRANDCHILD),
    (RelationshipKind.AUNT_OR_UNCLE, RelationshipKind.NIECE_OR_NEPHEW),
    (RelationshipKind.ALLEGED_HARM, RelationshipKind.ALLEGED_HARMED),
    (RelationshipKind.PROFESSIONAL, RelationshipKind.WORKED_WITH),
)

_INVERSES: dict[RelationshipKind, RelationshipKind] = {
    **dict(_PAIRS),
    **{second: first for first, second in _PAIRS},
}

_NOT_FAMILY = frozenset(
    {
        RelationshipKind.HOUSEHOLD,
        RelationshipKind.ALLEGED_HARM,
        RelationshipKind.ALLEGED_HARMED,
        RelationshipKind.PROFESSIONAL,
        RelationshipKind.WORKED_WITH,
        RelationshipKind.FRIEND,
        RelationshipKind.OTHER,
    }
)
