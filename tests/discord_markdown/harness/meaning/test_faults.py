"""The judge of answers finds each kind of fault, and none where the product may choose."""

from __future__ import annotations

import pytest

from tests.discord_markdown.harness.meaning.faults import faults
from tests.discord_markdown.harness.reader.rules import USUAL

TABLE = "| a | b |\n|---|---|\n| `x` | y |\n\nend"


@pytest.mark.parametrize(
    ("source", "page", "kinds"),
    [
        ("a b", "a", "text lost"),
        ("a", "a b", "text added"),
        ("D(P || Q) ≠ D(Q || P)", "D(P || Q) ≠ D(Q || P)", "hidden that was not hidden,marks lost"),
        ("`a` b", "a b", "code lost"),
        ("a b", "`a` b", "prose as code"),
        ("```py\nx\n\n  y\n```", "```py\nx\n\n y\n```", "code changed"),
        ("2 \\* 3 \\* 4", "2 \\* 3 * 4", ""),
        ("F\\*c(w)\n\nk\\*x", "F*c(w)\n\nk*x", "marks lost,style not meant (em)"),
        ("**a** b", "a b", "style lost (strong)"),
        ("# A\n\nb", "A\nb", "heading lost"),
        ("A\n\nb", "# A\nb", "heading not meant"),
        ("> a\n\nb", "> a\n> b", "quote not meant"),
        ("> a", "a", "quote lost"),
        ("1. a\n\n   - b", "1. a\n\n   - b", "list depth"),
        ("- a\n    - b\n    - c", "- a\n    - b\n    - c", "list depth"),
        ("1. J:\n- L\n2. B", "1. J:\n- L\n2. B", "list numbers"),
        ("1. a\n2. b", "1. a\n\nb", "list item lost"),
        ("a\n\nb", "a\n\n- b", "list item not meant"),
        ("[a](https://x.example)", "a", "link lost"),
        ("see https://x.example/a。b", "see https://x.example/a。b", "link lost,link not meant"),
        ("a", "[a](https://x.example)", "link not meant"),
        ("**a** " * 100, "**a** " * 100, ""),
        ("**a** " * 200, "**a** " * 200, "too much drawn"),
        ("- `a`,\n  **b**", "- `a`,\n  **b**", "words run together"),
        (TABLE, "- x\n  - b: y\n\nend", "code lost"),
        ("a<b and c>d", "ad", "text lost"),
        (
            "price is $20, and $x^2$",
            "price is `20, and `x^2$",
            "prose as code,text added,text lost",
        ),
    ],
)
def test_a_fault_is_found_and_named(source: str, page: str, kinds: str) -> None:
    found = {fault.partition(":")[0] for fault in faults(source, [page])}
    assert ",".join(sorted(found)) == kinds


@pytest.mark.parametrize(
    ("source", "page"),
    [
        (TABLE, "```\na  b\n─  ─\nx  y\n```\nend"),
        (TABLE, "- `x`\n  - b: y\n\nend"),
        ("#### a\n\nb", "**a**\nb"),
        ("- # a", "- **a**"),
        ("Title\n---\ntext", "## Title\ntext"),
        ("One line\nand another\n---\ntext", "One line\nand another\n────────────\ntext"),
        ("![A cat](https://x.example/i.png)", "[A cat](https://x.example/i.png)"),
        ("![](https://x.example/i.png)", "[i.png](https://x.example/i.png)"),
        ("so $x^2$ and \\(y\\)", "so `x^2` and `y`"),
        ("so $x^2$ and \\(y\\)", "so $x^2$ and \\(y\\)"),
        ("$f(x) = `x`$", "`` f(x) = `x` ``"),
        ("a<br><b>c</b> H<sub>2</sub>O x<sup>2</sup> <!-- no --> <T>",
         "a\n**c** H2O x^2  <T>"),
        ('<a href="https://x.example">b</a>', "[b](https://x.example)"),
        ("<summary>S **b**</summary>", "**S b**"),
        ("[a](/b) [c](#d)", "a (/b) c"),
        ("[b.example](https://e.example/x)", "b.example (<https://e.example/x>)"),
        ("Go to [www.x.example/a](https://www.x.example/a).", "Go to <https://www.x.example/a>."),
        ("[docs.example](https://docs.example/)", "https://docs.example/"),
        ("[a][r]\n\n[r]: https://x.example", "[a](https://x.example)"),
        ("[![a](https://x.example/i)](https://y.example)", "[a](https://y.example)"),
        ("x\ue200cite\ue202turn0\ue201 y【4:0†source】 z[^1]", "x y z¹"),
        ("他说**“引用”**后", "他说**“引用”**后"),
        ("他说**“`引`用”**后", "他说**“`引`用”**后"),
        ("** Note:** a", "**Note:** a"),
        ("see https://x.example/a。b", "see <https://x.example/a>。b"),
        ("-# small", "-# small"),
        ("1) a\n2) b", "1) a\n2) b"),
        ("It was\n2024. And", "It was\n2024\\. And"),
        ("It was\n2024. And", "It was\n2024. And"),
        ("````md\n```\n````", "```md\n`\u200b`\u200b`\n```"),
        ("<@1> <#2> <:a:3> @everyone", "<@1> <#2> <:a:3> @everyone"),
    ],
)  # fmt: skip
def test_what_may_be_shown_otherwise_is_no_fault(source: str, page: str) -> None:
    assert faults(source, [page]) == []


def test_what_goes_on_over_the_end_of_a_page_is_no_fault() -> None:
    source = "- a\n  - b\n  - c\n\n```py\nx\n\ny\n```\n\n> q\n> **r s**"
    pages = ["- a\n  - b", "- c\n```py\nx\n```", "```py\ny\n```\n> q\n> **r**", "> **s**"]
    assert faults(source, pages, [USUAL]) == []


def test_items_that_a_page_opens_again_are_no_fault_at_any_depth() -> None:
    source = "- a\n  - b\n    - c\n    - d"
    assert faults(source, ["- a\n  - b\n    - c", "- …\n  - …\n    - d"]) == []
    assert faults(source, ["- a\n  - b\n    - c\n    - …\n    - d"]) != []
