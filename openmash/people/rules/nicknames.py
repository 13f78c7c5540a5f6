"""Forenames that are one name: short forms, and one name in several spellings or languages.

The table is `nicknames.yaml`, one family a line; a form may stand in several families. It is
meant to be argued with and added to: a missing family costs a suggestion, never a record.
"""

from collections import defaultdict
from functools import cache
from importlib.resources import files

import yaml

from openmash.people.rules.names import normalised


def name_families(token: str) -> frozenset[str]:
    """Return the heads of the families `token` belongs to, itself among them."""
    return _families().get(token, frozenset()) | {token}


def are_forms_of_one_name(left: str, right: str) -> bool:
    """Say whether two normalised forenames share a family (Liz, Beth; Mohd, Muhammad)."""
    return not name_families(left).isdisjoint(name_families(right))


@cache
def _families() -> dict[str, frozenset[str]]:
    table = files("openmash.people.rules").joinpath("nicknames.yaml").read_text("utf-8")
    heads: dict[str, set[str]] = defaultdict(set)
    for line in yaml.safe_load(table):
        forms = [normalised(each) for each in line.split()]
        for each in forms:
            heads[each].add(forms[0])
    return {form: frozenset(its) for form, its in heads.items()}
