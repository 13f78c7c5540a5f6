"""Words for a person: sex, names, ethnicity, and the keys they are found by."""

from enum import StrEnum


class Sex(StrEnum):
    """As the child in need census has it from 2024-25, and `NOT_KNOWN` for a gap in ours (5.13)."""

    MALE = "M"
    FEMALE = "F"
    UNBORN = "U"
    NOT_KNOWN = ""

    @property
    def label(self) -> str:
        return _SEX_LABELS[self]

    @property
    def census_code(self) -> str:
        """Return M, F or U, the only three the census accepts."""
        return "U" if self is Sex.NOT_KNOWN else self.value


_SEX_LABELS: dict[Sex, str] = {
    Sex.MALE: "Male",
    Sex.FEMALE: "Female",
    Sex.UNBORN: "Unborn",
    Sex.NOT_KNOWN: "Not known",
}


class NameUse(StrEnum):
    """What a name is to the person who bears it; several may be true at once."""

    USUAL = "usual"
    OFFICIAL = "official"
    ALIAS = "alias"
    NICKNAME = "nickname"
    OLD = "old"
    MAIDEN = "maiden"
    AS_TOLD = "as_told"

    @property
    def label(self) -> str:
        return _NAME_USE_LABELS[self]


_NAME_USE_LABELS: dict[NameUse, str] = {
    NameUse.USUAL: "Usual name",
    NameUse.OFFICIAL: "Registered name",
    NameUse.ALIAS: "Also known as",
    NameUse.NICKNAME: "Nickname",
    NameUse.OLD: "Former or mistaken name",
    NameUse.MAIDEN: "Name before marriage",
    NameUse.AS_TOLD: "As the sender wrote it",
}


class Ethnicity(StrEnum):
    """As children's services record it; from the person or a parent, never guessed (5.12, A3.5)."""

    WBRI = "WBRI"
    WIRI = "WIRI"
    WIRT = "WIRT"
    WROM = "WROM"
    WOTH = "WOTH"
    MWBC = "MWBC"
    MWBA = "MWBA"
    MWAS = "MWAS"
    MOTH = "MOTH"
    AIND = "AIND"
    APKN = "APKN"
    ABAN = "ABAN"
    CHNE = "CHNE"
    AOTH = "AOTH"
    BCRB = "BCRB"
    BAFR = "BAFR"
    BOTH = "BOTH"
    OOTH = "OOTH"
    REFU = "REFU"
    NOBT = "NOBT"

    @property
    def label(self) -> str:
        return _ETHNICITY_LABELS[self]


_ETHNICITY_LABELS: dict[Ethnicity, str] = {
    Ethnicity.WBRI: "White British",
    Ethnicity.WIRI: "White Irish",
    Ethnicity.WIRT: "Traveller of Irish heritage",
    Ethnicity.WROM: "Gypsy or Roma",
    Ethnicity.WOTH: "Any other White background",
    Ethnicity.MWBC: "White and Black Caribbean",
    Ethnicity.MWBA: "White and Black African",
    Ethnicity.MWAS: "White and Asian",
    Ethnicity.MOTH: "Any other mixed background",
    Ethnicity.AIND: "Indian",
    Ethnicity.APKN: "Pakistani",
    Ethnicity.ABAN: "Bangladeshi",
    Ethnicity.CHNE: "Chinese",
    Ethnicity.AOTH: "Any other Asian background",
    Ethnicity.BCRB: "Black Caribbean",
    Ethnicity.BAFR: "Black African",
    Ethnicity.BOTH: "Any other Black background",
    Ethnicity.OOTH: "Any other ethnic group",
    Ethnicity.REFU: "Refused",
    Ethnicity.NOBT: "Information not yet obtained",
}


class KeyKind(StrEnum):
    """What a stored key is for: *search* answers typing, *match* answers "is this one person?"."""

    SEARCH = "search"
    MATCH = "match"
