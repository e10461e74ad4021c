"""What Discord reads in the pages is what the source means: small sources of each kind."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown import Pages
from bridge_bot.discord_markdown.paginate.breaks import MOST_DRAWN
from tests.discord_markdown.content import seen
from tests.discord_markdown.faults import faults
from tests.discord_markdown.leaves import READINGS
from tests.discord_markdown.pages import pages_of, shown

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


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("2 * 3 * 4 and snake_case", "2 * 3 * 4 and snake_case"),
        ("a *b", "a *b"),
        ("F*c(w)\n\nk*x", "F\\*c(w)\n\nk*x"),
        ("`**` and `||`", "`**` and `||`"),
        ("D(P || Q) ≠ D(Q || P)", "D(P \\|| Q) ≠ D(Q || P)"),
    ],
)
def test_a_backslash_stands_where_it_is_needed_and_only_there(source: str, page: str) -> None:
    assert pages_of(source) == [page]


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("1. Run: ```bash\n   x\n   ```\n2. Next", "1. Run:\n   ```bash\n   x\n   ```\n2. Next"),
        ("Run:```\nx\n```\nafter", "Run:\n```\nx\n```\nafter"),
        ("1. Run: ```sh\nx\n```\n2. Next", "1. Run:\n   ```sh\n   x\n   ```\n2. Next"),
        ("- a\n  - B: ```js\nx\n```\n  - C", "- a\n  - B:\n    ```js\n    x\n    ```\n  - C"),
        ("> Q: ```py\n> x\n> ```\nz", "> Q:\n> ```py\n> x\n> ```\nz"),
        ("see ```bash\nthat nothing ends", "see \\`\\``bash\nthat nothing ends"),
    ],
)
def test_three_backticks_behind_text_open_code_that_something_ends(source: str, page: str) -> None:
    assert pages_of(source)[0].replace("\\", "") == page.replace("\\", "")


def test_code_with_gaps_leaves_its_list_unless_items_of_the_same_item_follow() -> None:
    code = "1. a\n   ```\n   x\n\n   y\n   ```\n"
    assert pages_of(f"{code}2. b") == ["1. a\n```\nx\n\ny\n```\n2. b"]
    assert pages_of(f"{code}   - c\n2. b") == [
        "1. a\n   \n   ```\n   x\n   \n   y\n   ```\n   - c\n2. b"
    ]


@pytest.mark.parametrize("part", ["**a** b ", "[a](https://x.example/a) ", "- `a`\n", "<@123> "])
def test_a_page_ends_before_more_is_drawn_than_discord_draws(part: str) -> None:
    pages = pages_of(part * 260, 8000)
    assert len(pages) > 1
    assert max(seen(pages).drawn) <= MOST_DRAWN


@pytest.mark.parametrize("chunk", [1, 3, 1000])
@pytest.mark.parametrize(
    ("source", "shown_as"),
    [
        ("so \ue200cite\ue202turn0search1\ue202turn0news2\ue201it is.", "so it is."),
        ("so【4:0†source】 it is【12†a.pdf】.", "so it is."),
        ("a 【note】 b", "a 【note】 b"),
        ("a \ue200never closed\nb", "a never closed\nb"),
        ("a \ue200" + "x" * 201 + "\ue201 b", "a " + "x" * 201 + " b"),
        ("lone \ue201 \ue202", "lone"),
        ("ends \ue200in the mid", "ends in the mid"),
    ],
)
def test_private_marks_of_citations_are_never_seen(source: str, shown_as: str, chunk: int) -> None:
    pages = Pages(2000, max_pages=9)
    for at in range(0, len(source), chunk):
        pages.feed(source[at : at + chunk])
        assert not any(mark in page for page in shown(pages) for mark in "\ue200\ue201\ue202†")
    pages.end()
    assert shown(pages) == [shown_as]
    assert not any(mark in pages.source for mark in "\ue200\ue201\ue202†")


def test_a_citation_becomes_the_link_that_it_is_given() -> None:
    def link(citation: str) -> str | None:
        return "[1](https://x.example/1)" if "search1" in citation else None

    pages = Pages(2000, citations=link)
    pages.feed("a \ue200cite\ue202search1\ue201 b \ue200cite\ue202search2\ue201 c")
    pages.end()
    assert shown(pages) == ["a [1](https://x.example/1) b  c"]


def test_words_that_were_visible_stay_visible_while_the_text_grows() -> None:
    text = "".join(
        f"{n}. **Item {n}** of words that go on, with `code` and [a link](https://x.example/{n}):\n"
        f"   - one *more* of its own\n\n   ```py\n   x = {n}\n   ```\n\n"
        f"| a | b |\n|---|---|\n| {n} | 2 |\n\n"
        for n in range(1, 40)
    )
    pages, before = Pages(2000), ""
    for at in range(0, len(text), 7):
        pages.feed(text[at : at + 7])
        now = seen(shown(pages)).text
        assert len(before) - len(now) <= 4, (at, before[-60:], now[-60:])
        before = now


def test_a_link_s_text_stays_visible_when_its_address_does_not_fit_any_more() -> None:
    pages, seen_once = Pages(2000), False
    for character in f"{'word ' * 380}[the label](https://x.example/{'a' * 300}) and more words":
        pages.feed(character)
        is_seen = "the label" in seen(shown(pages)).words
        assert is_seen or not seen_once
        seen_once = seen_once or is_seen
    assert seen_once


def test_code_in_a_line_that_is_longer_than_a_page_loses_nothing() -> None:
    pages = pages_of(f"x ````{'left ``` right ' * 60}```` end", 200)
    assert [sum(page.count(word) for page in pages) for word in ("left", "right")] == [60, 60]
    assert all("```" not in page for page in pages)
