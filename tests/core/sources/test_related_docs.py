"""Sources are read from whatever the Chat API sends as `related_docs`."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bridge_bot.core.model import Source
from bridge_bot.core.sources.related_docs import (
    MOST_ADDRESS_CHARS,
    MOST_ENTRIES,
    MOST_EXCERPT_CHARS,
    MOST_TITLE_CHARS,
    sources_in,
)

WEB = "https://docs.example/setup"


def read(entry: object) -> Source | None:
    (found,) = sources_in([entry, None]).entries[:1]
    return found


@pytest.mark.parametrize(
    ("entry", "source"),
    [
        ("Guide", Source("Guide")),
        (WEB, Source(address=WEB)),
        ("First line\nand more", Source("First line", excerpt="First line and more")),
        ({"title": "Guide", "url": WEB}, Source("Guide", WEB)),
        ({"name": "Guide", "link": WEB}, Source("Guide", WEB)),
        ({"Doc_Name": "Guide", "sourceURL": WEB}, Source("Guide", WEB)),
        ({"document": "guide.md", "page-number": 3}, Source(file="guide.md", page="3")),
        ({"source": WEB, "snippet": "Words"}, Source(address=WEB, excerpt="Words")),
        ({"source": "guide.md", "pages": ["iv", "v"]}, Source(file="guide.md", page="iv")),
        (
            {"page_content": "Words", "metadata": {"source": "a.md", "page": 0, "title": "A"}},
            Source("A", file="a.md", page="0", excerpt="Words"),
        ),
        ({"document": {"title": "A", "href": WEB}, "score": 0.5}, Source("A", WEB, score=0.5)),
        ([{"title": "A"}, 0.7], Source("A", score=0.7)),
        (["A", WEB], Source("A", WEB)),
        ({"title": "outer", "meta": {"title": "inner", "file": "a"}}, Source("outer", file="a")),
        ({"title": " a\n\x1b b\u202e ", "text": "x\ty"}, Source("a b", excerpt="x y")),
        ({"title": "A", "score": True, "page": False}, Source("A")),
        ({"title": 7, "score": "high"}, Source("7")),
        ({"title": "A", "score": 10**5000, "page": 10**5000}, Source("A")),
        ({"meta": {"meta": {"title": "too deep"}}}, None),
        ({"score": 0.5, "page": 3}, None),
        ({}, None),
        ("", None),
        (" \n", None),
        (7, None),
        (None, None),
        ([], None),
        ([[["A"]]], None),
    ],
)
def test_an_entry_is_read_whatever_its_shape(entry: object, source: Source | None) -> None:
    assert read(entry) == source


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (f" {WEB} ", WEB),
        ("HTTP://docs.example", "HTTP://docs.example"),
        ("https://docs.example/a b<c>", "https://docs.example/a%20b%3Cc%3E"),
        ("https://docs.example/日本?q=[1]&x=(y)#z", "https://docs.example/日本?q=[1]&x=(y)#z"),
        ("https://docs.example/a\u200bb", "https://docs.example/a%E2%80%8Bb"),
        ("https://日本.example:8080/", "https://日本.example:8080/"),
        ("https://docs.example/" + "x" * MOST_ADDRESS_CHARS, ""),
        ("https://ann:password@docs.example/", ""),
        ("https://docs%2eexample/", ""),
        ("https://docs .example/", ""),
        ("https://[docs/", ""),
        ("https://docs.example:port/", ""),
        ("https:///docs", ""),
        ("javascript:alert(1)", ""),
        ("ftp://docs.example", ""),
        ("www.docs.example", ""),
        ("/docs/setup", ""),
    ],
)
def test_an_address_is_one_of_the_web_that_discord_can_link_to(written: str, address: str) -> None:
    found = read({"title": "A", "url": written})
    assert found == Source("A", address)


def test_the_place_of_each_entry_is_kept_and_each_source_is_there_once() -> None:
    sources = sources_in(["A", 7, {"title": "B", "url": WEB}, "A", {"url": WEB}])
    assert [each and each.name for each in sources.entries] == [
        "A", None, "B", "A", "docs.example/setup",
    ]  # fmt: skip
    assert sources.distinct == [Source("A"), Source("B", WEB)]
    assert sources.places(Source("A")) == [1, 4]


@pytest.mark.parametrize("inside", ["documents", "items", "anything"])
def test_a_list_inside_of_an_object_is_found(inside: str) -> None:
    assert sources_in([{inside: ["A", "B"], "total": 2}]).distinct == [Source("A"), Source("B")]


def test_sources_are_bounded_in_number_and_size() -> None:
    huge = "x" * 1_000_000
    entry = {"title": huge, "file": huge, "page": huge, "text": huge, "url": f"{WEB}/{huge}"}
    began = time.process_time()
    sources = sources_in([{**entry, "id": number} for number in range(10_000)])
    assert time.process_time() - began < 5
    assert len(sources.entries) == MOST_ENTRIES
    (source,) = sources.distinct
    assert len(source.title) == MOST_TITLE_CHARS
    assert len(source.excerpt) == MOST_EXCERPT_CHARS
    assert source.address == ""


def test_an_object_of_very_many_fields_or_levels_is_read_quickly() -> None:
    deep: Any = "A"
    for _ in range(10_000):
        deep = {"meta": deep}
    wide = {f"field{number}": {"title": "A"} for number in range(100_000)}
    began = time.process_time()
    assert sources_in([deep, wide, [wide] * 1000]).entries[:2] == (None, Source("A"))
    assert time.process_time() - began < 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
    | st.sampled_from(["https://a.example", "https://[", "http://a b", "\ud800"]),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(
        st.sampled_from(["title", "url", "file", "page", "score", "content", "metadata"])
        | st.text(max_size=5),
        inner,
        max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@given(st.lists(JSON, max_size=5))
def test_no_rubbish_makes_it_fail(related_docs: list[object]) -> None:
    sources = sources_in(related_docs)
    for source in sources.distinct:
        assert source.name
        source.address.encode()
        assert not any(character.isspace() for character in source.address)
    assert len(sources.citable()) == len(sources.entries)
