"""The verbs of accounts: founding, enrolling, signing in, and saying who asks."""

from openmash.accounts.services.choosing import choose_language, choose_preference
from openmash.accounts.services.context import act_as, acting_as, know_nobody, know_practitioner
from openmash.accounts.services.enrolling import (
    end_membership,
    enrol_practitioner,
    give_membership,
)
from openmash.accounts.services.founding import (
    add_team,
    found_hub,
    join_agency,
    note_policies_changed,
)
from openmash.accounts.services.knocking import PublicDoor, TooMany, count_knock
from openmash.accounts.services.referencing import (
    write_under_reference,
    write_under_references,
)
from openmash.accounts.services.sealing import keyring
from openmash.accounts.services.signing_in import (
    note_signed_in,
    note_signed_out,
    note_turned_away,
    seeing_every_hub,
)

__all__ = [
    "PublicDoor",
    "TooMany",
    "act_as",
    "acting_as",
    "add_team",
    "choose_language",
    "choose_preference",
    "count_knock",
    "end_membership",
    "enrol_practitioner",
    "found_hub",
    "give_membership",
    "join_agency",
    "keyring",
    "know_nobody",
    "know_practitioner",
    "note_policies_changed",
    "note_signed_in",
    "note_signed_out",
    "note_turned_away",
    "seeing_every_hub",
    "write_under_reference",
    "write_under_references",
]
