"""How many of a collection of answers Discord shows as they mean.

    python -m tests.discord_markdown.measure FILE.jsonl [--usual] [--show ID]

A line of the file is an object with `id` and `text`. `--usual` reads by the usual reading alone;
`--show` prints the pages and the faults of one answer.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

from tests.discord_markdown.harness.meaning.faults import faults
from tests.discord_markdown.harness.pages import pages_of
from tests.discord_markdown.harness.reader.rules import READINGS, USUAL


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.discord_markdown.measure")
    parser.add_argument("file", type=Path)
    parser.add_argument("--usual", action="store_true")
    parser.add_argument("--show")
    options = parser.parse_args(arguments)
    lines = options.file.read_text("utf-8").splitlines()
    answers = {each["id"]: each["text"] for each in map(json.loads, filter(None, lines))}
    readings = [USUAL] if options.usual else READINGS
    write = sys.stdout.write
    if options.show:
        pages = pages_of(answers[options.show])
        write("\n=== page ===\n".join(pages) + "\n=== faults ===\n")
        write("\n".join(faults(answers[options.show], pages, readings)) + "\n")
        return
    by_kind: dict[str, list[str]] = defaultdict(list)
    broken = 0
    for name, text in answers.items():
        kinds = {each.partition(":")[0] for each in faults(text, pages_of(text), readings)}
        broken += bool(kinds)
        for kind in kinds:
            by_kind[kind].append(name)
    write(f"{broken} of {len(answers)} answers have a fault: {broken / len(answers):.2%}\n")
    for kind, names in sorted(by_kind.items(), key=lambda each: -len(each[1])):
        write(f"{len(names):5} {len(names) / len(answers):6.2%} {kind}: {' '.join(names)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
