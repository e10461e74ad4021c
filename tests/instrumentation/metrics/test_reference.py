"""The documentation has the reference of the metrics, as it is made from the code."""

from __future__ import annotations

import os
from pathlib import Path

from bridge_bot.instrumentation.metrics.definitions import METRICS
from bridge_bot.instrumentation.metrics.reference import reference

PAGE = Path(__file__).parents[3] / "docs/operating.md"
BEGIN, END = "<!-- made by `make metrics-reference` -->\n", "<!-- end -->\n"
WRITE = "BRIDGE_BOT_WRITE_REFERENCE"
"""An environment variable: if it is set, the page is written anew."""


def test_the_documentation_has_the_reference_that_the_code_makes() -> None:
    page = PAGE.read_text("utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    made = before + BEGIN + "\n" + reference() + "\n" + END + after
    if os.environ.get(WRITE):
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made


def test_each_metric_is_a_row_with_its_labels() -> None:
    rows = reference().splitlines()[2:]
    assert [row.split("`")[1] for row in rows] == [metric.name for metric in METRICS]
    for row, metric in zip(rows, METRICS, strict=True):
        assert all(f"`{label}`" in row for label in metric.labels)
