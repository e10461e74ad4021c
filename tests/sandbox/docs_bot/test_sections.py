"""How Markdown documents are taken apart, and how much of a section is quoted."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bridge_bot.sandbox.docs_bot.sections import sections
from tests.sandbox.docs_bot.guide import GUIDE


def test_sections_go_from_heading_to_heading_and_a_fence_holds_none() -> None:
    found = sections("guide.md", GUIDE)
    assert [section.path for section in found] == [
        ("Teapot guide",),
        ("Teapot guide", "Making tea"),
        ("Teapot guide", "Cleaning"),
        ("Teapot guide", "Cleaning", "Stains"),
        ("Teapot guide", "Guarantee"),
    ]
    assert found[3].title == "guide.md › Cleaning › Stains"
    assert "# not a heading\nmake tea\n```" in found[1].text
    assert "front matter" not in "".join(section.text for section in found)


def test_links_that_lead_nowhere_in_a_chat_become_their_text() -> None:
    text = sections("guide.md", GUIDE)[1].text
    assert "See cups and [the shop](https://shop.example/tea)." in text
    kept = "`[a](b.md)`\n\n```\n[a](b.md)\n```"
    assert sections("x.md", kept)[0].text == kept


def test_a_table_becomes_a_list_because_chats_show_none() -> None:
    assert sections("guide.md", GUIDE)[-1].text == "*part · years*\n* lid · 2\n* handle · –"


def test_what_nobody_can_use_in_a_chat_is_left_out() -> None:
    source = (
        "# Guide\n\nHello.\n\n* [Tea](#tea)\n* [Cups](cups.md) of all kinds\n"
        "* [The shop](https://shop.example)\n\n```mermaid\nflowchart LR\n  pot --> cup\n```\n"
        "<!-- nobody\n\nreads this -->\n\n***\n\n```dotenv\nTEA=1\n```\n"
    )
    (only,) = sections("guide.md", source)
    kept = "Hello.\n\n* Cups of all kinds\n* [The shop](https://shop.example)"
    assert only.text == f"{kept}\n\n```dotenv\nTEA=1\n```"


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("#`~-*|> \n\t[]()a1.\r\u2028\x00"), max_size=200))
def test_any_text_is_taken_as_a_document(source: str) -> None:
    for section in sections("x.md", source):
        assert section.pieces
        assert section.quote(["a"], 20)


def test_a_long_section_is_quoted_around_what_was_asked_for() -> None:
    rows = "\n".join(f"* item {number:03} of the list" for number in range(100))
    section = sections("x.md", f"# A\n\nIntro.\n\n{rows}\n")[0]
    quoted = section.quote(["077"], 300)
    assert "item 077 of" in quoted
    assert quoted.startswith("…\n\n* item")
    assert quoted.endswith("\n\n…")
    assert len(quoted) < 320


def test_a_cut_code_block_is_closed() -> None:
    code = "```python\n" + "print('tea')\n" * 100 + "```"
    quoted = sections("x.md", code)[0].quote([], 200)
    assert quoted.count("```") == 2
    assert quoted.removesuffix("\n\n…").endswith("\nprint('tea')\n```")


def test_a_quotation_ends_with_a_whole_item_and_is_filled_with_what_stands_before() -> None:
    items = [f"* item {number} of nine" for number in range(1, 10)]
    (section,) = sections("x.md", "\n".join(items))
    assert section.quote(["7"], 1000) == "\n".join(items)
    assert section.quote(["1"], 50) == "\n".join(items[:2]) + "\n\n…"
    assert section.quote(["9"], 50) == "…\n\n" + "\n".join(items[-2:])


@example(["```", "word " * 20], 200)
@example(["* item", "  ```", "  word " * 20], 60)
@example(["1. item", "", "   ```text", "   word", "   word " * 20], 60)
@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["```", "~~~~", "`x`", "word " * 9, "* item", "  ```"]), max_size=40),
    st.integers(20, 200),
)
def test_a_quotation_never_leaves_a_fence_open_nor_grows_much(lines: list[str], limit: int) -> None:
    for section in sections("x.md", "\n".join(lines)):
        quoted = section.quote(["word"], limit)
        assert len(quoted) <= limit + 15
        # Whatever follows the quotation, such as the next section, is outside of any code.
        last = sections("x.md", f"{quoted}\n\n# After\n\nit\n")[-1]
        assert last.path == ("After",)
