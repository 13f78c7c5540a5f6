"""The documents are held to the code, so that what they say stays so (ADR 1)."""

import re
from collections import Counter
from importlib import import_module

import pytest

from openmash.accounts.selectors import practitioner_called
from openmash.governance.rules import preset_names
from tests.architecture import documents
from tests.architecture.documents import DOCS, PACKAGE, ROOT

LONGEST_README = 40
HANDBOOK = "web"  # its README shows how to write a page, and is longer for it


def test_every_decision_cited_has_its_page():
    assert set(documents.decisions_cited()) <= set(documents.decision_pages())


def test_decisions_are_numbered_without_a_gap_and_listed():
    pages = documents.decision_pages()
    listed = (DOCS / "adr" / "README.md").read_text()
    assert sorted(pages) == list(range(1, len(pages) + 1))
    assert [page.name for page in pages.values() if page.name not in listed] == []


def test_every_decision_says_what_breaks_without_it():
    parts = ("**Context.**", "**Decision.**", "**Consequences.**", "**What breaks without it.**")
    for page in documents.decision_pages().values():
        text = page.read_text()
        assert [part for part in parts if part not in text] == [], page.name


def test_every_rule_cited_is_on_the_page_of_rules():
    known = set(re.findall(r"\b[ATI]\d[\w.]*\b", (DOCS / "rules.md").read_text()))
    cited = documents.rules_cited()
    assert {rule: where for rule, where in cited.items() if rule not in known} == {}


def test_every_package_has_its_sentence_and_no_sentence_is_left_over():
    explained = set(documents.first_column(DOCS / "dependencies.md")) - {"Package"}
    assert explained == documents.dependencies()


def test_every_link_leads_somewhere():
    lost = [
        f"{page.relative_to(ROOT)}: {target}"
        for page, target in documents.links()
        if not (page.parent / target.partition("#")[0]).exists()
    ]
    assert lost == []


def test_every_file_named_is_there():
    """Paths between backticks that begin where the repository or the package does."""
    lost = [
        f"{page.relative_to(ROOT)}: {named}"
        for page in DOCS.rglob("*.md")
        for named in re.findall(r"`([\w.]+/[\w.]+(?:/[\w.]*)*)`", page.read_text())
        if not _is_there(named)
    ]
    assert lost == []


def _is_there(named: str) -> bool:
    return any((folder / named).exists() for folder in (ROOT, PACKAGE))


def test_every_test_named_is_there():
    written = " ".join(each.read_text() for each in documents.sources())
    named = {
        test for page in documents.pages() for test in re.findall(r"`(test_\w+)`", page.read_text())
    }
    assert {
        each for each in named if f"def {each}(" not in written and each != "test_rules"
    } == set()


def test_a_word_has_one_meaning():
    rows = documents.first_column(DOCS / "glossary.md")
    words = [word for row in rows for word in re.findall(r"\*\*(.+?)\*\*(?: \(([^)]*)\))?", row)]
    assert len(words) > 60
    assert [word for word, times in Counter(words).items() if times > 1] == []


def test_the_verbs_of_the_walk_are_there():
    named = re.findall(r"`(\w+)\.services\.(\w+)`", (DOCS / "map.md").read_text())
    assert len(named) > 10
    lost = [
        f"{room}.{verb}"
        for room, verb in named
        if not hasattr(import_module(f"openmash.{room}.services"), verb)
    ]
    assert lost == []


def test_every_room_is_on_the_map_and_has_a_readme():
    rooms = {each.parent.name for each in PACKAGE.glob("*/__init__.py")}
    rows = documents.first_column(DOCS / "map.md")
    assert rooms <= {each.strip("`") for each in rows}
    for room in sorted(rooms):
        lines = (PACKAGE / room / "README.md").read_text().splitlines()
        assert room == HANDBOOK or len(lines) <= LONGEST_README, room


def test_the_table_of_powers_is_the_codes():
    page = documents.POWERS_PAGE.read_text()
    assert documents.with_powers(page) == page
    assert "| hub decision maker |" in page


def test_operators_are_told_of_every_setting_and_every_check():
    guide = (DOCS / "operators.md").read_text()
    assert [each for each in sorted(documents.settings_read()) if f"`{each}`" not in guide] == []
    assert [each for each in sorted(documents.checks_made()) if each not in guide] == []


@pytest.mark.django_db
def test_a_hub_is_founded_as_the_guide_says():
    (words,) = documents.code_in(DOCS / "operators.md", "python")
    exec(compile(words, "operators.md", "exec"), {})
    priya = practitioner_called("priya")
    assert priya is not None
    assert "london" in preset_names()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Kept apart (A3.1, A10.1a).", ["A3.1", "A10.1a"]),
        ("Measured (T2 to T4; trust 2).", ["T2", "T4"]),
        ("Nothing of the kind (A4 paper, ADR 2, the A&E).", ["A4"]),
    ],
)
def test_a_citation_is_recognised(text: str, rules: list[str]):
    assert documents._RULE.findall(text) == rules
