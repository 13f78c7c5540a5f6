"""Words for where a contact ends up, and the national counts each is mapped to (5.2, 5.14)."""

from openmash.core.words import Word


class ContactOutcome(Word):
    """The standard safeguarding data set's four outcomes of a contact (5.2)."""

    NO_FURTHER_ACTION = "No Further Action", "No further action"
    INFORMATION_AND_ADVICE = "Information and Advice", "Information and advice"
    EARLY_HELP = "EH Referral", "Early help referral"
    CHILD_IN_NEED = "CIN Referral", "Child in need referral"


class Disposal(Word):
    """The pan-London data set's three ways out of the hub (A12.1)."""

    UP = "up", "Stepped up to children's social care"
    ACROSS = "across", "Stepped across to early intervention, which a family may decline"
    SIGNPOSTED_NFA = "signposted_nfa", "Signposted, or no further action"
