"""`./run bench [NAME …] [--quick] [--fresh] [--minutes N]`: run benchmarks and keep the figures.

Names: clocks, pages, intake. Without a name, all of them. A table is printed, and
`bench/results/NAME.json` written; `--quick` uses a small data set and is for trying the benchmarks
out, not for figures. `--minutes` ends `clocks` early, with as many as were asked by then.
"""

import argparse
import sys
from datetime import UTC, datetime
from typing import Any

import psycopg

from bench import clocks, data_sets
from bench.cluster import running_cluster
from bench.data_sets import QUICK, YEAR, Size
from bench.figures import keep, machine
from openmash.config.localpg import SUPERUSER, PrivatePostgres
from openmash.config.postgres_binaries import PostgresTrouble

ON_PAPER = ("clocks",)  # they need no database
NAMES = (*ON_PAPER, "pages", "intake")
TIMES, QUICK_TIMES = 20, 5


def main(arguments: list[str]) -> int:
    """Run the benchmarks named, or all."""
    options = _options(arguments)
    size = QUICK if options.quick else YEAR
    times = QUICK_TIMES if options.quick else TIMES
    names = options.names or NAMES
    differ = _on_paper(options) if "clocks" in names else 0
    if not set(names) - set(ON_PAPER):
        return 1 if differ else 0
    try:
        with running_cluster() as postgres:
            data_sets.use(postgres, size, fresh=options.fresh)
            for name in names:
                if name not in ON_PAPER:
                    _run(name, postgres, size, times)
    except PostgresTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    return 1 if differ else 0


def _on_paper(options: argparse.Namespace) -> int:
    """Ask the clocks, and return how many answers differ."""
    print("\nclocks", flush=True)
    about = machine("none")
    found = clocks.run(quick=options.quick, minutes=options.minutes)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    path = keep("clocks", {"benchmark": "clocks", "at": at, "machine": about, **found})
    print(f"\nKept in bench/results/{path.name}")
    return int(found["mismatches"])


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="a small data set, few repeats")
    parser.add_argument("--minutes", type=float, help="end `clocks` after so many minutes")
    parser.add_argument("--fresh", action="store_true", help="make the data set again")
    options = parser.parse_args(arguments)
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    return options


def _run(name: str, postgres: PrivatePostgres, size: Size, times: int) -> None:
    print(f"\n{name} ({size.name}: about {size.contacts:,} contacts)", flush=True)
    about = machine(_version(postgres))
    found = _measure(name, postgres, size, times)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    path = keep(name, {"benchmark": name, "at": at, "machine": about, **found})
    print(f"\nKept in bench/results/{path.name}")


def _measure(name: str, postgres: PrivatePostgres, size: Size, times: int) -> dict[str, Any]:
    from bench import intake, pages  # models can be imported only once Django is set up

    benchmarks = {"pages": pages.run, "intake": intake.run}
    return benchmarks[name](postgres, size, times)


def _version(postgres: PrivatePostgres) -> str:
    with psycopg.connect(postgres.url(SUPERUSER, "postgres")) as connection:
        return connection.info.parameter_status("server_version") or "unknown"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
