"""All sources of an answer, in the order that a reader needs."""

from __future__ import annotations

from bridge_bot.core.model import Source
from bridge_bot.core.sources.sources import Sources
from bridge_bot.discord_markdown import SourceEntry

A, B, C = Source("A", "https://a.example"), Source(file="docs/b.md"), Source("C", file="c.md")


def test_sources_that_the_answer_cites_come_first_by_their_numbers() -> None:
    sources = Sources((A, None, B, A, C))
    assert sources.cited_first({}) == [(0, A), (0, B), (0, C)]
    assert sources.cited_first({C.identity: 1, B.identity: 2}) == [(1, C), (2, B), (0, A)]


def test_what_pages_need_to_know_of_an_entry_are_identity_address_and_names() -> None:
    assert Sources((A, None, B, C)).citable() == [
        SourceEntry(A.identity, "https://a.example", ("A",)),
        None,
        SourceEntry(B.identity, None, ("docs/b.md", "b.md")),
        SourceEntry(C.identity, None, ("C", "c.md", "c.md")),
    ]


def test_definitions_say_where_the_marks_of_an_answer_lead() -> None:
    quoted = Source('Say "yes"', "https://q.example")
    assert Sources((A, None, B, quoted)).definitions == (
        '[1]: <https://a.example> "A"\n[3]: b.md\n[4]: <https://q.example> "Say \'yes\'"'
    )
    assert Sources().definitions == ""
