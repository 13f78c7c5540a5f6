"""Words for asking a partner what it holds, and for what it answers (A7)."""

from openmash.core.words import Word


class RequestState(Word):
    """Where a request has got to."""

    OPEN = "open", "Waiting for the answer"
    ANSWERED = "answered", "Answered"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Answer(Word):
    """What an agency says about one person it was asked about (A7)."""

    KNOWN = "known", "Known"
    KNOWN_HISTORIC = "known_historic", "Known before"
    NOT_KNOWN = "not_known", "Not known"
    NO_TRACE = "no_trace", "Looked, no trace"
    CANNOT_DISCLOSE = "cannot_disclose", "Cannot disclose"

    @property
    def is_nil(self) -> bool:
        """Say whether this is a nil return (A7.2)."""
        return self in (Answer.NOT_KNOWN, Answer.NO_TRACE)

    @property
    def carries_items(self) -> bool:
        return self in (Answer.KNOWN, Answer.KNOWN_HISTORIC)


class AgencyAnswer(Word):
    """Where one agency stands on a case, as the board shows it."""

    ANSWERED = "answered", "Answered"
    WAITING = "waiting", "Waiting"
    LATE = "late", "Waiting, past its time"
    NIL = "nil", "Nothing known"
    REFUSED = "refused", "Refused, with a reason"


MUST_SPEAK = "must_speak"
LATE_RETURN = "late_return"
REQUEST_OVERDUE = "request_overdue"
RETURN_ITEM = "return_item"
FORM_OF_WORDS = "form_of_words"

USUAL_QUESTION = (
    "Is each person named known to you? What do you hold that bears on their safety or welfare?"
)
