"""The little HTML that chatbots write."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.pages import pages_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("> one<br>two", "> one\n> two"),
        ("<b>bold</b> <i>it</i> <u>under</u> <del>gone</del>", "**bold** *it* __under__ ~~gone~~"),
        ("press <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>", "press `Ctrl`, H2O, x^2"),
        ("<strong>never closed", "never closed"),
        ("a <!-- comment --> b", "a  b"),
        ("a\n\n<!-- over\n\nlines -->\n\nb", "a\n\nb"),
        ('<a href="https://a.example">text</a>', "[text](https://a.example)"),
        ('<a href="https://a.example">https://b.example</a>',
         "https://b.example (<https://a.example>)"),
        ('<img src="https://a.example/i.png" alt="A cat">', "[A cat](https://a.example/i.png)"),
        ("<details><summary>More</summary>\n\ntext\n\n</details>", "**More**\n\ntext"),
        ("`<b>` stays", "`<b>` stays"),
    ],
)  # fmt: skip
def test_html(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]
