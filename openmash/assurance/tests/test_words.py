"""Every look that any room records has words for those who ask who looked."""

import ast
from collections.abc import Iterator
from pathlib import Path

import openmash
from openmash.assurance.terms import LOOKS, look_words

ROOMS = Path(openmash.__file__).parent
LEAVES_A_LOOK = {"record_look", "note_look"}


def looks_recorded() -> set[str]:
    """Return every action that code names when it records a look."""
    files = [each for each in ROOMS.rglob("*.py") if "tests" not in each.parts]
    return {action for each in files for action in _actions_in(each.read_text())}


def _actions_in(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in LEAVES_A_LOOK:
            named = [each.value for each in node.keywords if each.arg == "action"]
            for value in (*node.args, *named):
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    yield value.value if "." in value.value else f"{value.value}.opened"


def test_every_look_has_words():
    assert looks_recorded() - set(LOOKS) == set()


def test_the_detector_finds_both_ways_of_leaving_a_look():
    code = "record_look(by=who, action='case.read')\nnote_look(request, case, 'view', [])"
    assert list(_actions_in(code)) == ["case.read", "view.opened"]
    assert {"board.read", "decision.opened", "handover.begun"} <= looks_recorded()


def test_a_code_without_words_is_shown_as_it_was_kept():
    assert look_words("nothing.known") == "nothing.known"
