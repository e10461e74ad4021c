"""A row knows whether its bound is kept. What is measured depends on the machine: no test here."""

from __future__ import annotations

import pytest

from tests.bench.row import Row


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        (Row("w", 1.0, 2.0, "s"), ("w", "1 s", "≤ 2 s", "", "yes")),
        (Row("w", 2.0, 2.0, "s"), ("w", "2 s", "≤ 2 s", "", "yes")),
        (Row("w", 2.1, 2.0, "s"), ("w", "2.1 s", "≤ 2 s", "", "NO")),
        (Row("w", 2.1, 2.0, "", at_least=True), ("w", "2.1", "≥ 2", "", "yes")),
        (Row("w", 1.9, 2.0, "MB/s", at_least=True), ("w", "1.9 MB/s", "≥ 2 MB/s", "", "NO")),
        (Row("w", 1234.0, None, "", plain=2.345), ("w", "1,234", "", "2.35", "")),
        (Row("w", float("inf"), 2.0, "s"), ("w", "inf s", "≤ 2 s", "", "NO")),
    ],
)
def test_a_bound_is_the_most_or_the_least_that_is_fine_and_without_one_all_is(
    row: Row, cells: tuple[str, str, str, str, str]
) -> None:
    assert row.cells() == cells
