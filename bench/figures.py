"""Figures: percentiles, the table that is printed, and the file that is kept."""

import json
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("django", "psycopg", "granian")
MIB = 1024 * 1024


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of them do not exceed (the nearest one, never between)."""
    in_order = sorted(values)
    return in_order[min(int(len(in_order) * share), len(in_order) - 1)]


def in_ms(seconds: Sequence[float]) -> dict[str, float]:
    """Return N, p50, p95 and the longest, in milliseconds."""
    return {
        "N": len(seconds),
        "p50": round(percentile(seconds, 0.50) * 1000, 1),
        "p95": round(percentile(seconds, 0.95) * 1000, 1),
        "max": round(max(seconds) * 1000, 1),
    }


def machine(postgres_version: str) -> dict[str, Any]:
    """Say what the figures were measured on, and how busy it was with other things."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / MIB / 1024),
        "load_before": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "postgresql": postgres_version,
        **{each: version(each) for each in PACKAGES},
    }


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    named = (each.partition(":")[2].strip() for each in lines if each.startswith("model name"))
    return next(named, platform.machine())


def keep(name: str, result: Mapping[str, Any]) -> Path:
    """Write a result where the next one can be compared with it."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    return path


def print_table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print rows under headings: words to the left, figures to the right."""
    told = [[_told(each) for each in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(headings, *told, strict=True)]
    for row in [list(headings), ["-" * each for each in widths], *told]:
        first, *rest = (cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        print("  ".join([row[0].ljust(len(first)), *rest]))


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "met" if value else "NOT met"
    return f"{value:,}" if isinstance(value, int | float) else str(value)
