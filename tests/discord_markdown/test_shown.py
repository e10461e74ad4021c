"""What a complete text is shown as: what Discord can render stays as it was written."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.render.texts import RULE
from tests.discord_markdown.markdown import pages_of

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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("![A cat](https://a.example/cat.png)", "[A cat](https://a.example/cat.png)"),
        ("![](https://a.example/cat.png)", "[cat.png](https://a.example/cat.png)"),
        ("![chart](data:image/png;base64,AAAA)", "chart"),
        ("![chart](/images/chart.png)", "chart (/images/chart.png)"),
        ("[the docs](/docs/start)", "the docs (/docs/start)"),
        ("[above](#above)", "above"),
        ("[r]: https://ref.example\n\n[text][r] and [r]",
         "[r]: https://ref.example\n\n[text](https://ref.example) and [r](https://ref.example)"),
        ("[text][r]\n\n[r]: https://ref.example",
         "[text](https://ref.example)\n\n[r]: https://ref.example"),
    ],
)  # fmt: skip
def test_links_and_images(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[https://bank.example](https://evil.example)",
         "https://bank.example (<https://evil.example>)"),
        ("[bank.example](https://evil.example/x)", "bank.example (<https://evil.example/x>)"),
        ("[**www.bank.example/login**](https://evil.example)",
         "**www.bank.example/login** (<https://evil.example>)"),
        ("[log in at https://bank.example now](https://evil.example)",
         "log in at https://bank.example now (<https://evil.example>)"),
        ("![bank.example](https://evil.example)", "bank.example (<https://evil.example>)"),
        ("[https://a.example/](https://a.example)", "https://a.example/"),
        ("[README.md](https://a.example/x/README.md)",
         "[README.md](https://a.example/x/README.md)"),
    ],
)  # fmt: skip
def test_a_link_whose_text_is_another_address_is_shown_openly(text: str, shown: str) -> None:
    assert pages_of(text) == [shown]


def test_white_space_alone_is_no_page() -> None:
    assert pages_of(" \n\n \t") == []
    assert pages_of("\u200b\n\u200d") == []
