"""The door table: whom each page of the site opens for, on the story's records (house, idiom 12).

A door opens for those it names, with the status they get. Everybody else who has signed in is told
that there is nothing here (404: hidden and absent look the same), and a stranger is led to the
sign-in page (302), unless the door says otherwise. Adding a page means adding its name here.
"""

from dataclasses import dataclass

from tests.cast import PEOPLE

Names = frozenset[str]


@dataclass(frozen=True)
class Door:
    """One way in: the method, and whom it answers with which status."""

    method: str
    opens: dict[int, Names]
    others: int = 404
    stranger: int = 302

    def status_for(self, who: str) -> int:
        for status, names in self.opens.items():
            if who in names:
                return status
        return self.stranger if who == NOBODY else self.others


def names(text: str) -> Names:
    return frozenset(text.split())


NOBODY = "nobody"
NOOR = names("noor")  # decides in the hub next door
EVERYONE = names(" ".join(PEOPLE)) | NOOR
ANYBODY = EVERYONE | {NOBODY}
HUB = names("sam bo fay fern abel priya owen maya")
SOCIAL_WORK = names("fay fern abel priya owen maya")
ASKING = SOCIAL_WORK | names("sam")
DECIDING = names("priya owen maya")
POLICE = names("tom pia")
HEALTH = names("amira lena")
AGENCIES = POLICE | HEALTH | names("eve joe hana dee ines")
AGENCY_LEADS = names("tom lena")
WHO_LOOKED = DECIDING | names("gwen")
FIGURES = WHO_LOOKED | names("kit ravi bea")
POLICY = DECIDING | names("bea")
NO_ONE: Names = frozenset()


def get(who: Names, status: int = 200, **otherwise: int) -> Door:
    return Door("get", {status: who}, **otherwise)


def post(*, stranger: int = 302, others: int = 404, **opens: Names) -> Door:
    """Return a door that opens to a press only: `post(s302=DECIDING, s409=HUB - DECIDING)`."""
    statuses = {int(status[1:]): who for status, who in opens.items()}
    return Door("post", statuses, others=others, stranger=stranger)


TABLE: list[tuple[Door, str]] = [
    # Signing in, out, and the second step
    (get(names(NOBODY), others=302), "account_login"),
    (get(EVERYONE), "account_logout"),
    (get(EVERYONE), "account_set_password mfa_index mfa_activate_totp mfa_list_webauthn"),
    (get(EVERYONE), "mfa_add_webauthn mfa_generate_recovery_codes"),
    (get(EVERYONE, 302), "account_change_password mfa_authenticate"),  # the cast has no password
    (get(EVERYONE, 403), "account_reauthenticate mfa_reauthenticate mfa_reauthenticate_webauthn"),
    (get(NO_ONE), "mfa_deactivate_totp mfa_edit_webauthn mfa_remove_webauthn"),
    (get(NO_ONE), "mfa_view_recovery_codes mfa_download_recovery_codes"),
    (post(stranger=404), "accounts:enter"),
    # The hub's policy
    (get(HUB | FIGURES | AGENCIES | NOOR), "governance:policy governance:compare"),
    (get(DECIDING | NOOR), "governance:change"),
    (get(NO_ONE), "governance:change_draft"),  # it has been sent
    (get(POLICY), "governance:proposal insight:policy_preview"),
    (post(s200=POLICY), "governance:answer"),
    # Oneself, and the shell
    (get(EVERYONE), "accounts:profile"),
    (post(), "accounts:work_in"),
    (get(EVERYONE, 302), "web:home"),
    (get(ANYBODY, 302), "web:go"),
    (get(ANYBODY), "web:shortcuts web:accessibility web:privacy"),
    (post(s409=EVERYONE), "web:language"),
    (get(NO_ONE, stranger=404), "web:style"),
    # People: the hub's own workers
    (get(HUB | NOOR), "people:search"),
    (get(HUB), "people:person people:protect matching:person matching:compare"),
    (get(SOCIAL_WORK), "people:sealed"),
    (post(s302=HUB), "matching:suggest chronology:mark"),
    (post(s200=HUB), "matching:answer"),
    (get(HUB), "chronology:person chronology:family chronology:add"),
    # What arrived
    (get(HUB | NOOR), "intake:triage intake:imports intake:record intake:new_call"),
    (get(HUB), "intake:contact intake:import_batch intake:refused_row"),
    (get(SOCIAL_WORK), "intake:cancel intake:screen intake:adult intake:referrer"),
    (get(names("sam")), "intake:call"),  # each their own drafts
    (post(s200=HUB), "intake:ask intake:set_aside"),
    (post(s302=HUB), "intake:attach"),
    # Sending a concern, and what became of it: each their own
    (get(ANYBODY), "public_concern public_resume"),
    (get(AGENCIES | names("lee rosa")), "intake:refer"),
    (get(HUB | AGENCIES | NOOR | names("lee rosa")), "intake:mine"),
    (get(names("lee")), "intake:referral intake:receipt pathways:status"),
    (get(HUB | names("lee")), "intake:attachment intake:original intake:answer"),
    (post(s204=names("lee")), "intake:draft"),
    (post(s302=names("lee")), "intake:discard"),
    # The working file
    (get(SOCIAL_WORK), "cases:open"),
    (post(s409=SOCIAL_WORK), "cases:join"),
    (get(HUB | NOOR), "cases:tasks"),
    (get(HUB), "cases:move cases:record cases:conversation cases:correct"),
    (get(HUB), "cases:clocks cases:why_late"),
    (post(s409=HUB), "cases:turn_clock"),
    (get(SOCIAL_WORK | AGENCY_LEADS), "cases:rate"),
    (get(DECIDING), "cases:allocate cases:restrict"),
    (post(s302=DECIDING, s409=HUB - DECIDING), "cases:take"),
    (post(s409=DECIDING), "cases:lift"),
    (post(s302=HUB), "cases:finish_task"),
    # Sharing and asking
    (get(ASKING), "sharing:decide information_requests:ask"),
    (get(HUB), "sharing:register"),
    (post(s409=ASKING), "information_requests:ask_now"),
    (post(s302=ASKING), "information_requests:chase information_requests:withdraw"),
    (get(HUB | HEALTH), "information_requests:request"),
    # Answering: each agency what it was asked, and what it answered
    (get(AGENCIES), "information_requests:desk"),
    (post(s302=AGENCIES), "information_requests:nil"),
    (get(HEALTH), "information_requests:answer"),
    (get(POLICE), "information_requests:correct"),
    (get(DECIDING | POLICE), "information_requests:recode"),
    (get(NO_ONE), "information_requests:spoken"),  # nothing in the story must be spoken of
    # Deciding together
    (get(HUB | POLICE), "decisions:decision"),
    (get(DECIDING), "decisions:decide decisions:reopen"),
    (post(s204=DECIDING), "decisions:draft"),
    (get(DECIDING | AGENCY_LEADS), "decisions:view"),
    (get(SOCIAL_WORK | names("bo")), "decisions:discussion"),
    # Handing over and answering back
    (get(SOCIAL_WORK | NOOR | names("rosa")), "pathways:handovers"),
    (get(SOCIAL_WORK), "pathways:hand_over pathways:close"),
    (get(HUB | names("rosa")), "pathways:handover"),
    (get(HUB | NOOR), "pathways:feedback"),
    (get(HUB), "pathways:answer"),
    # Across the rooms
    (get(HUB | NOOR), "insight:board insight:board_rows insight:my_work"),
    (get(HUB), "insight:story insight:chronology insight:already"),
    (get(HUB | NOOR), "insight:coming_due"),
    (get(HUB | POLICE | HEALTH), "insight:case"),
    (get(HUB | AGENCIES | NOOR), "insight:wall insight:wall_rows"),
    (get(FIGURES | NOOR), "insight:figures"),
    (get(WHO_LOOKED | NOOR), "assurance:looks"),
]
DOORS: dict[str, Door] = {route: door for door, routes in TABLE for route in routes.split()}
