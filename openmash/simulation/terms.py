"""The demonstration's cast: sign-in names that are promises, and what each is."""

from dataclasses import dataclass

from openmash.accounts.terms import Role
from openmash.governance.terms import AgencyKind


@dataclass(frozen=True)
class CastMember:
    """One person of the cast; in a hub without their kind of agency they are absent.

    `agency_code` says which of several agencies of the kind, in the policy's code for it.
    """

    username: str
    name: str
    agency: AgencyKind
    roles: tuple[Role, ...]
    job_title: str
    registration: str = ""
    leads_team: bool = False
    agency_code: str = ""


CAST: tuple[CastMember, ...] = (
    CastMember("sam", "Sam Okafor", AgencyKind.CSC, (Role.CONTACT_OFFICER,), "Contact officer"),
    CastMember(
        "bo",
        "Bo Lindqvist",
        AgencyKind.CSC,
        (Role.BUSINESS_SUPPORT, Role.RESEARCHER),
        "Business support",
    ),
    CastMember(
        "fay", "Fay Morgan", AgencyKind.CSC, (Role.SOCIAL_WORKER,), "Social worker", "SW104201"
    ),
    CastMember(
        "priya",
        "Priya Raman",
        AgencyKind.CSC,
        (Role.DECISION_MAKER,),
        "Hub team manager",
        "SW100117",
    ),
    CastMember("maya", "Maya Lund", AgencyKind.CSC, (Role.HUB_MANAGER,), "Hub manager", "SW100093"),
    CastMember(
        "abel",
        "Abel Stone",
        AgencyKind.CSC,
        (Role.OUT_OF_HOURS,),
        "Out-of-hours social worker",
        "SW103380",
    ),
    CastMember(
        "rosa",
        "Rosa Quinn",
        AgencyKind.CSC,
        (Role.RECEIVING_MANAGER,),
        "Assessment team manager",
        "SW101244",
        leads_team=True,
    ),
    CastMember(
        "owen",
        "Owen Pryce",
        AgencyKind.ASC,
        (Role.DECISION_MAKER,),
        "Adult safeguarding lead",
        "SW102218",
    ),
    CastMember(
        "fern",
        "Fern Castle",
        AgencyKind.ASC,
        (Role.ADULT_PRACTITIONER, Role.RESEARCHER, Role.RECEIVING_MANAGER),
        "Adult social worker",
        "SW105532",
        leads_team=True,
    ),
    CastMember(
        "tom",
        "Tom Hale",
        AgencyKind.POLICE,
        (Role.AGENCY_DECISION_MAKER,),
        "Detective sergeant",
    ),
    CastMember("pia", "Pia Novak", AgencyKind.POLICE, (Role.RESEARCHER,), "Police researcher"),
    CastMember("lena", "Lena Fox", AgencyKind.HEALTH, (Role.AGENCY_LEAD,), "Named nurse"),
    CastMember("amira", "Amira Haddad", AgencyKind.HEALTH, (Role.RESEARCHER,), "Health navigator"),
    CastMember("eve", "Eve Marsh", AgencyKind.EDUCATION, (Role.RESEARCHER,), "Education officer"),
    CastMember("joe", "Joe Bright", AgencyKind.PROBATION, (Role.RESEARCHER,), "Probation officer"),
    CastMember("hana", "Hana Doyle", AgencyKind.HOUSING, (Role.RESEARCHER,), "Housing officer"),
    CastMember(
        "dee",
        "Dee Cole",
        AgencyKind.EARLY_HELP,
        (Role.RESEARCHER, Role.RECEIVING_MANAGER),
        "Family help coordinator",
        leads_team=True,
    ),
    CastMember(
        "ines",
        "Ines Duarte",
        AgencyKind.DA_SERVICE,
        (Role.AGENCY_DECISION_MAKER, Role.RECEIVING_MANAGER),
        "Domestic abuse adviser",
        leads_team=True,
    ),
    CastMember("yan", "Yan Petrov", AgencyKind.YJS, (Role.RESEARCHER,), "Youth justice officer"),
    CastMember(
        "suki", "Suki Rao", AgencyKind.SUBSTANCE_MISUSE, (Role.RESEARCHER,), "Recovery worker"
    ),
    CastMember("cara", "Cara Lindley", AgencyKind.CAMHS, (Role.RESEARCHER,), "Mental health nurse"),
    CastMember(
        "colm",
        "Colm Doherty",
        AgencyKind.COMMUNITY_SAFETY,
        (Role.RESEARCHER,),
        "Community safety officer",
    ),
    CastMember(
        "nell",
        "Nell Osei",
        AgencyKind.ADULT_MENTAL_HEALTH,
        (Role.RESEARCHER,),
        "Mental health nurse",
    ),
    CastMember("ivy", "Ivy Hart", AgencyKind.ISVA, (Role.RESEARCHER,), "Sexual violence adviser"),
    CastMember("flo", "Flo Baines", AgencyKind.FIRE, (Role.RESEARCHER,), "Home safety officer"),
    CastMember("gus", "Gus Ferry", AgencyKind.AMBULANCE, (Role.RESEARCHER,), "Paramedic lead"),
    CastMember("vera", "Vera Nash", AgencyKind.VCSE, (Role.RESEARCHER,), "Voluntary sector lead"),
    CastMember(
        "otto",
        "Otto Lang",
        AgencyKind.LADO,
        (Role.RESEARCHER, Role.RECEIVING_MANAGER),
        "Designated officer",
        leads_team=True,
    ),
    CastMember("cass", "Cass Whitlock", AgencyKind.CAFCASS, (Role.RESEARCHER,), "Court adviser"),
    CastMember(
        "lee", "Lee Ashworth", AgencyKind.SCHOOL, (Role.REFERRER,), "Designated safeguarding lead"
    ),
    CastMember("kit", "Kit Barlow", AgencyKind.CSC, (Role.AUDITOR,), "Quality auditor"),
    CastMember("ravi", "Ravi Desai", AgencyKind.CSC, (Role.ANALYST,), "Analyst"),
    CastMember("gwen", "Gwen Parry", AgencyKind.CSC, (Role.IG_LEAD,), "Information governance"),
    CastMember("bea", "Bea Holt", AgencyKind.CSC, (Role.BOARD_MEMBER,), "Partnership board member"),
    CastMember("root", "Robin Ott", AgencyKind.CSC, (Role.ADMINISTRATOR,), "System administrator"),
)
ELSEWHERE = CastMember(
    "noor", "Noor Siddiqui", AgencyKind.CSC, (Role.DECISION_MAKER,), "Hub team manager", "SW100900"
)
# For each further agency of a kind the hub has already, in order: another borough, another trust.
FURTHER_CAST = ("Ada Moss", "Ben Shaw", "Cleo Reid", "Dev Anand", "Elin Rhys", "Finn Daly")
RESEARCHES = (Role.RESEARCHER,)
FURTHER_ROLES = {
    AgencyKind.CSC: (Role.RESEARCHER, Role.RECEIVING_MANAGER),
    AgencyKind.ASC: (Role.RESEARCHER, Role.RECEIVING_MANAGER),
}
SCHOOL = "Witton Park School"
SYSTEMS = {
    AgencyKind.CSC: "Liquidlogic",
    AgencyKind.ASC: "Mosaic",
    AgencyKind.EARLY_HELP: "Eclipse",
}
TEAMS = {
    AgencyKind.CSC: "Assessment Team",
    AgencyKind.ASC: "Adult Safeguarding Team",
    AgencyKind.EARLY_HELP: "Family Help",
    AgencyKind.DA_SERVICE: "Domestic Abuse Service",
    AgencyKind.LADO: "Designated Officer",
}
