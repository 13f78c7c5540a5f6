"""Importing in the browser: a file taken, its report, and a refused row mended where it stands."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from openmash.intake.models import Contact, ImportBatch, RefusedRow
from openmash.intake.selectors import refused_row_for
from openmash.intake.services import import_contacts
from openmash.intake.terms import FileSource
from openmash.intake.tests.reading_files import SAMPLE_OF, police_file, sample_bytes
from openmash.intake.tests.telling import NOW

NEVER = "31/02/2025 10:00"


def send(client, content, source=FileSource.POLICE, **answers):
    file = SimpleUploadedFile(SAMPLE_OF[source], content)
    return client.post(
        reverse("intake:imports"), {"source": source.value, "file": file, **answers}, follow=True
    )


def refuse(cast, content=None):
    import_contacts(
        by=cast.see_as("sam"),
        hub_id=cast.hub.id,
        source=FileSource.POLICE,
        filename="batch.csv",
        content=content or police_file({"Created": NEVER}),
        at=NOW,
    )
    return RefusedRow.objects.order_by("position").first()


def cells(cast, row):
    """What the page would post: every cell as sent, by its name on the form."""
    shown = refused_row_for(cast.see_as("sam"), row.id)
    return {
        f"cell-{number}-{place}": told
        for number, each in enumerate(shown.rows)
        for place, told in enumerate(each.values())
    }, {column: f"cell-0-{place}" for place, column in enumerate(shown.rows[0])}


@pytest.fixture
def sam(cast, client):
    return cast.sign_in(client, "sam")


def test_a_file_is_taken_and_its_report_counts_in_both_units(cast, sam):
    page = send(sam, sample_bytes(FileSource.SCHOOL), FileSource.SCHOOL)
    words = page.content.decode()
    assert page.redirect_chain
    assert "90 new children and adults of concern" in words
    assert "SCH-BROKEN" in words
    cast.see_as("sam")
    assert Contact.objects.count() == 90
    again = send(sam, sample_bytes(FileSource.SCHOOL), FileSource.SCHOOL).content.decode()
    assert "0 new children and adults of concern" in again


def test_a_dry_run_says_what_would_happen_and_keeps_nothing(cast, sam):
    page = send(sam, police_file({}, {"URN": "", "DOB": ""}), dry_run="on")
    words = page.content.decode()
    assert "Nothing was kept" in words
    assert "Contacts: 1 new, 0 changed, 0 here already" in words
    assert "There is no reference" in words
    cast.see_as("sam")
    assert Contact.objects.count() == ImportBatch.objects.count() == 0


def test_a_file_that_cannot_be_used_says_why_beside_the_file(sam):
    words = send(sam, b"%PDF-1.7").content.decode()
    assert "There is a problem" in words
    assert "This is a PDF" in words


def test_a_refused_row_shows_each_problem_beside_its_cell(cast, sam):
    row = refuse(cast)
    words = sam.get(reverse("intake:refused_row", args=[row.id])).content.decode()
    assert "is no date and time that ever was" in words
    assert 'value="31/02/2025 10:00"' in words
    assert "Siân" in words


def test_a_row_is_mended_and_loaded_where_it_stands(cast, sam):
    row = refuse(cast)
    told, named = cells(cast, row)
    told[named["Created"]] = "28/02/2025 10:00"
    page = sam.post(reverse("intake:refused_row", args=[row.id]), told, follow=True)
    assert "It is loaded as contact C-" in page.content.decode()
    cast.see_as("sam")
    assert Contact.objects.get().received_at.isoformat() == "2025-02-28T10:00:00+00:00"


def test_what_was_typed_stays_when_a_row_still_cannot_be_loaded(cast, sam):
    row = refuse(cast)
    told, named = cells(cast, row)
    told[named["Created"]] = "yesterday"
    told[named["Surname"]] = "PARRY-JONES"
    words = sam.post(reverse("intake:refused_row", args=[row.id]), told).content.decode()
    assert 'value="yesterday"' in words
    assert 'value="PARRY-JONES"' in words
    assert "“yesterday” is no date" in words


def test_a_cell_that_was_missing_altogether_can_be_typed_in(cast, sam):
    content = sample_bytes(FileSource.SCHOOL).splitlines()[-1]
    import_contacts(
        by=cast.see_as("sam"),
        hub_id=cast.hub.id,
        source=FileSource.SCHOOL,
        filename="cut.jsonl",
        content=content,
        at=NOW,
    )
    row = RefusedRow.objects.get()
    words = sam.get(reverse("intake:refused_row", args=[row.id])).content.decode()
    assert "sent_at" in words


def test_a_row_is_set_aside_with_a_reason_and_not_without(cast, sam):
    row = refuse(cast)
    url = reverse("intake:set_aside", args=[row.id])
    assert "Say why this will not be loaded" in sam.post(url, {"because": ""}).content.decode()
    assert sam.post(url, {"because": "Sent again."}).status_code == 302
    page = sam.get(reverse("intake:refused_row", args=[row.id])).content.decode()
    assert "mended or set aside already" in page


@pytest.mark.parametrize("who", ["lee", "tom", "gwen"])
def test_nobody_else_finds_the_pages(cast, client, who):
    row = refuse(cast)
    cast.sign_in(client, who)
    assert client.get(reverse("intake:imports")).status_code == 404
    assert client.get(reverse("intake:refused_row", args=[row.id])).status_code == 404


def test_somebody_elsewhere_finds_none_of_it(cast, client):
    row = refuse(cast)
    cast.sign_in(client, "noor")
    page = client.get(reverse("intake:imports")).content.decode()
    assert "VPA/25" not in page
    assert "batch.csv" not in page
    assert client.get(reverse("intake:refused_row", args=[row.id])).status_code == 404
    assert client.get(reverse("intake:import_batch", args=[row.batch_id])).status_code == 404


@pytest.mark.parametrize("rows", [3, 12])
def test_the_page_keeps_its_budget_whatever_waits(cast, sam, rows, within_budget):
    refuse(cast, police_file(*({"URN": f"VPA/{n}", "Created": NEVER} for n in range(rows))))
    with within_budget():
        page = sam.get(reverse("intake:imports"))
    assert page.content.decode().count("data-row>") == rows + 1
