"""Papers: accepted for what they are, sealed, and given back only to download (trust 5)."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from openmash.accounts.services import keyring
from openmash.audit.models import AuditEvent
from openmash.core.refusals import NotHere
from openmash.intake.models import Attachment
from openmash.intake.services import (
    PaperNotAccepted,
    Sender,
    attach_to_contact,
    serve_attachment,
    serve_original,
)
from openmash.intake.services.papers import attachment_row
from openmash.intake.tests.telling import NOW, receive

PDF = b"%PDF-1.7\n1 0 obj\n"
PAGE = b"<!doctype html><script>alert(1)</script>"


def put_on(cast, contact, filename="Body map.pdf", content=PDF):
    return attach_to_contact(
        by=cast.sam, contact_id=contact.id, filename=filename, content=content, at=NOW
    )


@pytest.fixture
def contact(cast):
    sender = Sender(practitioner_id=cast.lee.id, agency_id=cast.agencies["school"].id)
    return receive(cast.lee, cast.hub.id, sender=sender)


def test_a_paper_is_sealed_to_its_own_row(cast, contact):
    kept = put_on(cast, contact)
    assert PDF not in bytes(kept.sealed)
    assert keyring().unseal(bytes(kept.sealed), row=attachment_row(kept.id)) == PDF
    assert (kept.filename, kept.media_type, kept.size) == (
        "Body map.pdf",
        "application/pdf",
        len(PDF),
    )


@pytest.mark.parametrize(
    ("filename", "content"),
    [("page.pdf", PAGE), ("page.txt", PAGE), ("run.exe", b"MZ"), ("none.pdf", b"")],
)
def test_what_is_not_what_it_says_is_not_kept(cast, contact, filename, content):
    with pytest.raises(PaperNotAccepted):
        put_on(cast, contact, filename, content)
    assert Attachment.objects.count() == 0


def test_the_hub_and_the_sender_may_open_it_and_nobody_else(cast, contact):
    kept = put_on(cast, contact)
    for who in ("sam", "priya", "lee"):
        paper = serve_attachment(by=getattr(cast, who), attachment_id=kept.id, at=NOW)
        assert paper.content == PDF
    for who in ("tom", "eve", "noor"):
        with pytest.raises(NotHere):
            serve_attachment(by=getattr(cast, who), attachment_id=kept.id, at=NOW)
    assert AuditEvent.objects.filter(action="attachment.opened", is_look=True).count() == 3


def test_the_original_comes_back_byte_for_byte(cast, contact):
    original = contact.originals.get()
    assert serve_original(by=cast.lee, original_id=original.id, at=NOW).content == b"as it came"
    with pytest.raises(NotHere):
        serve_original(by=cast.tom, original_id=original.id, at=NOW)


def test_a_download_can_never_run_in_a_page_of_ours(cast, client, contact):
    kept = put_on(cast, contact, 'body "map"\r\n.pdf')
    cast.sign_in(client, "sam")
    answer = client.get(reverse("intake:attachment", args=[kept.id]))
    assert answer.content == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment;")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert "no-store" in answer.headers["Cache-Control"]


def test_one_paper_that_is_not_accepted_keeps_out_no_other(cast, client, contact):
    cast.sign_in(client, "sam")
    files = [SimpleUploadedFile("good.pdf", PDF), SimpleUploadedFile("bad.pdf", PAGE)]
    page = client.post(
        reverse("intake:attach", args=[contact.reference]), {"papers": files}, follow=True
    )
    words = page.content.decode()
    assert "good.pdf is kept" in words
    assert "bad.pdf: What is in this file is not what" in words
    cast.see_as("sam")
    assert Attachment.objects.get().filename == "good.pdf"
