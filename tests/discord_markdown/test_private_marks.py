"""Citations in a chatbot's private notation."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown import Pages, SourceEntry
from tests.discord_markdown.harness.pages import shown_of


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
        assert not any(mark in page for page in shown_of(pages) for mark in "\ue200\ue201\ue202†")
    pages.end()
    assert shown_of(pages) == [shown_as]
    assert not any(mark in pages.source for mark in "\ue200\ue201\ue202†")


@pytest.mark.parametrize("chunk", [1, 3, 1000])
@pytest.mark.parametrize(
    ("source", "shown_as"),
    [
        ("so【4:0†Guide】 it【12†GUIDE.md】", "so[1] it[1]"),
        ("so【4:0† big   BOOK 】 it【1†source】 is", "so[1] it is"),
        ("`x【4:0†Guide】`\n```\ny【4†Guide】z\n```", "`x`\n```\nyz\n```"),
        ("[a【4†Guide】](https://x.example)", "[a](https://x.example)"),
        ("\ue2001\ue201 b", "b"),
    ],
)
def test_a_private_mark_cites_a_source_only_by_its_name(
    source: str, shown_as: str, chunk: int
) -> None:
    sources = [SourceEntry("a", None, ("Guide", "guide.md")), SourceEntry("b", None, ("Big book",))]
    pages = Pages(2000, max_pages=9, sources=sources)
    for at in range(0, len(source), chunk):
        pages.feed(source[at : at + chunk])
        assert not any(mark in page for page in shown_of(pages) for mark in "\ue200\ue201\ue202†")
    pages.end()
    assert shown_of(pages) == [shown_as]
    assert not any(mark in pages.source for mark in "\ue200\ue201\ue202†")
