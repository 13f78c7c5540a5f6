"""Words in a policy that must name something else in it: each that names nothing is a flaw."""

from collections.abc import Iterable, Iterator

from openmash.governance.rules.draft import Draft
from openmash.governance.rules.flaws import Flaw
from openmash.governance.terms import Track


def known(
    draft: Draft, path: str, named: Iterable[str], section: str, field: str
) -> Iterator[Flaw]:
    written = draft.written(section, field)
    for name in named:
        if name not in written:
            have = ", ".join(dict.fromkeys(written)) or "nothing"
            wrong = f"“{name}” is not among this policy's {section}."
            yield Flaw(path, wrong, f"Add it there, or use one of: {have}.")


def offered(draft: Draft, path: str, tracks: Iterable[Track]) -> Iterator[Flaw]:
    have = draft.words("tracks")
    for track in tracks:
        if track.value not in have:
            wrong = f"This hub does not offer {track.label}."
            yield Flaw(path, wrong, f"Add {track} to tracks, or take it out here.")


def tracks_of(draft: Draft) -> list[Track]:
    codes = {each.value: each for each in Track}
    return [codes[word] for word in draft.words("tracks") if word in codes]
