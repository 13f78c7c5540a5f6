"""Reading what was asked and answered. Nothing reaches a request or a return but through here."""

from openmash.information_requests.selectors.asking import (
    AgencyToAsk,
    AskOptions,
    PersonToAskAbout,
    ask_options,
    due_for,
    people_to_ask_about,
    waiting_about,
)
from openmash.information_requests.selectors.desk import (
    Desk,
    DeskAnswer,
    DeskFilters,
    DeskLine,
    desk_line,
    desk_lines,
    may_be_named,
    persons_left,
    requests_for_desk,
)
from openmash.information_requests.selectors.gate import (
    may_answer,
    request_by_id,
    request_for,
    requests_to_answer,
    requests_visible_to,
)
from openmash.information_requests.selectors.requests import requests_on
from openmash.information_requests.selectors.returns import (
    item_by_id,
    return_by_id,
    returns_in,
    returns_of_request,
    returns_on,
)
from openmash.information_requests.selectors.shown import FormShown, ItemShown, ReturnShown
from openmash.information_requests.selectors.states import (
    AgencyState,
    MustSpeak,
    agencies_state,
    must_speak_open,
    outstanding_on,
)

__all__ = [
    "AgencyState",
    "AgencyToAsk",
    "AskOptions",
    "Desk",
    "DeskAnswer",
    "DeskFilters",
    "DeskLine",
    "FormShown",
    "ItemShown",
    "MustSpeak",
    "PersonToAskAbout",
    "ReturnShown",
    "agencies_state",
    "ask_options",
    "desk_line",
    "desk_lines",
    "due_for",
    "item_by_id",
    "may_answer",
    "may_be_named",
    "must_speak_open",
    "outstanding_on",
    "people_to_ask_about",
    "persons_left",
    "request_by_id",
    "request_for",
    "requests_for_desk",
    "requests_on",
    "requests_to_answer",
    "requests_visible_to",
    "return_by_id",
    "returns_in",
    "returns_of_request",
    "returns_on",
    "waiting_about",
]
