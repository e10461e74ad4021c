"""What Discord reads in the pages is what the source means: small sources of each kind."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.meaning.faults import faults
from tests.discord_markdown.harness.pages import pages_of
from tests.discord_markdown.harness.reader.rules import READINGS

LONG = "words that go on and on, in a cell that needs some room on its line"


CODE_IN_LISTS = [
    "1. **A:**\n   ```bash\n   x\n   ```\n2. **B:**\n   ```bash\n   y\n   ```\n",
    "- a\n\n  ```py\n  x\n\n  y\n  ```\n\n- b\n",
    "- a\n\n      indented code\n\n- b",
    "1. x\n\n   $$\n   a = b\n   $$\n\n2. y",
    "- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n- next",
    "> - a\n>   ```\n>   x\n>\n>   y\n>   ```\n> - b",
    "- ```js\n  x\n  y\n  ```\n- b",
    "1. a\n\n\t```\n\tx\n\t\ty\n\t```\n2. b",
]


LITERAL_MARKS = [
    "F0*cos(w)\n\nand k*x here",
    "D(P || Q) ≠ D(Q || P)",
    "The norms ||x|| and ||y||_2 are equal.",
    "____ and ____.",
    "a ** b ** c",
    "sh*t\n\nf**k and a*b",
    "a * b\n\n```c\nint *p = *q;\n```\n",
    "λ_max and\n\n```tex\n\\lambda_{x}\n```\n",
    "f(*a, *b) or g(**k) and 5**(2)",
    "a ` b\n\nand `code` here",
    "~~a~~_b",
    "C:\\temp\\new \\\\server\\новый",
    "\\[a](https://x.example/b)",
    "- (e.g., “my name is ____,” “we like to ____ together”)",
]


LISTS = [
    "1. Jazz:\n- Louis\n- Duke\n2. Blues",
    "- a\n- b\n1. c\n2. d",
    "1. a\n\n   - b",
    "1. a\n\n   - b\n\n   - c\n\n2. d\n\n   para *x*\n\n   - e",
    "- a\n  1. b\n  2. c\n\n  - d\n- e",
    "1. one\n2. two\n\n1. uno\n2. due",
    "- # Head\n- text\n  ## Sub\n  more",
    "- > q\n  > r\n- x",
    "1. a\n   b\n   *c* d\n2. e",
    "- a\n\n\t- b\n\n\t\tpara **x**\n- c",
    "9. a\n10. b\n    - c\n11. d",
    "2024. And then\nIt was\n2024. And",
    "- a\n***\n- b",
]


LINKS = [
    "[a](https://x.example/1) [b](https://x.example/2) [c](https://x.example/3)",
    "[docs.example](https://docs.example/)",
    "（https://a.example/b）。",
    "[![a](https://x.example/i.png)](https://y.example)",
    "[😀 Docs](https://x.example) and [a 😀 b](https://x.example)",
    "[a `b*c` *d*](https://x.example) [a\\]b](https://x.example)",
    "[a](<https://x.example/a b>) [c](/rel) [e](https://x.example/(a)",
    "https://x.example/a_b_c_ and **https://x.example/a** (https://x.example/b)",
    "at https://x.example/d, and https://x.example/e. Then https://x.example/f",
    "<https://x.example/a> <mail@x.example>",
    "a\n\n[r]: https://ref.example/x_y_z\n\nsee [r]",
    "see [r]\n\n[r]: https://ref.example/x_y_z",
    '<a href="https://evil.example">https://good.example</a>',
    "[ht\u200btps://good.example](https://evil.example)",
]


OTHERS = [
    f"| Name | What |\n|---|---|\n| `a_b` | {LONG} |\n| x_y_ | `c` and _d_ other_ words |",
    f"| `**` | b_c |\n|---|---|\n| `~~` | {LONG} |",
    "```\na ```` b ``` c `` d\n`````\n```",
    "$f(x) = `x`$",
    "price is $20, and the formula is $x^2$",
    "**“引用”**后",
    "他说**“引用”**后",
    "a<b and c>d",
    "<summary>S **b**</summary>",
    "> > deep\n> back",
    "> a\n\n> b",
    "***bold it*** __u__ _i_ *a **b** c* _snake_case_",
    "a &lt;b&gt; &amp; &#42;x&#42;",
    "# #endif\n\na\n===\nb\nc\n---\n",
    "if x:\n    # no heading, since a paragraph goes on\n    y",
    "1. $$ x\n2. y",
    "1. Run: ```sh\nx y\n2. more",
    "- a\n- <!-- b\n- c",
    "> $$ x\n\ny",
]


@pytest.mark.parametrize("source", CODE_IN_LISTS + LITERAL_MARKS + LISTS + LINKS + OTHERS)
def test_discord_reads_what_is_meant(source: str) -> None:
    pages = pages_of(source)
    assert faults(source, pages, READINGS) == [], pages
