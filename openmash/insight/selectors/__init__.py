"""Reading across every room; nothing here writes."""

from openmash.insight.selectors.already import AlreadyKnown, already_known
from openmash.insight.selectors.board import BoardPage, Choice, Choices, board, choices_for
from openmash.insight.selectors.case_page import CasePage, case_page
from openmash.insight.selectors.coming_due import ComingDue, DueLine, coming_due, people_due
from openmash.insight.selectors.contact_story import ContactStory, contact_story
from openmash.insight.selectors.figures import Figures, figures
from openmash.insight.selectors.my_work import MyWork, my_work
from openmash.insight.selectors.partner_page import PartnerPage, partner_page
from openmash.insight.selectors.rows import BoardRow, Who, people_on
from openmash.insight.selectors.signature import board_signature
from openmash.insight.selectors.telling import RungLetter, letters_of
from openmash.insight.selectors.wall import Wall, WallLine, wall

__all__ = [
    "AlreadyKnown",
    "BoardPage",
    "BoardRow",
    "CasePage",
    "Choice",
    "Choices",
    "ComingDue",
    "ContactStory",
    "DueLine",
    "Figures",
    "MyWork",
    "PartnerPage",
    "RungLetter",
    "Wall",
    "WallLine",
    "Who",
    "already_known",
    "board",
    "board_signature",
    "case_page",
    "choices_for",
    "coming_due",
    "contact_story",
    "figures",
    "letters_of",
    "my_work",
    "partner_page",
    "people_due",
    "people_on",
    "wall",
]
