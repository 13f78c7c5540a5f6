"""Reading a policy file: a name said twice is a flaw, never the last one silently winning."""

from collections.abc import Mapping
from typing import Any

import yaml

from openmash.governance.rules.flaws import Flaw, PolicyUnusable

SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(SafeLoader):  # type: ignore[misc]
    """The safe loader, which also refuses a name said twice in one mapping."""


def read_yaml(file: str, text: str) -> Mapping[str, Any]:
    """Return what a file says, or refuse it with the line that cannot be read."""
    try:
        said = yaml.load(text, Loader=_Loader)  # noqa: S506 — a safe loader
    except yaml.YAMLError as error:
        raise PolicyUnusable([_unreadable(file, error)]) from error
    if not isinstance(said, Mapping):
        raise PolicyUnusable(
            [Flaw("policy", "This is not a mapping.", "Begin with `name:`.", file)]
        )
    return said


def _unreadable(file: str, error: yaml.YAMLError) -> Flaw:
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}" if mark else "policy"
    problem = str(getattr(error, "problem", error))
    return Flaw(where, f"This cannot be read: {problem}.", "Put the line right.", file)


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[str] = set()
    for name, _ in node.value:
        if name.value in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"“{name.value}” is said twice", name.start_mark
            )
        seen.add(name.value)
    loader.flatten_mapping(node)
    return dict(loader.construct_pairs(node, deep=True))


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
