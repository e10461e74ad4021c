"""Backslashes before delimiters that are meant as text."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.pages import pages_of


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("2 * 3 * 4 and snake_case", "2 * 3 * 4 and snake_case"),
        ("a *b", "a *b"),
        ("F*c(w)\n\nk*x", "F\\*c(w)\n\nk*x"),
        ("`**` and `||`", "`**` and `||`"),
        ("a*b a ** b **a*b**", "a*b a \\*\\* b **a*b**"),
        ("D(P || Q) ≠ D(Q || P)", "D(P \\|| Q) ≠ D(Q || P)"),
    ],
)
def test_a_backslash_stands_where_it_is_needed_and_only_there(source: str, page: str) -> None:
    assert pages_of(source) == [page]
