"""The inline text of a block as fragments."""

from __future__ import annotations

from typing import Any

import pytest

from bridge_bot.discord_markdown.fragments import RenderedBlock
from bridge_bot.discord_markdown.render.inline import InlineRenderer
from bridge_bot.discord_markdown.render.plain_text import InlineOptions


def rendered(text: str, *, growing: bool = False, **more: Any) -> InlineRenderer:
    return InlineRenderer(text, {}, InlineOptions(growing, 100, **more))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a **b** *c*", "a **b** *c*"),
        ("__b__ and _i_", "**b** and _i_"),
        ("**a <b>b</b>**", "**a b**"),
        ("``a`b``", "``a`b``"),
        ("a\nb", "a\nb"),
        ("![pic](https://x.example/i.png)", "[pic](https://x.example/i.png)"),
        ("[![a](https://x.example/i)](https://y.example)", "[a](https://y.example)"),
        ("<https://x.example> <a@x.example>", "<https://x.example> a@x.example"),
        ("https://x.example/a。", "<https://x.example/a>。"),
        ("&lt;b&gt; &copy;", "\\<b\\> ©"),
        ("<u>a</u> <kbd>b</kbd> x<sup>2</sup>", "__a__ `b` x^2"),
        ("<kbd> </kbd>a", " a"),
    ],
)
def test_an_inline_text_is_shown_as(text: str, shown: str) -> None:
    assert RenderedBlock(0, rendered(text).fragments).text == shown


@pytest.mark.parametrize(
    ("text", "option", "shown"),
    [
        ("a **b** *c*", {"bold": True}, "a b *c*"),
        ("a\nb", {"line_break": "\n> "}, "a\n> b"),
        ("a\n*b*", {"in_item": True}, "a *b*"),
        ("a\nb", {"in_item": True}, "a\nb"),
        ("**bold", {"growing": True}, "**bold**"),
        ("**open** on", {"reopened_chars": 2}, "**open** on"),
        ("a [text](https://x.ex", {"growing": True}, "a text"),
        ("a `code", {"growing": True}, "a `code`"),
    ],
)
def test_an_inline_text_with_an_option_is_shown_as(
    text: str, option: dict[str, Any], shown: str
) -> None:
    assert RenderedBlock(0, rendered(text, **option).fragments).text == shown


@pytest.mark.parametrize(
    ("text", "withheld_chars"),
    [("a [text](https://x", 12), ("a [te", 1), ("a\\", 1), ("a\\\\", 0), ("a **b", 0)],
)
def test_so_many_characters_of_a_growing_text_are_withheld(text: str, withheld_chars: int) -> None:
    assert rendered(text, growing=True).withheld_chars == withheld_chars


@pytest.mark.parametrize(
    ("text", "has_link"),
    [("[a](https://x.example)", True), ("https://x.example", True), ("[a]", False), ("a", False)],
)
def test_it_is_known_whether_there_is_a_link(text: str, has_link: bool) -> None:
    assert rendered(text).has_link is has_link
