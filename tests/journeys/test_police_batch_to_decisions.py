"""A morning's notifications from the police: children, adults and domestic abuse, in Lancashire."""

import csv
import io
import re
from itertools import groupby
from pathlib import Path

import pytest

import openmash.intake.tests
from tests.journeys.people import People, Person

pytestmark = pytest.mark.browser

FILE = Path(openmash.intake.tests.__file__).parent / "samples" / "police_vpa_batch.csv"
FIRST, PEOPLE, SCREENED = 12, 22, 3
UNREADABLE = (133, 230, 336)  # an impossible date, no reference, no such type
WHY = "What the officers saw, and what is known from before."


def test_a_police_file_becomes_three_kinds_of_decision(lancashire: People) -> None:
    bo, fay, fern = (lancashire.sits_down(each) for each in ("bo", "fay", "fern"))
    priya, owen = lancashire.sits_down("priya"), lancashire.sits_down("owen")
    imports(bo)
    both_counts_are_on_the_board(priya)
    decides(priya, a_child(fay), "Child and family assessment for Li")
    decides(owen, an_adult(fern), "Section 42 enquiry for Lindsey", again=True)
    decides(
        priya,
        domestic_abuse(fay),
        "MARAC and independent adviser for Melanie",
        "Child and family assessment for Yusuf",
        "Child and family assessment for Christine",
    )
    imports_it_again(bo)


def notifications() -> bytes:
    """Return the first of the file, and those nobody can load, with every row as it was sent."""
    head, *rows = csv.reader(io.StringIO(FILE.read_bytes().decode("cp1252")))
    told = [list(each) for _urn, each in groupby(rows, key=lambda row: row[0])]
    sent = [*told[:FIRST], *(told[each] for each in UNREADABLE)]
    kept = io.StringIO()
    csv.writer(kept).writerows([head, *(row for each in sent for row in each)])
    return kept.getvalue().encode("cp1252")


def gives_the_file(bo: Person, *, again: bool = False) -> None:
    bo.opens("/contacts/imports/", on_a_phone=True, again=again)
    bo.chooses("Police", of="Whose file is it?")
    bo.page.get_by_label("The file").set_input_files(
        {"name": "vpa.csv", "mimeType": "text/csv", "buffer": notifications()}
    )
    bo.presses("Import", within="form.om-form", on_a_phone=True)


def imports(bo: Person) -> None:
    """Both counts are said, and what keeps each refused notification out (A1.3, A4.4)."""
    gives_the_file(bo)
    bo.reads("Counted by contact", f"New\n{FIRST}", f"Refused\n{len(UNREADABLE)}")
    bo.reads("Counted by subject", f"{PEOPLE} new children and adults of concern")
    bo.reads("Created: “31/02/2025 10:00” is no date and time that ever was.")
    bo.reads("URN: There is no reference", "Type: “QQ” is no type we know")


def both_counts_are_on_the_board(priya: Person) -> None:
    """Contacts and the children and adults they are about are counted apart (A4.4)."""
    priya.opens("/board/", on_a_phone=True)
    said = priya.page.locator(".om-filters__total").inner_text()
    contacts, people = (int(each) for each in re.findall(r"(\d+) (?:contact|child)", said))
    assert (contacts, people) == (FIRST, PEOPLE)


def a_child(fay: Person) -> str:
    """A rating is a shape and a word, and the child's own track is ticked already."""
    finds(fay, "Li PARRY", again=False)
    assert fay.page.get_by_label("Child, England").is_checked()
    return screens(fay, "Child at risk")


def an_adult(fern: Person) -> str:
    """The three questions, what she wants, and whether she is safe tonight (A5.9, A15)."""
    finds(fern, "Lindsey WILKINSON")
    fern.presses("Finish screening")
    fern.reads("“Has the person been asked what they want?” needs an answer.")
    fern.chooses("Yes", of="needs for care and support")
    fern.chooses("Yes", of="at risk of, abuse or neglect")
    fern.chooses("Not yet known", of="unable to protect themselves")
    fern.chooses("Yes", of="asked what they want")
    fern.fills("What they want", "To stay in her own home.")
    fern.chooses("Yes", of="safe tonight")
    return screens(fern, "Adult at risk")


def domestic_abuse(fay: Person) -> str:
    """The mother is asked no adult's questions until somebody opens that track for her."""
    finds(fay, "Melanie Begmu")
    adult = fay.page.get_by_role("group", name="Melanie Begmu").get_by_label("Adult, England")
    needs = fay.page.get_by_role("group", name=re.compile("needs for care and support"))
    assert not adult.is_checked()
    adult.check()
    needs.wait_for()
    adult.uncheck()
    needs.wait_for(state="hidden")
    return screens(fay, "Domestic abuse, children at home")


def finds(reader: Person, who: str, *, again: bool = True) -> None:
    reader.opens("/contacts/triage/", on_a_phone=True, again=again)
    reader.presses(who, on_a_phone=True)


def screens(reader: Person, concern: str) -> str:
    reader.chooses("Likely social care", of="Rating")
    reader.fills("Why this rating", WHY)
    reader.chooses("Yes: it can be decided now")
    reader.fills("Why", "The police have told all that is needed.")
    reader.presses("Finish screening")
    reader.fills("The concern in a few words", concern)
    reader.presses("Open the case")
    return reader.reference


def decides(decider: Person, case: str, *outcomes: str, again: bool = False) -> None:
    decider.opens(f"/decisions/{case}/decide/", on_a_phone=True, again=again)
    for each in outcomes:
        decider.chooses(each)
    decider.fills("Why", WHY)
    last = outcomes[-1].rpartition(" for ")[2]
    decider.page.get_by_role("button", name=re.compile(f"^Decide:.*{last}")).wait_for()
    decider.presses("Decide:")
    decider.reads("Decided", *(each.partition(" for ")[0] for each in outcomes))


def imports_it_again(bo: Person) -> None:
    """The same file adds nothing (A1.3)."""
    gives_the_file(bo, again=True)
    bo.reads("Nothing in this file is new.", f"Here already, the same\n{FIRST}")
    bo.presses("All files", on_a_phone=True)
    bo.reads(f"{len(UNREADABLE)} notifications could not be loaded.")
    bo.opens("/contacts/triage/", again=True)
    bo.reads(f"{FIRST - SCREENED} contacts")
