"""Paragraphs and headings: what Discord can render stays as it was written."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.render.paragraphs import RULE
from tests.discord_markdown.harness.pages import pages_of

ZERO = "\u200b"


@pytest.mark.parametrize(
    "text",
    [
        "Hello **world**, *how* are _you_? ~~Fine.~~ ||Secret|| `code`",
        "***both*** and **bold with *italics* in it**",
        "# One\n## Two\n### Three\ntext",
        "- a\n- b\n  - c\n    - d\n* e\n\n1. one\n2. two\n   - sub",
        "- [ ] to do\n- [x] done",
        "> quoted\n> more\n\nafter",
        "-# small print\ntext",
        "```python\nx = 1  # **not bold** <br> | a | $x^2$\n```\nafter",
        "`<br> ![a](b) __x__ &amp;`",
        "[a link](https://a.example/b_c_d) and https://bare.example/a_b_c?x=1",
        '[titled](https://a.example "a title") <https://no.preview.example>',
        "<@123> <#456> <@&789> <t:1700000000:R> </ask:42> <:smile:1234> <a:wave:5678>",
        "\\*not italics\\* 2 * 3 * 4 a_b_c snake_case_name",
        "Generic<T> and <your-name> and a < b > c",
        "first line\nsecond line\n\nnext paragraph",
        "It costs $5 and then $10, or US$5 = R$25.",
        "a | b is no table",
        "An unclosed **mark and `tick",
    ],
)
def test_what_discord_renders_stays_as_it_was_written(text: str) -> None:
    assert pages_of(text) == [text]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("#### Four\n##### Five #####\ntext", "**Four**\n**Five**\ntext"),
        ("#### With **bold** and *italics*", "**With bold and *italics***"),
        ("## Closed ##", "## Closed"),
        ("  ## Indented", "## Indented"),
        ("Title\n=====\ntext", "# Title\ntext"),
        ("Title\n---\ntext", "## Title\ntext"),
        ("One line\nand another\n---\ntext", f"One line\nand another\n{RULE}\ntext"),
        ("a\n\n---\n\nb", f"a\n\n{RULE}\n\nb"),
        ("a\n\n* * *\n\nb", f"a\n\n{RULE}\n\nb"),
    ],
)
def test_headings_and_rules(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("__strong__ and __more of it__", "**strong** and **more of it**"),
        ("+ one\n+ two", "- one\n- two"),
        (">tight\nlazy\n\n> > deep", "> tight\n> lazy\n\n> deep"),
        (">>> a prompt", "> a prompt"),
        ("> a\n>\n> b", "> a\n> \n> b"),
        ("text\n\n    x = 1\n    y = 2\n\nafter", "text\n\n```\nx = 1\ny = 2\n```\n\nafter"),
        ("~~~js\nx\n~~~", "```js\nx\n```"),
        ("````md\n```\nx\n```\n````", f"```md\n`{ZERO}`{ZERO}`\nx\n`{ZERO}`{ZERO}`\n```"),
        ('```{.python title="x"}\na\n```', "```\na\n```"),
        ("- a\n  ```js\n  x\n  ```", "- a\n  ```js\n  x\n  ```"),
        ("```\n\n```\ntext", "text"),
        ("```python\nnever closed", "```python\nnever closed\n```"),
        ("hard\\\nbreak", "hard\nbreak"),
        ("a &amp; b &lt;c&gt; &copy; &ast;x&ast;", "a & b \\<c\\> © \\*x\\*"),
        ("windows\r\nlines\r\n", "windows \nlines"),
    ],
)
def test_what_discord_understands_otherwise_is_rewritten(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]
