"""Pages of the working file: ask, try, show; and each keeps to its door."""

import pytest
from django.urls import reverse
from django.utils import timezone

from openmash.audit.models import AuditEvent
from openmash.cases.models import Allocation, Case, Conversation
from openmash.cases.selectors import case_by_id, people_of
from openmash.cases.services import add_agency_to_case
from openmash.cases.tests.factories import MAYA, NOW, opened, received, screened
from openmash.governance.selectors import tasks_on_case
from openmash.governance.services import raise_task
from openmash.intake.selectors import contacts_visible_to, subjects_of
from openmash.matching.services import confirm_same

REFUSED = 409


@pytest.fixture
def case(cast) -> Case:
    return opened(cast.see_as("fay"), cast.hub.id)


def address(name: str, case: Case, *more: object) -> str:
    return reverse(f"cases:{name}", args=[case.reference, *more])


def reference_of(viewer, contact_id) -> str:
    return contacts_visible_to(viewer).get(id=contact_id).reference


def test_a_screened_contact_is_opened_as_a_case(cast, client):
    fay = cast.see_as("fay")
    page = reverse("cases:open", args=[reference_of(fay, screened(fay, cast.hub.id, MAYA))])
    assert "Maya Dobson" in cast.sign_in(client, "fay").get(page).content.decode()
    answer = client.post(page, {"concern": "Bruise on the cheek"})
    made = Case.objects.get(concern="Bruise on the cheek")
    assert answer["Location"] == reverse("insight:case", args=[made.reference])


def test_a_contact_nobody_screened_says_what_to_do_first(cast, client):
    fay = cast.see_as("fay")
    page = reverse("cases:open", args=[reference_of(fay, received(fay, cast.hub.id, MAYA))])
    answer = cast.sign_in(client, "fay").post(page, {"concern": "Bruise"})
    assert "Screen this contact first." in answer.content.decode()
    assert not Case.objects.exists()


def test_somebody_already_open_is_shown_and_the_contact_may_join_that_case(cast, client, case):
    fay = cast.see_as("fay")
    contact_id = screened(fay, cast.hub.id, MAYA)
    told = people_of(case).first()
    again = subjects_of([contact_id])[contact_id][0]
    assert told is not None
    confirm_same(
        by=cast.see_as("priya"),
        told_id=again.person_id,
        known_id=told.person_id,
        why="The same child",
        at=NOW,
    )
    reference = reference_of(cast.see_as("fay"), contact_id)
    page = cast.sign_in(client, "fay").get(reverse("cases:open", args=[reference]))
    assert case.reference in page.content.decode()
    client.post(reverse("cases:join", args=[reference]), {"case": str(case.id)})
    assert case.contact_links.count() == 2


def test_a_manager_gives_the_case_and_a_worker_takes_one_nobody_has(cast, client, case):
    sam = cast.practitioners["sam"]
    page = cast.sign_in(client, "priya").get(address("allocate", case)).content.decode()
    assert "Sam Okafor" in page
    client.post(address("allocate", case), {"to": str(sam.id), "kind": "holder"})
    assert case_by_id(cast.see_as("sam"), case.id).allocated_to_id == sam.id
    answer = cast.sign_in(client, "fay").post(address("take", case))
    assert answer.status_code == REFUSED
    assert Allocation.objects.filter(case=case).count() == 1


def test_rating_without_a_reason_is_asked_again_beside_the_box(cast, client, case):
    fay = cast.sign_in(client, "fay")
    assert fay.get(address("rate", case)).status_code == 200
    answer = fay.post(address("rate", case), {"rating": "amber", "why": ""})
    assert answer.status_code == 200
    assert case_by_id(cast.see_as("fay"), case.id).rating == "red"
    fay.post(address("rate", case), {"rating": "amber", "why": "Seen and well."})
    assert case_by_id(cast.see_as("fay"), case.id).rating == "amber"


def test_a_partner_rates_for_its_agency_and_sees_no_names_of_the_hubs(cast, client, case):
    add_agency_to_case(case_id=case.id, agency_id=cast.agencies["police"].id, at=NOW)
    tom = cast.sign_in(client, "tom")
    page = tom.get(address("rate", case)).content.decode()
    assert "Your agency" in page
    assert "Dobson" not in page
    tom.post(address("rate", case), {"rating": "green", "why": "Standard."})
    assert case_by_id(cast.see_as("fay"), case.id).rating == "red"


def test_a_case_is_moved_on_before_the_decision(cast, client, case):
    fay = cast.sign_in(client, "fay")
    assert fay.get(address("move", case)).status_code == 200
    fay.post(address("move", case), {"to": "discussion", "why": "All have answered"})
    assert case_by_id(cast.see_as("fay"), case.id).status == "discussion"
    assert "closed" not in fay.get(address("move", case)).content.decode().lower()


def said(**changed: str) -> dict[str, str]:
    when = timezone.localtime()
    return {
        "kind": "conversation",
        "with_whom": "Lesley's midwife",
        "how": "phone",
        "happened_at_day": str(when.day),
        "happened_at_month": str(when.month),
        "happened_at_year": str(when.year),
        "happened_at_time": "00:01",
        "said": "She was seen on Monday.",
        "agreed": "To ring again on Friday.",
        "nature": "fact",
        "code": "H2",
        **changed,
    }


def test_a_conversation_is_written_down_read_and_corrected(cast, client, case):
    sam = cast.sign_in(client, "sam")
    sam.post(address("conversation", case), said())
    first = Conversation.objects.get()
    page = sam.get(address("record", case)).content.decode()
    assert "She was seen on Monday." in page
    assert "To ring again on Friday." in page
    correct = address("correct", case, first.id)
    assert "She was seen on Monday." in sam.get(correct).content.decode()
    sam.post(correct, said(said="She was seen on Tuesday."))
    page = sam.get(address("record", case)).content.decode()
    assert "She was seen on Tuesday." in page
    assert "<s>She was seen on Monday.</s>" in page


def test_a_conversation_with_nobody_is_asked_again_in_words(cast, client, case):
    answer = cast.sign_in(client, "sam").post(
        address("conversation", case), said(with_whom="", how="")
    )
    page = answer.content.decode()
    assert "Say with whom you spoke, or tried to." in page
    assert not Conversation.objects.exists()


def test_the_record_is_a_page_and_a_part_of_the_cases_page(cast, client, case):
    sam = cast.sign_in(client, "sam")
    whole = sam.get(address("record", case)).content.decode()
    part = sam.get(address("record", case), headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole
    assert "<html" not in part
    assert "Running record" in part


def test_a_case_is_restricted_and_the_restriction_lifted(cast, client, case):
    priya = cast.sign_in(client, "priya")
    ask = {"named": [str(cast.priya.id)], "why": "A colleague's family."}
    answer = priya.post(address("restrict", case), ask)
    assert answer["Location"] == reverse("insight:case", args=[case.reference])
    assert cast.sign_in(client, "sam").get(address("record", case)).status_code == 404
    cast.sign_in(client, "priya").post(address("lift", case), {"why": "She has left."})
    assert cast.sign_in(client, "sam").get(address("record", case)).status_code == 200


def test_whoever_locks_themselves_out_is_taken_to_the_board(cast, client, case):
    ask = {"named": [str(cast.maya.id)], "why": "I know the family."}
    answer = cast.sign_in(client, "priya").post(address("restrict", case), ask)
    assert answer["Location"] == reverse("insight:board")


def test_a_task_is_finished_by_saying_what_was_done(cast, client, case):
    cast.see_as("fay")
    task = raise_task(
        hub_id=cast.hub.id,
        kind="call_back",
        about_kind="case",
        about_id=case.id,
        case_id=case.id,
        words="Ring the school back.",
        needs_power="keep_record",
        at=NOW,
    )
    sam = cast.sign_in(client, "sam")
    assert "Ring the school back." in sam.get(reverse("cases:tasks")).content.decode()
    done = reverse("cases:finish_task", args=[task.id])
    assert sam.post(done, {"answer": " "}).status_code == REFUSED
    answer = sam.post(done, {"answer": "Rang.", "next": "https://elsewhere.example/"})
    assert answer["Location"] == reverse("cases:tasks")
    assert not tasks_on_case(case.id).filter(id=task.id).exists()


@pytest.mark.parametrize("page", ["allocate", "rate", "move", "record", "conversation", "restrict"])
@pytest.mark.parametrize("who", ["tom", "lee", "noor", "root", "bea"])
def test_whoever_does_not_work_the_case_finds_nothing_there(cast, client, case, page, who):
    assert cast.sign_in(client, who).get(address(page, case)).status_code == 404


def test_a_page_of_a_case_is_a_look_at_its_people(cast, client, case):
    cast.sign_in(client, "sam").get(address("record", case))
    assert AuditEvent.objects.filter(action="case.read", case_id=case.id, is_look=True).exists()
