"""Words for agreement and for the lawful basis, which are separate questions (3.2, A14, 5.17)."""

from openmash.core.words import Word


class AgreementAnswer(Word):
    """What a person, or a parent, said to being referred or asked about (A14; blank is a task)."""

    GIVEN = "given", "Agreement given"
    REFUSED = "refused", "Agreement refused"
    NOT_SOUGHT = "not_sought", "Not sought"
    NOT_POSSIBLE = "not_possible", "Not possible to seek"
    WITHDRAWN = "withdrawn", "Withdrawn"
    NOT_STATED = "not_stated", "Not stated by the sender"


class NotSoughtReason(Word):
    """Why agreement was not sought (5.17)."""

    INCREASES_RISK = "increases_risk", "Seeking it increases the risk of significant harm"
    RISK_TO_ANOTHER = "risk_to_another", "Risk to another child or adult"
    PREJUDICES_CRIME = "prejudices_crime", "Would prejudice the investigation of a crime"
    UNDUE_DELAY = "undue_delay", "Would cause undue delay"
    UNSAFE_CONTACT = "unsafe_contact", "Whereabouts unknown, or no safe way to make contact"
    STATUTORY_DUTY = "statutory_duty", "A statutory duty applies whatever the answer"
    THIRD_PARTY_REPORT = "third_party_report", "Anonymous or third-party report"
    NO_PARENTAL_CONTACT = (
        "no_parental_contact",
        "Unborn, or no contact with anyone who has parental responsibility",
    )


class Article6(Word):
    """The lawful basis in article 6(1) of the UK GDPR, (ea) from 5 February 2026 (3.2)."""

    CONSENT = "a", "Consent, article 6(1)(a)"
    CONTRACT = "b", "Contract, article 6(1)(b)"
    LEGAL_OBLIGATION = "c", "Legal obligation, article 6(1)(c)"
    VITAL_INTERESTS = "d", "Vital interests, article 6(1)(d)"
    PUBLIC_TASK = "e", "Public task, article 6(1)(e)"
    RECOGNISED_LEGITIMATE_INTEREST = "ea", "Recognised legitimate interest, article 6(1)(ea)"
    LEGITIMATE_INTERESTS = "f", "Legitimate interests, article 6(1)(f)"


class Article9Condition(Word):
    """The condition for special category information: article 9 with Schedule 1 (3.2)."""

    SAFEGUARDING = "safeguarding", "Safeguarding, Schedule 1 paragraph 18"
    HEALTH_OR_SOCIAL_CARE = "health_or_social_care", "Health or social care, paragraph 2"
    STATUTORY_PURPOSE = "statutory_purpose", "Statutory and government purposes, paragraph 6"
    CRIME = "crime", "Preventing or detecting unlawful acts, paragraph 10"
    LAW_ENFORCEMENT = "law_enforcement", "Law enforcement, Part 3 and Schedule 8 paragraph 4"
    VITAL_INTERESTS = "vital_interests", "Vital interests, article 9(2)(c)"
    LEGAL_CLAIMS = "legal_claims", "Legal claims and courts, article 9(2)(f)"
    EXPLICIT_CONSENT = "explicit_consent", "Explicit consent, article 9(2)(a)"
    NONE_NEEDED = "none_needed", "No special category information is shared"


class Paragraph18Reason(Word):
    """Why paragraph 18 applies without consent: one of three must be so (3.2)."""

    CANNOT_BE_GIVEN = "cannot_be_given", "Consent cannot be given"
    NOT_REASONABLE = "not_reasonable", "It is not reasonable to be expected to obtain consent"
    WOULD_PREJUDICE = "would_prejudice", "Obtaining consent would prejudice the protection"


class WithheldReason(Word):
    """Why something held was not disclosed, recorded as carefully as a disclosure (A14.7)."""

    MORE_DETRIMENTAL = "more_detrimental", "More detrimental to the child than not disclosing"
    NOT_RELEVANT = "not_relevant", "Not relevant"
    NOT_HELD = "not_held", "Not held"
    LEGAL_PRIVILEGE = "legal_privilege", "Legal privilege"
    LIVE_OPERATION = "live_operation", "Live operation or case before a court"
    THIRD_PARTY = "third_party", "Confidence owed to a third party"
    NO_LAWFUL_BASIS = "no_lawful_basis", "No lawful basis"
    SEEK_ADVICE = "seek_advice", "Advice is being sought"
