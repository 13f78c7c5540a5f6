"""Words for what hubs choose differently: who sees, what is asked, how they meet, what is kept."""

from openmash.core.words import Word


class AgencySight(Word):
    """How much of a case an agency of the hub sees, beside what it supplied (A8.3)."""

    FULL = "full", "What the hub's visibility lets a member see"
    PARTIAL = "partial", "Only what it supplied and what it is shown"
    VIEW_ONLY = "view_only", "Sees what a member sees, and is not asked"


class Question(Word):
    """A question of the professional form that a hub may leave out; the rest always stand (A2)."""

    HAPPENED_ON = "happened_on", "The day it happened"
    PLACE = "place", "Where it happened"
    OPINION = "opinion", "What the sender makes of it"
    DONE_SO_FAR = "done_so_far", "What has been done so far"
    LAST_SEEN = "last_seen", "When they were last seen"
    LEVEL = "level", "Level of need, in the sender's view"
    SIGNS = "signs", "Signs the sender recognises"
    PAPERS = "papers", "Papers"


class MeetingMode(Word):
    """How a meeting is attended (A10.4)."""

    IN_PERSON = "in_person", "In person"
    VIDEO = "video", "By video"
    PHONE = "phone", "By telephone"


class Zone(Word):
    """The three zones a record belongs to, kept for different times (A8.1, A8.7)."""

    REFERRAL = "referral", "What the referrer and the hub share"
    HUB = "hub", "The hub's own working record"
    OPERATIONAL = "operational", "What was released, and the outcome"
