"""Roles a practitioner may hold in a hub, and the powers that go with them (requirements 2.2)."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a hub, in the field's words."""

    REFERRER = "referrer"
    AGENCY_LEAD = "agency_lead"
    CONTACT_OFFICER = "contact_officer"
    BUSINESS_SUPPORT = "business_support"
    RESEARCHER = "researcher"
    AGENCY_DECISION_MAKER = "agency_decision_maker"
    SOCIAL_WORKER = "social_worker"
    ADULT_PRACTITIONER = "adult_practitioner"
    DECISION_MAKER = "decision_maker"
    HUB_MANAGER = "hub_manager"
    OUT_OF_HOURS = "out_of_hours"
    RECEIVING_MANAGER = "receiving_manager"
    BOARD_MEMBER = "board_member"
    AUDITOR = "auditor"
    ANALYST = "analyst"
    IG_LEAD = "ig_lead"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        return ROLE_LABELS[self]

    @property
    def duty(self) -> str:
        return ROLE_DUTIES[self]


class Power(StrEnum):
    """One thing a role lets its holder do. A verb asks for a power, never for a role."""

    REFER = "refer"
    SEE_AGENCY_REFERRALS = "see_agency_referrals"
    RECORD_CONTACT = "record_contact"
    IMPORT_CONTACTS = "import_contacts"
    SEE_CASES = "see_cases"
    SEE_EVERY_RETURN = "see_every_return"
    MATCH_PEOPLE = "match_people"
    SCREEN = "screen"
    CLARIFY = "clarify"
    ALLOCATE = "allocate"
    KEEP_RECORD = "keep_record"
    DIRECT = "direct"
    RATE = "rate"
    RESTRICT = "restrict"
    ASK_AGENCIES = "ask_agencies"
    SHARE_WITHOUT_AGREEMENT = "share_without_agreement"
    ANSWER_REQUESTS = "answer_requests"
    GIVE_VIEW = "give_view"
    HOLD_DISCUSSION = "hold_discussion"
    DECIDE = "decide"
    HAND_OVER = "hand_over"
    RECEIVE_HANDOVER = "receive_handover"
    SEND_FEEDBACK = "send_feedback"
    SEE_WHO_LOOKED = "see_who_looked"
    SEE_FIGURES = "see_figures"
    SEE_WALLBOARD = "see_wallboard"
    PROPOSE_POLICY = "propose_policy"
    APPROVE_POLICY = "approve_policy"
    ADMINISTER = "administer"


ROLE_LABELS: dict[Role, str] = {
    Role.REFERRER: "professional referrer",
    Role.AGENCY_LEAD: "agency referrals lead",
    Role.CONTACT_OFFICER: "contact officer",
    Role.BUSINESS_SUPPORT: "business support",
    Role.RESEARCHER: "agency researcher",
    Role.AGENCY_DECISION_MAKER: "agency decision maker",
    Role.SOCIAL_WORKER: "social worker",
    Role.ADULT_PRACTITIONER: "adult safeguarding practitioner",
    Role.DECISION_MAKER: "hub decision maker",
    Role.HUB_MANAGER: "hub manager",
    Role.OUT_OF_HOURS: "out-of-hours worker",
    Role.RECEIVING_MANAGER: "receiving team manager",
    Role.BOARD_MEMBER: "board member",
    Role.AUDITOR: "quality auditor",
    Role.ANALYST: "analyst",
    Role.IG_LEAD: "information governance lead",
    Role.ADMINISTRATOR: "system administrator",
}

ROLE_DUTIES: dict[Role, str] = {
    Role.REFERRER: "Sends concerns and follows what became of them.",
    Role.AGENCY_LEAD: "Answers requests, gives the agency's view, sees its referrals.",
    Role.CONTACT_OFFICER: "Records contacts, asks agencies, sends feedback.",
    Role.BUSINESS_SUPPORT: "Records and imports contacts, takes minutes, sends feedback.",
    Role.RESEARCHER: "Answers the hub's requests for information.",
    Role.AGENCY_DECISION_MAKER: "Answers requests and gives the agency's view.",
    Role.SOCIAL_WORKER: "Screens contacts, rates cases, asks agencies, hands over.",
    Role.ADULT_PRACTITIONER: "Screens contacts about adults, rates cases, asks agencies.",
    Role.DECISION_MAKER: "Sees every reply, allocates, directs and decides; proposes policy.",
    Role.HUB_MANAGER: "Runs the hub: sees every reply, allocates, directs, decides, keeps policy.",
    Role.OUT_OF_HOURS: "Screens and acts when the hub is closed.",
    Role.RECEIVING_MANAGER: "Accepts or returns what is handed over to the team.",
    Role.BOARD_MEMBER: "Sees figures and approves the hub's policy; sees no case.",
    Role.AUDITOR: "Audits practice; sees figures, and no case.",
    Role.ANALYST: "Sees figures, and no case.",
    Role.IG_LEAD: "Sees who looked at what, and why.",
    Role.ADMINISTRATOR: "Keeps the system; sees no case.",
}

_FRONT_DESK = {
    Power.RECORD_CONTACT,
    Power.IMPORT_CONTACTS,
    Power.SEE_CASES,
    Power.MATCH_PEOPLE,
    Power.CLARIFY,
    Power.KEEP_RECORD,
    Power.SEE_WALLBOARD,
}
_SOCIAL_WORK = _FRONT_DESK | {
    Power.SCREEN,
    Power.RATE,
    Power.ASK_AGENCIES,
    Power.HOLD_DISCUSSION,
    Power.HAND_OVER,
    Power.SEND_FEEDBACK,
}
_DECIDING = _SOCIAL_WORK | {
    Power.SEE_EVERY_RETURN,
    Power.ALLOCATE,
    Power.DIRECT,
    Power.RESTRICT,
    Power.SHARE_WITHOUT_AGREEMENT,
    Power.GIVE_VIEW,
    Power.DECIDE,
    Power.SEE_WHO_LOOKED,
    Power.SEE_FIGURES,
}
_ANSWERING = {Power.REFER, Power.ANSWER_REQUESTS, Power.SEE_WALLBOARD}

POWERS: dict[Role, frozenset[Power]] = {
    Role.REFERRER: frozenset({Power.REFER}),
    Role.AGENCY_LEAD: frozenset(
        _ANSWERING | {Power.SEE_AGENCY_REFERRALS, Power.GIVE_VIEW, Power.RATE}
    ),
    Role.CONTACT_OFFICER: frozenset(_FRONT_DESK | {Power.ASK_AGENCIES, Power.SEND_FEEDBACK}),
    Role.BUSINESS_SUPPORT: frozenset(_FRONT_DESK | {Power.HOLD_DISCUSSION, Power.SEND_FEEDBACK}),
    Role.RESEARCHER: frozenset(_ANSWERING),
    Role.AGENCY_DECISION_MAKER: frozenset(_ANSWERING | {Power.GIVE_VIEW, Power.RATE}),
    Role.SOCIAL_WORKER: frozenset(_SOCIAL_WORK),
    Role.ADULT_PRACTITIONER: frozenset(_SOCIAL_WORK),
    Role.DECISION_MAKER: frozenset(_DECIDING | {Power.PROPOSE_POLICY}),
    Role.HUB_MANAGER: frozenset(_DECIDING | {Power.PROPOSE_POLICY, Power.APPROVE_POLICY}),
    Role.OUT_OF_HOURS: frozenset(_SOCIAL_WORK | {Power.SHARE_WITHOUT_AGREEMENT}),
    Role.RECEIVING_MANAGER: frozenset({Power.RECEIVE_HANDOVER, Power.REFER}),
    Role.BOARD_MEMBER: frozenset({Power.SEE_FIGURES, Power.APPROVE_POLICY}),
    Role.AUDITOR: frozenset({Power.SEE_FIGURES}),
    Role.ANALYST: frozenset({Power.SEE_FIGURES}),
    Role.IG_LEAD: frozenset({Power.SEE_WHO_LOOKED, Power.SEE_FIGURES}),
    Role.ADMINISTRATOR: frozenset({Power.ADMINISTER}),
}
