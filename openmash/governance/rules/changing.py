"""A change to a policy as somebody writes it: one section at a time, in the words of its file."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from openmash.governance.rules.checks import check_document
from openmash.governance.rules.document import PolicyDocument
from openmash.governance.rules.flaws import Flaw, PolicyUnusable
from openmash.governance.rules.reading import read_yaml

NOT_A_SECTION = frozenset({"name", "version", "edition", "effective_from", "sources"})
SECTIONS = tuple(each for each in PolicyDocument.model_fields if each not in NOT_A_SECTION)


def section_as_written(document: PolicyDocument, section: str) -> str:
    """Return one section of a policy as its file would say it."""
    said = document.model_dump(mode="json", exclude_defaults=True, include={section})
    said = said or document.model_dump(mode="json", include={section})
    text: str = yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=88)
    return text


def with_section(
    document: PolicyDocument, *, section: str, written: str, version: str, begins: date
) -> PolicyDocument:
    """Return the policy with one section as written, or refuse it with every flaw in it.

    What is written begins with the section's own name, as in the file, so that nothing else can be
    changed by a slip.
    """
    if section not in SECTIONS:
        raise PolicyUnusable([Flaw("section", f"No policy has “{section}”.", "Choose another.")])
    said = read_yaml("what you wrote", written)
    if set(said) != {section}:
        wrong = f"This says {_names(said)}, and only {section} was to change."
        raise PolicyUnusable([Flaw(section, wrong, f"Begin with “{section}:” and say no more.")])
    whole = document.model_dump(mode="json", exclude_defaults=True)
    return check_document(
        whole | {section: said[section], "version": version, "effective_from": begins}
    )


def _names(said: Mapping[str, Any]) -> str:
    return ", ".join(str(each) for each in said) or "nothing"


def section_title(section: str) -> str:
    """Return a section's name as one would say it."""
    return TITLES.get(section, section.replace("_", " ").capitalize())


TITLES = {
    "hub": "Who the hub is, and its words",
    "gate": "The gate before checks",
    "form": "The professional form",
    "law": "Law packs",
    "retention": "Keeping, in words",
    "retention_zones": "Keeping, by zone",
    "records_may_be_printed": "Printing",
    "scope": "What the hub takes on",
    "site_thresholds": "Threshold documents of sites",
    "authority": "Who may do what",
    "repeats": "Repeats",
    "ladder": "Who is told as time runs out",
}
