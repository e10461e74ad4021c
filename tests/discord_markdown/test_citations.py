"""Citations: which marks are some, the number of each, and where it leads."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bridge_bot.discord_markdown import CURSOR, Pages, SourceEntry
from tests.discord_markdown.harness.cited_answers import (
    CITED,
    NAMED_MARKS,
    SOURCES,
    numbers_shown,
)
from tests.discord_markdown.harness.pages import shown_of
from tests.discord_markdown.harness.reader.discord_reader import read
from tests.discord_markdown.harness.reader.rules import READINGS
from tests.discord_markdown.test_invariants import few

OWN = "(<https://own.example/>)"
DOCS = [
    SourceEntry("a", "https://a.example", ("Guide", "guide.md")),
    SourceEntry("b", "https://b.example", ("FAQ",)),
    SourceEntry("a", "https://a.example"),
    SourceEntry("c", None, ("Book",)),
    None,
]


def a(number: int) -> str:
    return f"[[{number}]](<https://a.example>)"


def b(number: int) -> str:
    return f"[[{number}]](<https://b.example>)"


def cited(source: str, limit_chars: int = 2000, **more: Any) -> list[str]:
    pages = Pages(limit_chars, sources=DOCS, **more)
    pages.feed(source)
    pages.end()
    growing = Pages(limit_chars, sources=DOCS, **more)
    for character in source:
        growing.feed(character)
        len(growing)
    growing.end()
    assert shown_of(growing) == shown_of(pages)
    assert growing.cited == pages.cited
    return shown_of(pages)


RULES = {
    "a mark": ("It is so [1].", f"It is so {a(1)}."),
    "without a space": ("It is so[1].", f"It is so{a(1)}."),
    "numbers by first appearance": ("[2] and [1]", f"{b(1)} and {a(2)}"),
    "one document, one number": ("[2] [3] [1]", f"{b(1)} {a(2)} [2]"),
    "a later mark is plain": ("[1] and [1]", f"{a(1)} and [1]"),
    "no address": ("[4], [1]", f"[1], {a(2)}"),
    "no such entry takes no number": ("[9] [0] [01] [5] [2]", f"[9] [0] [01] [5] {b(1)}"),
    "side by side": ("so [1][2][1].", f"so {a(1)}{b(2)}[1]."),
    "in CJK text": ("は重要です[1]。", f"は重要です{a(1)}。"),
    "by name": ("so【4:0†guide.md】and【1†FAQ】.", f"so{a(1)}and{b(2)}."),
    "by name or number": ("【4:0†Guide】 [1]", f"{a(1)} [1]"),
    "no such name": ("so【4:0†source】.", "so."),
    "in code": ("`a[1]` [2]", f"`a[1]` {b(1)}"),
    "in a code block": ("```\na[1]\n```\n[2]", f"```\na[1]\n```\n{b(1)}"),
    "in indented code": ("    a[1]\n\n[2]", f"```\na[1]\n```\n\n{b(1)}"),
    "in an open code block": ("[2]\n```\na[1]", f"{b(1)}\n```\na[1]\n```"),
    "in a tag of code": ("<code>a[1]</code> [2]", f"`a[1]` {b(1)}"),
    "in LaTeX": (r"\(a[1]\) [2]", f"`a[1]` {b(1)}"),
    "in a link": ("[a [1]](https://x.example) [2]", f"[a [1]](https://x.example) {b(1)}"),
    "a link": ("[1](https://x.example) [2]", f"[1](https://x.example) {b(1)}"),
    "a link of brackets": ("[[1]](https://x.example) [2]", f"[[1]](https://x.example) {b(1)}"),
    "in brackets": ("(see [1]) [cf. [2]]", f"(see {a(1)}) \\[cf. {b(2)}]"),
    "in bold": ("**so [1]** [1]", f"**so {a(1)}** [1]"),
    "behind an exclamation": ("wow![1]", f"wow!{a(1)}"),
    "a heading": ("# So [1]", f"# So {a(1)}"),
    "a quote": ("> so [1]", f"> so {a(1)}"),
    "an item": ("- so [1]\n- and [1]", f"- so {a(1)}\n- and [1]"),
    "at a line's beginning": ("[1] Guide\n[2] FAQ", f"{a(1)} Guide\n{b(2)} FAQ"),
    "a table": (
        "| a | b |\n|---|---|\n| x [2] | y [1] |\n\n[1]",
        f"```\na          b\n─────────  ─────\nx [1]      y [2]\n```\n\n{a(2)}",
    ),
    "a table of rows": (
        f"| a | b |\n|---|---|\n| x [2] | {'long ' * 9}[1] |",
        f"- **x {b(1)}**\n  - b: {'long ' * 9}{a(2)}",
    ),
    "a footnote of the answer": (
        "So [1], [2].\n\n[1]: https://own.example/",
        f"So [[1]]{OWN}, {b(2)}.\n\n[1]: https://own.example/",
    ),
    "a footnote above": (
        "[2]: https://own.example/\n\nSo [2], [1], [3].",
        f"[2]: https://own.example/\n\nSo [[2]]{OWN}, {a(1)}, [1].",
    ),
    "a footnote keeps the number that was shown": (
        "So [2], [1].\n\n[1]: https://own.example/\n[2]: p. 3",
        f"So [1], [[2]]{OWN}.\n\n[2]: https://own.example/\n[1]: p. 3",
    ),
    "a number that a footnote has": ("[1]: p. 3\n\n[2] [1]", f"[1]: p. 3\n\n{b(2)} [1]"),
    "a footnote instead of one of two entries": (
        "[3]: https://own.example/\n\n[3], [1], [2], [3]",
        f"[3]: https://own.example/\n\n[[3]]{OWN}, {a(1)}, {b(2)}, [3]",
    ),
    "a footnote below a line": (
        "Sources:\n[2]: see https://own.example/\n\n[2]",
        f"Sources:\n[2]: see https://own.example/\n\n[[2]]{OWN}",
    ),
    "a link by a footnote": (
        "[2]\n\n[x][1]\n\n[1]: https://own.example/",
        f"{b(1)}\n\n[x](https://own.example/)\n\n[2]: https://own.example/",
    ),
    "a link by a footnote has taken a number": (
        "[x][1] [2]\n\n[1]: https://own.example/",
        f"[x](https://own.example/) {b(2)}\n\n[1]: https://own.example/",
    ),
    "behind an exclamation, with a footnote": (
        "[2] wow![1]\n\n[1]: https://own.example/",
        f"{b(1)} wow![[2]]{OWN}\n\n[2]: https://own.example/",
    ),
    "in the address of a definition": ("[x]: wow![1]word\n\n[4]", "[x]: wow![1]word\n\n[1]"),
    "in the address of a footnote": ("[2]:wow![1]word ", "[2]:wow![1]word"),
    "in the title of a definition": ("[x]: Yes ([1])\n\n[4]", "[x]: Yes ([1])\n\n[1]"),
    "in brackets of a definition": ("[x]: <a [1] b>\n\n[4]", "[x]: <a [1] b>\n\n[1]"),
    "in what only looked like a definition": (
        "[x]: Yes ([2]) it is [4]\n\n[x]: so [1]",
        f"[x]: Yes ({b(1)}) it is [2]\n\n[x]: so {a(3)}",
    ),
    "a reference without an entry": (
        "[7] [1]\n\n[7]: https://own.example/",
        f"[7](https://own.example/) {a(1)}\n\n[7]: https://own.example/",
    ),
}


@pytest.mark.parametrize(("source", "shown_as"), RULES.values(), ids=RULES)
def test_a_mark_is_shown_by_the_rules_of_citations(source: str, shown_as: str) -> None:
    assert cited(source) == [shown_as]


@pytest.mark.parametrize("source", ["It is so [1]. [2] a[1]\n\n[1]", "【4†x】[1]"])
def test_without_sources_nothing_is_a_citation(source: str) -> None:
    for sources in ([], [None, None]):
        pages = Pages(2000, sources=sources)
        pages.feed(source)
        pages.end()
        assert shown_of(pages) == [source.replace("【4†x】", "")]
        assert pages.cited == {}


def test_discord_reads_a_citation_as_a_link_whose_text_is_the_number_in_brackets() -> None:
    (page,) = cited("So [1][2][1] [see [4]] **[2]**.")
    for reading in READINGS:
        nodes = read(page, reading)
        links = [node for node in nodes if node["t"] == "link"]
        assert [(node["href"], node["c"]) for node in links] == [
            ("https://a.example", [{"t": "text", "v": "[1]"}]),
            ("https://b.example", [{"t": "text", "v": "[2]"}]),
        ]


def test_the_first_mark_of_a_source_on_each_page_is_a_link() -> None:
    pages = cited(("word " * 15 + "[1] [2]. ") * 4, 200)
    assert len(pages) > 2
    for page in pages:
        assert page.count(a(1)) == page.count(b(2)) == 1
        assert "[1]" in page
        assert len(page) <= 200


@pytest.mark.parametrize(("every", "count"), [(4, 20), (2, 20), (10, 5)])
def test_links_to_come_hold_no_text_up_near_the_end_of_a_page(every: int, count: int) -> None:
    """Each character is shown at most 40 later, although a link takes thirty times its mark."""
    sources = [SourceEntry(n, f"https://docs.example/{n}/{'x' * 90}") for n in range(count)]
    text = "".join(
        f"w{n:03} [{n // every % count + 1}] " if n % every == 0 else f"w{n:03} "
        for n in range(600)
    )
    pages = Pages(2000, cursor=CURSOR, sources=sources)
    for at in range(0, len(text), 10):
        pages.feed(text[at : at + 10])
        last = re.findall(r"w\d{3} ", "".join(shown_of(pages)[-1:]))[-1:]
        assert not last or at + 10 - text.index(last[0]) < 40
    pages.end()
    assert len(shown_of(pages)) > 2


@pytest.mark.parametrize("end", ["", "\n", " it is so", "\n\n[4]"])
def test_a_mark_in_a_long_address_cites_nothing_whatever_the_line_turns_out_to_be(end: str) -> None:
    """It could be withheld no longer, so it must not depend on what comes."""
    (page,) = cited(f"[x]: see[1]{'c' * 60}{end}", 200)
    assert page == f"[x]: see[1]{'c' * 60}{end.replace('4', '1')}".rstrip()


def test_what_is_cited_does_not_count_what_leads_to_a_footnote() -> None:
    pages = Pages(2000, sources=DOCS)
    pages.feed("[4] [2] [1]\n\n[2]: https://own.example/")
    pages.end()
    assert pages.cited == {"c": 1, "a": 3}


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example", "https://a%41.example", "https://[a", "https://a.example/" + "x" * 500, ""],
)
def test_a_source_that_discord_could_not_link_to_is_a_plain_number(address: str) -> None:
    pages = Pages(2000, sources=[SourceEntry("a", address)])
    pages.feed("so [1].")
    pages.end()
    assert shown_of(pages) == ["so [1]."]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see [", "see"),
        ("see [1", "see"),
        ("see [1]", "see"),
        ("see [1](", "see 1"),
        ("see [1] ", f"see {a(1)}"),
        ("see [1][2", f"see {a(1)}"),
        ("see 【4:0†Gui", "see"),
        ("see [x [1] y", "see x"),
        ("see <code>a[1] b", "see a"),
        ("see <a href='https://x.example'>a[1] b", "see a[1] b"),
        ("see `a[1]", "see `a[1]`"),
    ],
)
def test_what_may_become_something_else_is_withheld(text: str, shown: str) -> None:
    """Of half a mark nothing is shown, nor of one in what may become a link or code."""
    pages = Pages(2000, sources=DOCS)
    pages.feed(text)
    assert shown_of(pages) == [shown]


def check_numbers(text: str, limit_chars: int, cursor: str, max_pages: int | None) -> None:
    """For every prefix: pages fit, none is taken back, and no number changes once it is shown."""
    pages = Pages(limit_chars, cursor=cursor, max_pages=max_pages, sources=SOURCES)
    closed, count, numbers = list[str](), 0, dict[str, str]()
    for character in [*text, ""]:
        pages.feed(character)
        if not character:
            pages.end()
        shown = shown_of(pages)
        assert all(page.strip() and len(page) <= limit_chars for page in shown)
        assert len(shown) >= count
        assert shown[: len(closed)] == closed
        count = len(shown)
        closed = [page for number, page in enumerate(shown) if pages.is_closed(number)]
        now = numbers_shown(shown)
        assert {word: now.get(word, number) for word, number in numbers.items()} == numbers
        numbers |= now
        assert not any(mark in page for page in shown for mark in "\ue200\ue201†")


def check_looks(text: str, limit_chars: int, looks: list[int]) -> None:
    """What is shown, and cited, is the same for whoever looks often, once, or only at the end."""
    pages, at = Pages(limit_chars, sources=SOURCES), 0
    for look in [*sorted(look for look in looks if look < len(text)), len(text)]:
        pages.feed(text[at:look])
        at = look
        alone = Pages(limit_chars, sources=SOURCES)
        alone.feed(text[:look])
        assert shown_of(pages) == shown_of(alone)
    unseen = Pages(limit_chars, sources=SOURCES)
    unseen.feed(text)
    for ended in (pages, alone, unseen):
        ended.end()
    assert shown_of(pages) == shown_of(alone) == shown_of(unseen)
    assert pages.cited == alone.cited == unseen.cited


MANY = settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
LIMITS = st.sampled_from([100, 150, 300])
GROWTH = given(
    NAMED_MARKS, LIMITS, st.sampled_from(["", CURSOR]), st.sampled_from([None, None, 1, 2])
)
LOOKS = given(CITED, LIMITS, st.lists(st.integers(0, 600), max_size=12))


@few
@GROWTH
def test_a_number_never_changes_once_it_is_shown(
    text: str, limit_chars: int, cursor: str, max_pages: int | None
) -> None:
    check_numbers(text, limit_chars, cursor, max_pages)


@pytest.mark.slow
@MANY
@GROWTH
def test_a_number_never_changes_in_many_more_texts(
    text: str, limit_chars: int, cursor: str, max_pages: int | None
) -> None:
    check_numbers(text, limit_chars, cursor, max_pages)


@few
@LOOKS
def test_numbers_depend_neither_on_how_the_text_arrives_nor_on_when_it_is_looked_at(
    text: str, limit_chars: int, looks: list[int]
) -> None:
    check_looks(text, limit_chars, looks)


@pytest.mark.parametrize("text", ["[2]:wow![1]word ", "[x]: a[1]b (see [2]) "])
def test_a_mark_in_a_definition_is_never_counted_while_it_grows(text: str) -> None:
    check_looks(text, 100, [])
    check_looks(text, 100, list(range(len(text))))


@pytest.mark.slow
@MANY
@LOOKS
def test_numbers_depend_on_neither_in_many_more_texts(
    text: str, limit_chars: int, looks: list[int]
) -> None:
    check_looks(text, limit_chars, looks)


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(CITED, LIMITS)
def test_every_number_of_a_text_is_that_of_one_source(text: str, limit_chars: int) -> None:
    pages = Pages(limit_chars, sources=SOURCES)
    pages.feed(text)
    pages.end()
    numbers = list(pages.cited.values())
    assert numbers == sorted(set(numbers))
    assert set(pages.cited) <= {entry.identity for entry in SOURCES if entry}
