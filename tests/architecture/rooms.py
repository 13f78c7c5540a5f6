"""What import-linter cannot say in one contract: each room keeps its models to itself.

Run as a program, it prints every trespass of the package beside it: the tests try it on copies.
"""

import grimp

READS_EVERYTHING = "insight"


def trespasses_on_models() -> list[str]:
    """Return each import of one room's models by another; `insight` alone may read all."""
    graph = grimp.build_graph("openmash", exclude_type_checking_imports=True, cache_dir=None)
    return [
        f"{importer} imports {models}"
        for models in sorted(graph.modules)
        if models.endswith(".models") or ".models." in models
        for importer in sorted(graph.find_modules_that_directly_import(models))
        if _room(importer) not in {_room(models), READS_EVERYTHING} and not _is_test(importer)
    ]


def _room(module: str) -> str:
    return module.split(".")[1]


def _is_test(module: str) -> bool:
    return ".tests" in module


if __name__ == "__main__":
    print("\n".join(trespasses_on_models()))
