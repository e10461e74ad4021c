"""The benchmarks: `python -m tests.bench [--json FILE] [NAME …]`, or `make bench`.

Each module in `BENCHES` is a group of rows: a function `rows()` that measures and gives them one
by one. The table goes to standard output and, as JSON, to a file. Exit code 1 if a bound is not
kept. Times depend on the machine, so no test asserts them.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import platform
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tests.bench import open_streams, parser
from tests.bench.row import Row

BENCHES: Mapping[str, Callable[[], Iterable[Row]]] = {
    "parser": parser.rows,
    "open-streams": open_streams.rows,
}
_WIDTHS = (52, 14, 14, 3)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that are named, or all; returns the exit code."""
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--json", type=Path, default=Path("build/bench.json"), metavar="FILE")
    options.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    chosen = options.parse_args(arguments)
    if strange := set(chosen.names) - set(BENCHES):
        options.error(f"no such benchmark: {', '.join(sorted(strange))}")
    _say(("work", "measured", "bound", "ok"))
    _say(["-" * width for width in _WIDTHS])
    measured: list[Row] = []
    for name in chosen.names or BENCHES:
        for row in BENCHES[name]():
            _say(row.cells())
            measured.append(row)
    _write(chosen.json, measured)
    return 0 if all(row.ok for row in measured) else 1


def _say(cells: Sequence[str]) -> None:
    padded = (cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    print(" | ".join(padded).rstrip(), flush=True)  # noqa: T201


def _write(file: Path, rows: list[Row]) -> None:
    told = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "rows": [dataclasses.asdict(row) | {"ok": row.ok} for row in rows],
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
