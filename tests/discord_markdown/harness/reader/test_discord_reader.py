"""The reader of the tests agrees with every message of the data, and takes no time."""

from __future__ import annotations

import json
import timeit
from pathlib import Path
from typing import Any

import pytest

from tests.discord_markdown.harness.reader.discord_reader import read
from tests.discord_markdown.harness.reader.rules import USUAL, Reading

CASES = json.loads((Path(__file__).parents[2] / "cases.json").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["id"]) for case in CASES])
def test_a_message_is_read_as_the_data_says(case: dict[str, Any]) -> None:
    assert read(case["message"]) == case["reads"]


def outline(message: str, reading: Reading = USUAL) -> str:
    """A reading in one line: `<em>x</em>`, items in brackets."""

    def drawn(nodes: list[dict[str, Any]]) -> str:
        return "".join(map(one, nodes))

    def one(node: dict[str, Any]) -> str:
        kind = node["t"]
        if kind == "text":
            return str(node["v"])
        if kind == "list":
            name = f"ol {node['start']}" if node["ordered"] else "ul"
            return f"<{name}>" + "".join(f"[{drawn(item)}]" for item in node["items"])
        inner = node.get("v") or drawn(node.get("c", [])) or node.get("href", "")
        return f"<{kind}>{inner}</{kind}>"

    return drawn(read(message, reading))


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("# # x", "# # x"),
        ("#\nnext", "<heading>next</heading>"),
        ("## Two ##\n\n\nafter", "<heading>Two</heading>after"),
        ("text\n  # x", "text\n  # x"),
        ("`` a ` b ``", "<code> a ` b </code>"),
        ("`` `a` ``", "<code>`a`</code>"),
        ("``a` b", "<code>`a</code> b"),
        ("*a `*` b", "<em>a `</em>` b"),
        ("````\na\n````", "<codeblock>`\na</codeblock>`"),
        ("> a\n>\n> b", "<quote>a</quote>><quote>b</quote>"),
        ("9. a\n10. b\n   c", "<ol 9>[a][b\nc]"),
        ("0. a", "<ol 1>[a]"),
        ("one_two_ x", "one<em>two</em> x"),
        ("x_1 = y_ z", "x<em>1 = y</em> z"),
        ("a*b*c", "a<em>b</em>c"),
        ("___x___", "<em><underline>x</underline></em>"),
        ("**a\n\nb**", "<strong>a\n\nb</strong>"),
        ("\\||x\\|| of \\||y\\||", "||x|| of ||y||"),
        ("¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯"),
        ("[![a](https://x.example/i)](https://y.example)",
         "[![a](https://x.example/i)](https://y.example)"),
        ("[🎉 a](https://y.example)", "[🎉 a](https://y.example)"),
        ("[`🎉`](https://y.example)", "<link><code>🎉</code></link>"),
        ("[a\n[b](https://y.example)", "[a\n<link>b</link>"),
        ("https://x.example/a).", "<link>https://x.example/a</link>)."),
        ("https://x.example/**b** **c**",
         "<link>https://x.example/**b**</link> <strong>c</strong>"),
        ("<ftp://x.example/a>", "ftp://x.example/a"),
        ("a  \nb", "a\nb"),
    ],
)  # fmt: skip
def test_what_the_data_does_not_have_is_read_by_the_same_rules(message: str, wanted: str) -> None:
    assert outline(message) == wanted


@pytest.mark.parametrize(
    ("message", "reading", "wanted"),
    [
        ("- a,\n  **b**", USUAL, "<ul>[a,\n<strong>b</strong>]"),
        ("- a,\n  **b**", Reading(dropped_breaks=True), "<ul>[a,<strong>b</strong>]"),
        ("- a\n  ```\n  x\n  \n  y\n  ```", USUAL,
         "<ul>[a\n```\nx\n\ny\n```]"),
        ("- a\n  ```\n  x\n  \n  y\n  ```", Reading(loose_items=False),
         "<ul>[a<codeblock>x\n\ny</codeblock>]"),
        ("- a\n  \n  b\n- c", Reading(padding_kept=False), "<ul>[a]b<ul>[c]"),
        ("<a@b.example>", USUAL, "<a@b.example>"),
        ("<a@b.example>", Reading(contacts=True), "<link>mailto:a@b.example</link>"),
        ("[a](mailto:a@b.example)", USUAL, "[a](mailto:a@b.example)"),
        ("[a](mailto:a@b.example)", Reading(contacts=True), "<link>a</link>"),
    ],
)  # fmt: skip
def test_where_clients_differ_each_reading_is_had(
    message: str, reading: Reading, wanted: str
) -> None:
    assert outline(message, reading) == wanted


def test_a_page_is_read_at_once() -> None:
    """Property tests read thousands of them. It takes 3 ms; the bound is for a busy machine."""
    item = "- **Item:** some `code` and a [link](https://x.example/a), then _more_ words\n"
    page = (item * 30)[:2000]
    assert min(timeit.repeat(lambda: read(page), number=1, repeat=10)) < 0.05
