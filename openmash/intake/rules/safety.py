"""Papers sent with a contact: which are accepted, and under which name they are kept (A1, A2).

A paper is accepted for what it is, not for what it is called: its opening bytes must agree with
its name. Give the whole of an Office paper where it is at hand, so that macros are found
wherever they lie in it.
"""

import io
import re
import unicodedata
import zipfile
from pathlib import PurePath

import filetype

LARGEST_PAPER = 20 * 1024 * 1024
LONGEST_FILENAME = 120

_PICTURES_AND_PDF = {
    ".pdf": {"application/pdf"},
    ".jpg": {"image/jpeg"},
    ".jpeg": {"image/jpeg"},
    ".png": {"image/png"},
    ".heic": {"image/heic"},
    ".webp": {"image/webp"},
}
_OFFICE = {
    ".docx": b"word/",
    ".xlsx": b"xl/",
    ".pptx": b"ppt/",
    ".odt": b"application/vnd.oasis.opendocument.text",
    ".ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
_MACRO_NAMES = frozenset({".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".ppsm"})
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".gz", ".tar", ".bz2", ".xz", ".iso", ".cab"})
_TEXT = frozenset({".txt", ".eml"})
_MACRO_PARTS = (b"vbaproject.bin", b"macrosheets/", b"activex/", b"basic/script-lc.xml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_PAGE = re.compile(rb"<\s*(?:!doctype|html|svg|script|\?xml|iframe|body|head)\b", re.IGNORECASE)
_EMAIL_HEADER = re.compile(rb"(?:\A|\n)(?:from|to|date|subject|received):", re.IGNORECASE)
_TELLS_TOO_LITTLE = "image/bmp"  # Its mark is the two letters BM, and words begin with them.

_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".heic": "image/heic",
    ".webp": "image/webp",
    ".docx": f"{_OPEN_XML}.wordprocessingml.document",
    ".xlsx": f"{_OPEN_XML}.spreadsheetml.sheet",
    ".pptx": f"{_OPEN_XML}.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".txt": "text/plain",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
}

_ACCEPTED = "PDF, JPEG, PNG, HEIC, WEBP, DOCX, XLSX, PPTX, ODT, ODS, TXT, EML or MSG"


def media_type_of(filename: str) -> str:
    """Return the type a paper is given back as: ours, by its name, never the sender's word."""
    ending = PurePath(safe_filename(filename)).suffix.casefold()
    return _MEDIA_TYPES.get(ending, "application/octet-stream")


def attachment_problem(filename: str, first_bytes: bytes, size: int) -> str | None:
    """Return why this paper is not accepted, in words for its sender; None when it is."""
    if size == 0 or not first_bytes:
        return "This file is empty."
    if size > LARGEST_PAPER:
        return "This file is larger than 20 MB. Send it in parts, or as smaller pictures."
    ending = PurePath(safe_filename(filename)).suffix.casefold()
    if ending in _MACRO_NAMES:
        return "Documents with macros are not accepted. Save it without macros, or as PDF."
    if ending in _ARCHIVES:
        return "Archives are not accepted. Send the papers in it one by one."
    return _content_problem(ending, first_bytes, whole=len(first_bytes) >= size)


def _content_problem(ending: str, first_bytes: bytes, *, whole: bool) -> str | None:
    if ending in _PICTURES_AND_PDF:
        kind = filetype.guess(first_bytes)
        agrees = kind is not None and kind.mime in _PICTURES_AND_PDF[ending]
        return None if agrees else _disagrees(ending)
    if ending in _OFFICE:
        return _office_problem(ending, first_bytes, whole=whole)
    if ending == ".msg":
        return None if first_bytes.startswith(_OLE) else _disagrees(ending)
    if ending in _TEXT:
        return _text_problem(ending, first_bytes)
    return f"This kind of file is not accepted. Send {_ACCEPTED}."


def _disagrees(ending: str) -> str:
    return f"What is in this file is not what “{ending}” says it is. Save it again and send that."


def _office_problem(ending: str, first_bytes: bytes, *, whole: bool) -> str | None:
    if not first_bytes.startswith(_ZIP):
        return _disagrees(ending)
    names = _names_inside(first_bytes) if whole else first_bytes
    if names is None:
        return "This document is damaged and cannot be opened. Save it again and send that."
    if any(part in names.lower() for part in _MACRO_PARTS):
        return "This document holds macros. Save it without macros, or as PDF."
    return None if _OFFICE[ending] in names else _disagrees(ending)


def _names_inside(content: bytes) -> bytes | None:
    """Return the names of a document's parts, and the kind it declares, on lines."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            lines = [part.filename.encode() for part in archive.infolist()]
            if b"mimetype" in lines:
                with archive.open("mimetype") as declared:
                    lines.append(declared.read(200))
    except Exception:  # A damaged archive fails in any of the library's many ways.
        return None
    return b"\n".join(lines)


def _text_problem(ending: str, first_bytes: bytes) -> str | None:
    """Plain text is neither a program nor a page that a browser would run."""
    opening = _one_byte_a_letter(first_bytes[:4096])
    kind = filetype.guess(opening)
    if b"\0" in opening or (kind is not None and kind.mime != _TELLS_TOO_LITTLE):
        return _disagrees(ending)
    if ending == ".eml":
        return None if _EMAIL_HEADER.search(opening) else _disagrees(ending)
    if _PAGE.search(opening):
        return "This is a web page or a drawing, not plain text. Save it as PDF and send that."
    return None


def _one_byte_a_letter(opening: bytes) -> bytes:
    """Some editors save plain text as UTF-16, and say so in its first two bytes."""
    if opening.startswith((b"\xff\xfe", b"\xfe\xff")):
        return opening.decode("utf-16", errors="ignore").encode()
    return opening


def safe_filename(name: str) -> str:
    """Return a name without a path or hidden characters, in any alphabet, that fits."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    shown = "".join(each for each in last if not unicodedata.category(each).startswith("C"))
    plain = " ".join(re.sub(r'[<>:"|?*]', "-", shown).split()).strip(". ")
    path = PurePath(plain or "attachment")
    ending = path.suffix[:20]
    return path.name[: len(path.name) - len(path.suffix)][: LONGEST_FILENAME - len(ending)] + ending
