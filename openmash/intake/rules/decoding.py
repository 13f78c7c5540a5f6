"""From bytes to text: older systems write Windows-1252, newer ones UTF-8, exports UTF-16."""

from openmash.intake.rules.units import UnusableFile

LARGEST_FILE = 25 * 1024 * 1024

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_NOT_TEXT = (
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an older or password-protected Office file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"MZ", "a program"),
)


def check_size(content: bytes) -> None:
    """Refuse a file with nothing in it, or with more than anybody would send."""
    if not content.strip():
        raise UnusableFile("This file is empty. Ask the sender to send it again.")
    if len(content) > LARGEST_FILE:
        raise UnusableFile("This file is larger than 25 MB. Ask the sender for smaller batches.")


def read_text(content: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of a file, and notes on anything that could not be read plainly."""
    for opening, kind in _NOT_TEXT:
        if content.startswith(opening):
            raise UnusableFile(f"This is {kind}, not a file of rows. Ask for CSV or XLSX.")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding), ()
    if unmarked := _unmarked_utf16(content):
        return _decoded(content, unmarked), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _windows(content)


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise UnusableFile(
            f"This file says it is written in {encoding.upper()} but is not, or was cut short. "
            "Ask the sender to send it again."
        ) from None


def _unmarked_utf16(content: bytes) -> str | None:
    """Plain letters in UTF-16 leave every other byte empty."""
    sample = content[:2000]
    half = len(sample) // 2
    if half >= 4 and sample[1::2].count(0) > half * 0.8:
        return "utf-16-le"
    if half >= 4 and sample[0::2].count(0) > half * 0.8:
        return "utf-16-be"
    return None


def _windows(content: bytes) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode("cp1252"), ()
    except UnicodeDecodeError:
        note = "Some bytes stand for no character; each is shown as its number, such as \\x81."
        return content.decode("cp1252", errors="backslashreplace"), (note,)
