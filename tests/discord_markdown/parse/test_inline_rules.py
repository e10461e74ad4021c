"""Inline rules that CommonMark does not have."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.pages import pages_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("so $x^2 + y^2$ holds", "so `x^2 + y^2` holds"),
        ("let $n$ be \\(a_1\\) or \\( b \\)", "let `n` be `a_1` or `b`"),
        ("$$e = mc^2$$", "`e = mc^2`"),
        ("inline \\[ x \\] here", "inline `x` here"),
        ("$$\n\\frac{a}{b}\n= c\n$$\nafter", "```tex\n\\frac{a}{b}\n= c\n```\nafter"),
        ("\\[\nx\n\\]", "```tex\nx\n```"),
        ("$$ a\nb $$\nafter", "```tex\na\nb \n```\nafter"),
        ("$$\nx = 1$$", "```tex\nx = 1\n```"),
        ("\\begin{x} $\\alpha$ $2x + 3 = 7$", "\\begin{x} `\\alpha` `2x + 3 = 7`"),
        ("$HOME/$USER, $5k and $6k, $PATH=$HOME", "$HOME/$USER, $5k and $6k, $PATH=$HOME"),
        ("from $1,000 to $2,000 (=$3)", "from $1,000 to $2,000 (=$3)"),
        ("$$\n\nno LaTeX", "$$\n\nno LaTeX"),
    ],
)
def test_latex_becomes_code_and_money_does_not(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]
