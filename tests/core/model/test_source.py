"""What makes entries one source, and what a source is called."""

from __future__ import annotations

import pytest

from bridge_bot.core.model import Source


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Source("A", "https://a.example"), Source("B", "https://a.example"), True),
        (Source("A", "https://a.example/1"), Source("A", "https://a.example/2"), False),
        (Source("A", file="a.md", page="1"), Source("A", file="a.md", page="2"), True),
        (Source("A", file="a.md"), Source("A", file="b.md"), False),
        (Source(file="a.md", excerpt="x"), Source(file="a.md", excerpt="y"), True),
        (Source(excerpt="x"), Source(excerpt="y"), False),
    ],
)
def test_a_source_is_its_address_or_its_file_and_title(
    one: Source, other: Source, same: bool
) -> None:
    assert (one.identity == other.identity) is same


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (Source("Guide", "https://a.example", "guide.md"), "Guide"),
        (Source("", "https://a.example/x/", "docs/guide.md"), "guide.md"),
        (Source(file="C:\\docs\\guide.md"), "guide.md"),
        (Source(address="https://a.example/x/"), "a.example/x"),
        (Source(excerpt="Some words"), "Some words"),
        (Source(file="/"), "?"),
    ],
)
def test_a_source_always_has_a_name(source: Source, name: str) -> None:
    assert source.name == name
