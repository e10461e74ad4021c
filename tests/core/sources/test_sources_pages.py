"""The pages of sources: what stands in them, and that they fit and read as they are meant."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bridge_bot.core.model import NumberedSource, Source
from bridge_bot.core.sources.sources_pages import MOST_ON_PAGE, sources_pages
from bridge_bot.texts import Texts
from tests.discord_markdown.harness.reader.discord_reader import read

ENGLISH = Texts.of("en")
CITED, CONSULTED = "**Cited in the answer**", "**Consulted, not cited**"
A = Source("Guide", "https://a.example", page="12", excerpt="Press it.")
B = Source(file="docs/b.md", excerpt="Or pull it.")


def pages_of(*sources: Source, cited: int = 0) -> list[str]:
    """The pages of these sources, of which the answer cites so many."""
    numbers = [*range(1, cited + 1), *[0] * (len(sources) - cited)]
    return sources_pages(list(map(NumberedSource, numbers, sources)), ENGLISH)


FIRST, SECOND = "[[1] Guide](<https://a.example>), page 12", "b\\.md"
ODD = Source("1. <@5> [x](https://y.example)", page="`4`", excerpt="# a\n> *b*")
ODD_SHOWN = "1. \\<\\@5\\> (x)(https\\://y\\.example), page \\`4\\`\n> “\\# a \\> \\*b\\*”"
LONG = Source("T", f"https://a.example/{'x' * 1900}")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            pages_of(A, B, cited=1),
            f"{CITED}\n{FIRST}\n> “Press it.”\n{CONSULTED}\n• {SECOND}\n> “Or pull it.”",
        ),
        (pages_of(B, cited=1), f"{CITED}\n\\[1\\] {SECOND}\n> “Or pull it.”"),
        (pages_of(A), f"{CONSULTED}\n• {FIRST.replace('[1] ', '')}\n> “Press it.”"),
        (pages_of(Source(excerpt="It.")), f"{CONSULTED}\n• Without a title\n> “It.”"),
        (pages_of(ODD), f"{CONSULTED}\n• {ODD_SHOWN}"),
        (pages_of(LONG), f"{CONSULTED}\n• T"),  # the address has no room in a message
    ],
)
def test_the_page_names_the_sources(page: list[str], expected: str) -> None:
    assert page == [expected]


def test_a_hundred_sources_go_on_from_page_to_page() -> None:
    """Each page says again what stands there, and which of how many it is."""
    many = [Source(f"T{each}", f"https://{each}.example") for each in range(100)]
    pages = pages_of(*many, cited=15)
    assert len(pages) == 100 / MOST_ON_PAGE
    assert [page.count("](<") for page in pages] == [MOST_ON_PAGE] * 10
    assert [each for each in pages if CITED in each] == pages[:2]
    assert [each for each in pages if CONSULTED in each] == pages[1:]
    assert pages[0].startswith(f"{CITED}\n[[1] T0](<https://0.example>)\n[[2] ")
    assert pages[9].endswith("\n• [T99](<https://99.example>)\n-# Page 10 of 10")


WORDS = st.text(max_size=400) | st.text("*_~|`[]()<>@#:\\\n>- 1.😀\ud800ab", max_size=400)
SOURCES = st.builds(
    Source,
    WORDS,
    st.sampled_from(["", "https://a.example/x_(y)_*", f"https://b.example/{'𝒳' * 950}"]),
    WORDS,
    WORDS,
    excerpt=WORDS,
)


def _inside(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for each in nodes:
        yield each
        yield from _inside(each.get("c", []))


@example([Source(address="https://a.example/x_(y)_*", excerpt="]()")], 0)
@given(st.lists(SOURCES, max_size=12), st.integers(0, 12))
def test_each_page_fits_and_is_read_as_it_is_meant_whatever_the_sources_are(
    sources: list[Source], cited: int
) -> None:
    pages = pages_of(*sources, cited=min(cited, len(sources)))
    assert bool(pages) == bool(sources)
    for page in pages:
        assert len(page.encode("utf-16-le", "surrogatepass")) <= 2 * 2000
        assert len(page) <= 2000
        nodes = list(_inside(read(page)))
        assert {each["t"] for each in nodes} <= {
            "text",
            "strong",
            "link",
            "quote",
            "subtext",
            "code",
        }
        assert sum(each["t"] == "link" for each in nodes) == page.count("](<https://")
        assert sum(each["t"] == "quote" for each in nodes) == page.count("\n> “")
        assert sum(each["t"] == "strong" for each in nodes) <= 2
