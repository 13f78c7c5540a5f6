"""Every way two facts can agree, in words. Weights are numbers for these and nothing else."""

from openmash.matching.terms import Agreement, Field

Level = str
NOT_KNOWN: Level = "not_known"

_SAME, _CLOSE, _DIFFERENT = Agreement.SAME, Agreement.CLOSE, Agreement.DIFFERENT
_UNKNOWN = {NOT_KNOWN: (Agreement.NOT_KNOWN, "not known on one side")}
_OTHER_SCRIPT = {"other_script": (Agreement.NOT_KNOWN, "in different scripts")}

LEVELS: dict[Field, dict[Level, tuple[Agreement, str]]] = {
    Field.IDENTIFIER: {
        "same": (_SAME, "the same"),
        "nearly": (_CLOSE, "one character differs"),
        "different": (_DIFFERENT, "different"),
        "another": (_DIFFERENT, "different, but one person may have several"),
        **_UNKNOWN,
    },
    Field.FORENAME: {
        "same": (_SAME, "the same"),
        "form": (_CLOSE, "a short form or another spelling of one name"),
        "nearly": (_CLOSE, "nearly the same, or sounds alike"),
        "first_only": (_CLOSE, "the same first name, with another second name"),
        "initial": (_CLOSE, "agrees with an initial"),
        "middle": (_CLOSE, "the middle name of one is the forename of the other"),
        "swapped": (_CLOSE, "written where the other has the surname"),
        "different": (_DIFFERENT, "different"),
        **_OTHER_SCRIPT,
        **_UNKNOWN,
    },
    Field.SURNAME: {
        "same": (_SAME, "the same"),
        "part": (_CLOSE, "one part of a double name is the same"),
        "nearly": (_CLOSE, "nearly the same, or sounds alike"),
        "swapped": (_CLOSE, "written where the other has the forename"),
        "different": (_DIFFERENT, "different"),
        **_OTHER_SCRIPT,
        **_UNKNOWN,
    },
    Field.BORN: {
        "same": (_SAME, "the same day"),
        "swapped": (_CLOSE, "the same with day and month swapped"),
        "near": (_CLOSE, "one figure differs"),
        "month": (_CLOSE, "the same month and year; one has no day"),
        "year": (_CLOSE, "the same year; no more is sure"),
        "about": (_CLOSE, "about the same year"),
        "two_parts": (_CLOSE, "two of day, month and year agree"),
        "due": (_SAME, "due the same day"),
        "near_due": (_CLOSE, "born or due within five weeks of the other's due date"),
        "other_day": (_DIFFERENT, "the same year, another day"),
        "different": (_DIFFERENT, "different"),
        **_UNKNOWN,
    },
    Field.ADDRESS: {
        "same": (_SAME, "the same"),
        "postcode": (_CLOSE, "the same postcode"),
        "nearly": (_CLOSE, "nearly the same postcode, the same building"),
        "line": (_CLOSE, "the same first line"),
        "area": (_CLOSE, "the same postcode district"),
        "shared": (_CLOSE, "the same, but shared by several families"),
        "different": (_DIFFERENT, "different"),
        **_UNKNOWN,
    },
    Field.PHONE: {
        "same": (_SAME, "the same (families share telephones)"),
        "different": (_DIFFERENT, "different"),
        **_UNKNOWN,
    },
    Field.EMAIL: {
        "same": (_SAME, "the same"),
        "different": (_DIFFERENT, "different"),
        **_UNKNOWN,
    },
    Field.SEX: {
        "same": (_SAME, "the same (shown, not weighed)"),
        "different": (_DIFFERENT, "different (shown, not weighed)"),
        **_UNKNOWN,
    },
}
