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
    SECOND_READING = "second_reading", "A second person to agree"
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


class WaitsFor(Word):
    """Whose move it is before a time limit can be met (A6.1)."""

    AGENCY = "agency", "An agency's answer"
    TEAM = "team", "A team's acceptance"
    TASK = "task", "A task to be done"
    PERSON = "person", "Whoever has the case"
    NOBODY = "nobody", "Somebody to take it"


class Until(Word):
    """How far ahead to look."""

    SOON = "soon", "In the next four hours"
    TODAY = "today", "Today"
    TOMORROW = "tomorrow", "By the end of tomorrow"
    WEEK = "week", "In the next seven days"
