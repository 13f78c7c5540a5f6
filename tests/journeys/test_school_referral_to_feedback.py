"""A school's concern, from the form to the answer that comes back, on the London preset."""

import pytest

from tests.journeys.people import People, Person

pytestmark = pytest.mark.browser

WORRY = "A bruise on the cheek nobody explains, and frightened to go home."
HELD = "Seen at the walk-in centre twice this autumn with bruises."
WHY = "A bruise nobody has explained, and health has seen two more."
POWER = "Children Act 1989, section 47(9) to (11)"


def test_a_school_sends_a_concern_and_reads_what_became_of_it(people: People) -> None:
    sent = lee_sends_it(people.sits_down("lee"))
    case = fay_screens_it(people.sits_down("fay"), sent)
    priya_decides_about_sharing(people.sits_down("priya"), case)
    fay_asks_police_and_health(people.sits_down("fay"), case)
    pia_knows_nothing(people.sits_down("pia"))
    amira_answers(people.sits_down("amira"))
    priya_decides_and_hands_over(people.sits_down("priya"), case)
    rosa_accepts(people.sits_down("rosa"))
    people.the_worker_runs()
    priya_tells_the_school(people.sits_down("priya"))
    lee_reads_the_answer(people.sits_down("lee"), sent, case)


def lee_sends_it(lee: Person) -> str:
    """Lee types it once, sends it and is told its reference and what comes next."""
    lee.opens("/contacts/mine/", on_a_phone=True)
    lee.presses("Send a concern", on_a_phone=True)
    lee.fills("First names", "Nia", within="#person-1")
    lee.fills("Family name", "Vale", within="#person-1")
    lee.fills("Born", "27 5 2018", within="#person-1")
    lee.fills("What happened", WORRY)
    lee.chooses("Advice", of="What are you asking for")
    lee.chooses("They know", of="Does the family")
    lee.chooses("Agreement given", of="Do they agree")
    lee.presses("Send to the hub", on_a_phone=True)
    lee.reads("Thank you.", "What happens next")
    return lee.reference


def fay_screens_it(fay: Person, sent: str) -> str:
    """Fay finds it in the queue, rates it Amber and opens a case; returns its reference."""
    fay.opens("/contacts/triage/")
    fay.presses("Nia Vale")
    fay.reads(WORRY)
    fay.chooses("Amber", of="Rating")
    fay.fills("Why this rating", "An injury that is not explained.")
    fay.chooses("No: ask the agencies")
    fay.fills("Why", "Health and the police may hold more.")
    fay.presses("Finish screening")
    fay.fills("The concern in a few words", "Bruise not explained")
    fay.presses("Open the case", on_a_phone=True)
    fay.reads("Bruise not explained")
    fay.presses("Take this case")
    return fay.reference


def priya_decides_about_sharing(priya: Person, case: str) -> None:
    priya.opens(f"/case/{case}/")
    priya.presses("Decide what may be shared", on_a_phone=True)
    priya.chooses("Yes, share")
    priya.fills("What it is for", "To decide what help the child needs")
    priya.chooses("They know", of="Does the family")
    priya.chooses("Agreement given", of="Agreement")
    priya.chooses("Public task", of="Lawful basis")
    priya.chooses("Safeguarding", of="Condition for special category")
    priya.fills("Power or duty relied on", POWER)
    priya.fills("Why this much", "Only the household, over two years.")
    priya.presses("Record the decision")


def fay_asks_police_and_health(fay: Person, case: str) -> None:
    fay.opens(f"/case/{case}/")
    fay.presses("Ask the agencies", on_a_phone=True)
    fay.fills("Why you ask", "A bruise on a child's cheek.")
    fay.fills("What you ask", "What do you hold?")
    for agency in ("Police", "Health"):
        fay.chooses(f"Rivermead {agency}")
    fay.presses("Ask these agencies")


def pia_knows_nothing(pia: Person) -> None:
    """Two presses: the row, and the key for "not known" (budget 2)."""
    pia.opens("/requests/", on_a_phone=True)
    pia.keys("j", "n", until="1 of 1 answered.")


def amira_answers(amira: Person) -> None:
    amira.opens("/requests/")
    amira.presses("Known: Nia Vale")
    amira.fills("What your agency holds", HELD)
    amira.chooses("H1", of="How far it may travel")
    amira.presses("Send the answer")


def priya_decides_and_hands_over(priya: Person, case: str) -> None:
    """Priya reads what health holds, decides on an assessment and hands it to the team."""
    priya.opens(f"/case/{case}/", on_a_phone=True)
    priya.reads(HELD)
    priya.presses("Decide", within=".om-acts", on_a_phone=True)
    priya.chooses("Child and family assessment for Nia Vale")
    priya.fills("Why", WHY)
    priya.fills("Why you decide without", "What health holds is enough to decide on.")
    priya.page.get_by_role("button", name="Decide:").wait_for()
    priya.reads("Lee Ashworth")
    priya.presses("Decide:", on_a_phone=True)
    priya.opens(f"/handovers/new/{case}/", on_a_phone=True)
    priya.chooses("Assessment Team East")
    priya.fills("Summary for the team", "Nia needs to be seen this week.")
    priya.presses("Hand over", within="form.om-form")
    priya.reads("Child and family assessment")


def rosa_accepts(rosa: Person) -> None:
    """The assessment team takes it, under the reference it has in its own system."""
    rosa.opens("/handovers/", on_a_phone=True)
    rosa.presses("Nia Vale", on_a_phone=True)
    rosa.fills("Reference in your own system", "MOS-88213")
    rosa.presses("Accept for")
    rosa.reads("MOS-88213")


def priya_tells_the_school(priya: Person) -> None:
    priya.opens("/feedback/", on_a_phone=True)
    priya.presses("Nia Vale", on_a_phone=True)
    priya.presses("Send this answer")
    priya.opens("/feedback/")
    priya.reads("Everybody who is owed an answer has had it.")


def lee_reads_the_answer(lee: Person, sent: str, case: str) -> None:
    """Lee reads the decision on a page of their own, and nothing of the hub's work."""
    lee.opens("/contacts/mine/", on_a_phone=True)
    lee.presses("Nia Vale", on_a_phone=True)
    lee.reads(sent, "Decision made", "Feedback", "will assess", WORRY)
    lee.does_not_read(HELD, WHY, case, "Amber", "Rivermead Health", "Rivermead Police")
    for hidden in (f"/case/{case}/", "/board/", f"/contacts/{sent}/", f"/decisions/{case}/decide/"):
        lee.finds_nothing_at(hidden)
