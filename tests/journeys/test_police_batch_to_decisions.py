"""A morning's notifications from the police: children, adults and domestic abuse, in Lancashire."""

import csv
import io
import re
from itertools import groupby
from pathlib import Path

import pytest

import openmash.intake.tests
from openmash.intake.models import Contact
from tests.journeys.people import People, Person

pytestmark = pytest.mark.browser

FILE = Path(openmash.intake.tests.__file__).parent / "samples" / "police_vpa_batch.csv"
THIRTY = 30
WHY = "What the officers saw, and what is known from before."


def test_a_police_file_becomes_three_kinds_of_decision(lancashire: People) -> None:
    bo = lancashire.sits_down("bo")
    imports(bo)
    both_counts_are_on_the_board(lancashire.sits_down("maya"))
    a_child(lancashire)
    an_adult(lancashire)
    domestic_abuse(lancashire)
    imports_it_again(bo)


def first_notifications() -> bytes:
    """Return the first of the file's notifications, with every row of each, as the police sent."""
    head, *rows = csv.reader(io.StringIO(FILE.read_bytes().decode("cp1252")))
    told = [list(each) for _urn, each in groupby(rows, key=lambda row: row[0])][:THIRTY]
    kept = io.StringIO()
    csv.writer(kept).writerows([head, *(row for rows in told for row in rows)])
    return kept.getvalue().encode("cp1252")


def imports(bo: Person) -> None:
    bo.opens("/contacts/imports/", on_a_phone=True)
    gives_the_file(bo)
    bo.reads("Counted by contact", "Counted by subject")


def gives_the_file(bo: Person) -> None:
    bo.chooses("Police", of="Whose file is it?")
    bo.page.get_by_label("The file").set_input_files(
        {"name": "vpa.csv", "mimeType": "text/csv", "buffer": first_notifications()}
    )
    bo.presses("Import", within="form.om-form")


def both_counts_are_on_the_board(maya: Person) -> None:
    """Contacts and the children and adults they are about are counted apart (A4.4)."""
    maya.opens("/board/", on_a_phone=True)
    said = maya.page.locator(".om-filters__total").inner_text()
    contacts, people = (int(each) for each in re.findall(r"(\d+) (?:contact|child)", said))
    assert 20 <= contacts <= THIRTY < people
    maya.opens("/contacts/triage/", on_a_phone=True)


def a_child(lancashire: People) -> None:
    fay = lancashire.sits_down("fay")
    fay.opens("/contacts/triage/")
    fay.presses("Li Parry", on_a_phone=True)
    case = screens(fay, "Child at risk")
    decides(lancashire.sits_down("priya"), case, "Child and family assessment for Li")


def an_adult(lancashire: People) -> None:
    """The three questions, what she wants, and whether she is safe tonight (A5.9, A15)."""
    fern = lancashire.sits_down("fern")
    fern.opens("/contacts/triage/")
    fern.presses("Fiona Harrison", on_a_phone=True)
    fern.presses("Answer the three questions", on_a_phone=True)
    fern.chooses("Yes", of="needs for care and support")
    fern.chooses("Yes", of="at risk of, abuse or neglect")
    fern.chooses("Not yet known", of="unable to protect themselves")
    fern.chooses("Yes", of="asked what they want")
    fern.fills("What they want", "To stay in her own home.")
    fern.chooses("Yes", of="safe tonight")
    fern.presses("Keep the answers")
    fern.reads("Answered")
    case = screens(fern, "Adult at risk")
    decides(lancashire.sits_down("owen"), case, "Section 42 enquiry for Fiona")


def domestic_abuse(lancashire: People) -> None:
    fay = lancashire.sits_down("fay")
    fay.opens("/contacts/triage/")
    fay.presses("Marilyn North", on_a_phone=True)
    case = screens(fay, "Domestic abuse, children at home")
    decides(lancashire.sits_down("priya"), case, "Domestic abuse support for Marilyn")


def screens(reader: Person, concern: str) -> str:
    reader.chooses("Likely social care", of="Rating")
    reader.fills("Why this rating", WHY)
    reader.chooses("Yes: it can be decided now")
    reader.fills("Why", "The police have told all that is needed.")
    reader.presses("Finish screening")
    reader.fills("The concern in a few words", concern)
    reader.presses("Open the case")
    return reader.reference


def decides(decider: Person, case: str, outcome: str) -> None:
    decider.opens(f"/decisions/{case}/decide/", on_a_phone=True)
    decider.chooses(outcome)
    decider.fills("Why", WHY)
    decider.page.get_by_role("button", name="Decide:").wait_for()
    decider.presses("Decide:")
    decider.reads(outcome.partition(" for ")[0])


def imports_it_again(bo: Person) -> None:
    """The same file adds nothing (A1.3)."""
    before = Contact.objects.count()
    bo.opens("/contacts/imports/")
    gives_the_file(bo)
    bo.reads("Here already, the same")
    assert Contact.objects.count() == before
