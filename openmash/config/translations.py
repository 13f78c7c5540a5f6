"""Compile the Welsh and every other translation, without needing gettext on the machine.

`python -m openmash.config.translations` writes what Django reads; `--check` only says what is
wrong with the words.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def main(arguments: list[str]) -> int:
    """Compile, or with `--check` only read, every catalogue; return 1 when any is wrong."""
    found = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        troubles = list(troubles_in(path))
        found += len(troubles)
        for each in troubles:
            print(each)
        if not troubles and "--check" not in arguments:
            compile_catalogue(path)
    return 1 if found else 0


def troubles_in(path: Path) -> Iterator[str]:
    """Yield what is wrong: words that cannot be read, or a placeholder lost in translation."""
    try:
        catalogue = read_catalogue(path)
    except (PoFileError, ValueError) as trouble:
        yield f"{path}: {trouble}"
        return
    for message, errors in catalogue.check():
        for each in errors:
            yield f"{path}:{message.lineno}: {each}"


def compile_catalogue(path: Path) -> None:
    """Write the compiled catalogue beside `path`, unless the one there is newer."""
    compiled = path.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= path.stat().st_mtime:
        return
    with compiled.open("wb") as file:
        write_mo(file, read_catalogue(path))


def read_catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, abort_invalid=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
