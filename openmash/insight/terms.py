"""The words of the board: what a row waits for, and the order of rows."""

from openmash.core.words import Word


class Waiting(Word):
    """What has to happen next to a contact or a case, as the board's filter has it."""

    SCREENING = "screening", "Screening"
    SAFETY = "safety", "An adult's safety and wishes"
    ASKING = "asking", "The agencies to be asked"
    ANSWERS = "answers", "An agency's answer"
    DECISION = "decision", "A decision"
    REVIEW = "review", "A late answer to be read"
    ACCEPTANCE = "acceptance", "A team's acceptance"
    FEEDBACK = "feedback", "The referrer to be told"
    NOTHING = "nothing", "Nothing"


class Order(Word):
    """In what order the board's rows stand."""

    URGENCY = "urgency", "Rating, then time left"
    DUE = "due", "Time left"
    NEWEST = "newest", "Newest first"
    OLDEST = "oldest", "Oldest first"


class Held(Word):
    """Whose cases are shown."""

    ANYBODY = "", "Anybody"
    ME = "me", "Me"
    NOBODY = "nobody", "Nobody yet"


# What the footprints of the working file are called where people read who looked.
ACTS: dict[str, str] = {
    "board.read": "Saw them on the board",
    "case.read": "Read the case",
    "case.opened": "Opened the case",
    "case.contact_added": "Put a contact on the case",
    "case.moved": "Moved the case",
    "case.allocated": "Gave the case to somebody",
    "case.rated": "Rated the case",
    "case.recorded": "Wrote in the running record",
    "case.restricted": "Restricted the case",
    "case.restriction_lifted": "Lifted the restriction",
    "contact.read": "Read the contact",
    "contact.received": "Received the contact",
    "contact.screened": "Screened the contact",
    "information_requests.asked": "Asked an agency",
    "information_requests.responded": "Answered",
    "page.not_shown": "Was turned away",
    "page.refused": "Was refused",
    "people.found": "Found them in a search",
    "people.opened": "Read the person's page",
    "people.restricted": "Restricted who may know of them",
    "people.sealed_opened": "Opened a protected address",
    "sharing.decided": "Decided what may be shared",
    "sharing.disclosed": "Shared information",
    "task.finished": "Finished a task",
}
