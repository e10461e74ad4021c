"""How Markdown documents are taken apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bridge_bot.sandbox.docs_bot.quotes import quote
from bridge_bot.sandbox.docs_bot.sections import sections
from tests.sandbox.docs_bot.guide import GUIDE


def test_sections_go_from_heading_to_heading_and_a_fence_holds_none() -> None:
    found = list(sections("guide.md", GUIDE))
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
    text = list(sections("guide.md", GUIDE))[1].text
    assert "See cups and [the shop](https://shop.example/tea)." in text
    kept = "`[a](b.md)`\n\n```\n[a](b.md)\n```"
    assert next(sections("x.md", kept)).text == kept


def test_a_table_becomes_a_list_because_chats_show_none() -> None:
    assert list(sections("guide.md", GUIDE))[-1].text == "*part · years*\n* lid · 2\n* handle · –"


def test_what_nobody_can_use_in_a_chat_is_left_out() -> None:
    source = (
        "# Guide\n\nHello.\n\n* [Tea](#tea)\n* [Cups](cups.md) of all kinds\n"
        "* [The shop](https://shop.example)\n\n```mermaid\nflowchart LR\n  pot --> cup\n```\n"
    )
    (only,) = sections("guide.md", source)
    kept = "Hello.\n\n* Cups of all kinds\n* [The shop](https://shop.example)"
    assert only.text == kept


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("#`~-*|> \n\t[]()a1.\r\u2028\x00"), max_size=200))
def test_any_text_is_taken_as_a_document(source: str) -> None:
    for section in sections("x.md", source):
        assert section.pieces
        assert quote(section, ["a"], 20)
