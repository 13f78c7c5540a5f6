"""Papers are accepted for what they are, and kept under names that hide nothing."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from openmash.intake.rules.safety import LARGEST_PAPER, attachment_problem, safe_filename


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, kind)
    return out.getvalue()


def document(*names: str, mimetype: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in ("[Content_Types].xml", *names):
            archive.writestr(name, "<x/>")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 64
ODT = "application/vnd.oasis.opendocument.text"

ACCEPTED = {
    "report.pdf": b"%PDF-1.7\n" + b"x" * 50,
    "bruise.JPG": picture("JPEG"),
    "bruise.jpeg": picture("JPEG"),
    "map.png": picture("PNG"),
    "map.webp": picture("WEBP"),
    "photo.heic": HEIC,
    "llythyr i'r teulu.docx": document("word/document.xml"),
    "dates.xlsx": document("xl/workbook.xml"),
    "slides.pptx": document("ppt/presentation.xml"),
    "letter.odt": document("content.xml", mimetype=ODT),
    "notes.txt": "Ŵyl".encode(),
    "bmi.txt": b"BMI 24, no concern.",
    "saved.txt": "Hungry again.".encode("utf-16"),
    "mail.eml": b"From: a@school.example\nSubject: x\n\n<html>",
    "mail.msg": OLE,
}

REFUSED = {
    "report.docm": (document("word/document.xml"), "macros"),
    "report.docx": (document("word/document.xml", "word/vbaProject.bin"), "macros"),
    "bruise.jpg": (picture("PNG"), "not what"),
    "bruise.png": (b"MZ" + b"\0" * 90, "not what"),
    "sheet.xlsx": (document("word/document.xml"), "not what"),
    "letter.odt": (document("word/document.xml"), "not what"),
    "torn.docx": (document("word/document.xml")[:60], "damaged"),
    "old.docx": (OLE, "not what"),
    "old.doc": (OLE, "not accepted"),
    "run.exe": (b"MZ" + b"\0" * 90, "not accepted"),
    "run.txt": (b"MZ" + b"\0" * 90, "not what"),
    "papers.zip": (document("a.txt"), "Archives"),
    "drawing.svg": (b"<svg/>", "not accepted"),
    "page.html": (b"<html>", "not accepted"),
    "page.txt": (b"  <!DOCTYPE html><script>", "web page"),
    "hidden.txt": ("<script>".encode("utf-16"), "web page"),
    "mail.eml": (b"nothing like a letter", "not what"),
    "mail.msg": (b"From: somebody", "not what"),
    "cod\u202egpj.exe": (picture("JPEG"), "not accepted"),
    "photo.jpg.exe": (picture("JPEG"), "not accepted"),
    "noending": (picture("JPEG"), "not accepted"),
    "empty.pdf": (b"", "empty"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_a_paper_that_is_what_it_says_is_accepted(name):
    content = ACCEPTED[name]
    assert attachment_problem(name, content, len(content)) is None


@pytest.mark.parametrize("name", REFUSED)
def test_a_paper_that_is_not_is_refused_in_words(name):
    content, words = REFUSED[name]
    problem = attachment_problem(name, content, len(content))
    assert problem is not None
    assert words in problem


def test_a_paper_larger_than_twenty_megabytes_is_refused():
    problem = attachment_problem("report.pdf", b"%PDF-1.7", LARGEST_PAPER + 1)
    assert problem is not None
    assert "20 MB" in problem


def test_macros_are_found_from_the_opening_bytes_alone():
    content = document("word/vbaProject.bin", "word/document.xml")
    problem = attachment_problem("report.docx", content[:400], len(content))
    assert problem is not None
    assert "macros" in problem


@given(some.binary(max_size=300), some.sampled_from([*ACCEPTED, *REFUSED]), some.text(max_size=9))
def test_no_paper_is_too_strange_to_answer(content, name, more):
    answer = attachment_problem(more + name, content, len(content))
    assert answer is None or answer.endswith(".")


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("C:\\Users\\lee\\Desktop\\report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("adroddiad gŵyl Siân.pdf", "adroddiad gŵyl Siân.pdf"),
        ("cod\u202egpj.exe", "codgpj.exe"),
        ("a\nb\0c.txt", "abc.txt"),
        ('who?<what>:"when".pdf', "who--what---when-.pdf"),
        ("...", "attachment"),
        ("", "attachment"),
        (".htaccess", "htaccess"),
        ("x" * 400 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_path_or_hidden_characters(told, kept):
    assert safe_filename(told) == kept


@given(some.text(max_size=200))
def test_a_safe_name_is_short_plain_and_stays_the_same(name):
    safe = safe_filename(name)
    assert 0 < len(safe) <= 120
    assert not set(safe) & set('/\\\0\n\r<>:"|?*')
    assert safe_filename(safe) == safe
