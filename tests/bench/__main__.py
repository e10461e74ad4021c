"""The benchmarks: `python -m tests.bench [--json FILE] [--alone] [NAME …]`, or `make bench`.

Each is a group of rows, which are measured and given one by one: what is measured, the bound to
keep, and the plain bot's figure in the same run. The table goes to standard output and, as JSON,
to a file; progress goes to standard error. The exit code is 1 if a bound is not kept or a bot ended
badly. Times depend on the machine, so no test asserts them.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import os
import platform
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.bench import database, many_processes, noise, open_streams, parser, presses, raid
from tests.bench.bot_processes import BadEnd
from tests.bench.progress import progress
from tests.bench.row import Row
from tests.bench.scenarios import SEED, WORKS
from tests.bench.streaming import Streaming

Bench = Callable[[], Iterable[Row]]
_WIDTHS = (85, 11, 12, 11, 3)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that are named, or all; returns the exit code."""
    names = ["parser", "open-streams", "database", *WORKS, "presses", "raid", "noise"]
    names.append("many-processes")
    options = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    options.add_argument("--json", type=Path, default=Path("build/bench.json"), metavar="FILE")
    options.add_argument("--seed", type=int, default=SEED, help="of the answers' texts")
    options.add_argument("--alone", action="store_true", help="without the plain bot")
    options.add_argument("--picture", type=Path, metavar="FILE", help="of `hundred`, as SVG")
    options.add_argument(
        "--servers", type=int, default=400, help="how many `many-processes` has; a fifth are asked"
    )
    options.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    chosen = options.parse_args(arguments)
    if strange := set(chosen.names) - set(names):
        options.error(f"no such benchmark: {', '.join(sorted(strange))}")
    if chosen.picture and (chosen.alone or "hundred" not in (chosen.names or names)):
        options.error("the picture shows `hundred`, with the plain bot")
    streaming = Streaming(chosen.seed, with_plain=not chosen.alone)
    benches: Mapping[str, Bench] = {
        "parser": parser.rows,
        "open-streams": open_streams.rows,
        "database": partial(database.rows, chosen.seed),
        **{name: partial(streaming.rows, name) for name in WORKS},
        "presses": presses.rows,
        "raid": raid.rows,
        "noise": noise.rows,
        "many-processes": partial(many_processes.rows, chosen.servers),
    }
    measured: list[Row] = []
    _say(("work", "measured", "bound", "plain bot", "ok"))
    _say(["-" * width for width in _WIDTHS])
    failed = False
    for name in chosen.names or names:
        try:
            for row in benches[name]():
                _say(row.cells())
                measured.append(row)
        except BadEnd as error:
            progress(f"{name}: {error}")
            failed = True
    _write(chosen.json, measured, streaming)
    if chosen.picture and "hundred" in streaming.outcomes:
        chosen.picture.write_text(streaming.picture("hundred"), "utf-8")
    return 1 if failed or not all(row.ok for row in measured) else 0


def _say(cells: Sequence[str]) -> None:
    padded = (cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    print(" | ".join(padded).rstrip(), flush=True)  # noqa: T201


def _write(file: Path, rows: Iterable[Row], streaming: Streaming) -> None:
    told = {
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "seed": streaming.seed,
        "rows": [_finite(dataclasses.asdict(row) | {"ok": row.ok}) for row in rows],
        # Whether something else kept the machine busy.
        "circumstances": {
            name: {
                who: {"load_average": outcome.load, "timers_late_s": outcome.late_s}
                for who, outcome in outcomes.items()
            }
            for name, outcomes in streaming.outcomes.items()
        },
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _finite(fields: Mapping[str, object]) -> Mapping[str, object]:
    """JSON knows no infinity: null instead."""
    return {
        name: None if isinstance(value, float) and not math.isfinite(value) else value
        for name, value in fields.items()
    }


if __name__ == "__main__":
    sys.exit(main())
