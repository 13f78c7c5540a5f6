"""What a part says of a track or a rating the hub does not have is left out."""

from collections.abc import Mapping
from typing import Any


def narrowed(said: Any, word: str, offered: frozenset[str]) -> Any:
    """Return what is said with what is not offered left out, or None if nothing is left.

    `word` is `track` or `rating`: a piece that names one that is not offered goes, and a piece that
    lists several keeps those that are, or goes if there are none.
    """
    if isinstance(said, Mapping):
        return _piece(said, word, offered)
    if isinstance(said, list | tuple):
        return [
            each for each in (narrowed(each, word, offered) for each in said) if each is not None
        ]
    return said


def _piece(said: Mapping[str, Any], word: str, offered: frozenset[str]) -> dict[str, Any] | None:
    one, several = said.get(word), _words(said.get(word + "s"))
    if isinstance(one, str) and one not in offered:
        return None
    kept = {name: narrowed(value, word, offered) for name, value in said.items()}
    if several:
        kept[word + "s"] = [each for each in several if each in offered]
        if not kept[word + "s"]:
            return None
    return {name: value for name, value in kept.items() if value is not None or said[name] is None}


def _words(value: Any) -> list[str]:
    """Return a list of plain words, or nothing where it is anything else."""
    listed = value if isinstance(value, list) else []
    return listed if all(isinstance(each, str) for each in listed) else []
