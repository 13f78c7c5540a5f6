"""The words matching is written in: how facts agree, what that suggests, what people judged."""

from enum import StrEnum


class Agreement(StrEnum):
    """How one fact of two records agrees. Not known is no evidence either way (A3.1)."""

    SAME = "same"
    CLOSE = "close"
    DIFFERENT = "different"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        return _AGREEMENT_LABELS[self]


_AGREEMENT_LABELS: dict[Agreement, str] = {
    Agreement.SAME: "The same",
    Agreement.CLOSE: "Close",
    Agreement.DIFFERENT: "Different",
    Agreement.NOT_KNOWN: "Not known",
}


class Field(StrEnum):
    """The facts that are compared. Sex is shown and never decides."""

    IDENTIFIER = "identifier"
    FORENAME = "forename"
    SURNAME = "surname"
    BORN = "born"
    ADDRESS = "address"
    PHONE = "phone"
    EMAIL = "email"
    SEX = "sex"

    @property
    def label(self) -> str:
        return _FIELD_LABELS[self]


_FIELD_LABELS: dict[Field, str] = {
    Field.IDENTIFIER: "Identifier",
    Field.FORENAME: "Forename",
    Field.SURNAME: "Surname",
    Field.BORN: "Date of birth",
    Field.ADDRESS: "Address",
    Field.PHONE: "Telephone",
    Field.EMAIL: "E-mail",
    Field.SEX: "Sex",
}


class Band(StrEnum):
    """What the evidence suggests. A person decides, whichever it is."""

    SAME = "same"
    LOOK = "look"
    DIFFERENT = "different"

    @property
    def label(self) -> str:
        return _BAND_LABELS[self]


_BAND_LABELS: dict[Band, str] = {
    Band.SAME: "Looks like the same person",
    Band.LOOK: "Might be the same person: look closely",
    Band.DIFFERENT: "Looks like a different person",
}


class Caution(StrEnum):
    """Why two records that agree may still be two people; the first seven forbid pre-selecting."""

    TWINS = "twins"
    GENERATIONS = "generations"
    NAMESAKES = "namesakes"
    NUMBERS_DIFFER = "numbers_differ"
    NUMBER_ALONE = "number_alone"
    NO_FORENAME = "no_forename"
    NO_BIRTH = "no_birth"
    NEARLY_TWINS = "nearly_twins"
    FILLER_BIRTH = "filler_birth"
    SHARED_PLACE = "shared_place"
    OTHER_SCRIPT = "other_script"

    @property
    def label(self) -> str:
        return _CAUTION_LABELS[self]

    @property
    def forbids_same(self) -> bool:
        return self in _FORBIDS_SAME


_CAUTION_LABELS: dict[Caution, str] = {
    Caution.TWINS: "May be twins or siblings: born the same day, but the forename is another.",
    Caution.GENERATIONS: "May be parent and child, or other relatives, who share a name.",
    Caution.NAMESAKES: (
        "May be two people of one name: the dates of birth are different. "
        "Some families share names and addresses."
    ),
    Caution.NUMBERS_DIFFER: "Each has a number of their own, and the numbers are different.",
    Caution.NUMBER_ALONE: (
        "The number is the same and the person does not look it. One may be written down wrongly."
    ),
    Caution.NO_FORENAME: "No forename to compare: may be another member of the family.",
    Caution.NO_BIRTH: "Too little of a date of birth to compare: may be another of the name.",
    Caution.NEARLY_TWINS: "The forenames are not quite the same: check that they are not twins.",
    Caution.FILLER_BIRTH: "1 January is often written when the date of birth is not known.",
    Caution.SHARED_PLACE: "Several families live at this address, so it says little.",
    Caution.OTHER_SCRIPT: "The names are in different scripts: compare them by eye.",
}

_FORBIDS_SAME = frozenset(
    {
        Caution.TWINS,
        Caution.GENERATIONS,
        Caution.NAMESAKES,
        Caution.NUMBERS_DIFFER,
        Caution.NUMBER_ALONE,
        Caution.NO_FORENAME,
        Caution.NO_BIRTH,
    }
)


class Verdict(StrEnum):
    """What a practitioner judged of a pair; the latest of the pair stands."""

    SAME = "same"
    APART = "apart"

    @property
    def label(self) -> str:
        return "The same person" if self is Verdict.SAME else "Kept apart"
