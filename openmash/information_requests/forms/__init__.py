"""The shape of what is asked on the pages of requests; the rules are elsewhere."""

from openmash.information_requests.forms.answering import AnswerForm, CorrectForm
from openmash.information_requests.forms.asking import AskForm
from openmash.information_requests.forms.minding import RecodeForm, SpokenForm

__all__ = ["AnswerForm", "AskForm", "CorrectForm", "RecodeForm", "SpokenForm"]
