"""The line of sources: what stands in it, and that it fits and reads as it is meant."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bridge_bot.core.model import Source
from bridge_bot.core.sources.sources import Sources
from bridge_bot.core.sources.sources_line import MOST_LINE_CHARS, MOST_NAMED, sources_line
from bridge_bot.texts import Texts
from tests.discord_markdown.harness.reader.discord_reader import read

ENGLISH = Texts.of("en")
A, B, C = (
    Source("A", "https://a.example"),
    Source("B", file="b.md"),
    Source("C", "https://c.example"),
)
MANY = [Source(f"Title {number}", f"https://{number}.example") for number in range(8)]


def line_of(*sources: Source, **cited: int) -> str:
    by_title = {source.identity: cited[source.title] for source in sources if source.title in cited}
    return sources_line(Sources(sources), by_title, ENGLISH)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (line_of(), ""),
        (line_of(A), "-# Sources: [A](<https://a.example>)"),
        (line_of(A, B), "-# Sources: [A](<https://a.example>) · B"),
        (line_of(A, B, A, B=1), "-# Sources: \\[1\\] B · [A](<https://a.example>)"),
        (
            line_of(A, B, C, C=1, A=2),
            "-# Sources: [[1] C](<https://c.example>) · [[2] A](<https://a.example>) · B",
        ),
        (line_of(Source("a*b*_c_ <@1>")), "-# Sources: a\\*b\\*\\_c\\_ \\<\\@1\\>"),
    ],
)
def test_the_line_names_the_sources(line: str, expected: str) -> None:
    assert line == expected


def test_five_sources_are_named_and_the_others_counted() -> None:
    line = line_of(*MANY)
    assert line.count("](<") == MOST_NAMED
    assert line.endswith("[Title 4](<https://4.example>) · +3")


def test_a_line_with_long_addresses_names_fewer_or_names_them_without_their_address() -> None:
    long = [Source(f"T{each}", f"https://{each}.example/{'x' * 250}") for each in range(4)]
    line = line_of(*long)
    assert len(line) <= MOST_LINE_CHARS
    assert line.count("](<") == 2
    assert line.endswith(" · T2 · T3")
    longest = Source("T" * 300, f"https://a.example/{'x' * 900}")
    assert line_of(longest) == f"-# Sources: {'T' * 59}…"


@example([Source("A", "https://a.example"), Source("]()")])
@given(
    st.lists(
        st.builds(
            Source,
            st.text(min_size=1, max_size=300) | st.text("*_~|`[]()<>@#:\\ 😀ab", min_size=1),
            st.sampled_from(["", "https://a.example/x_(y)_*", f"https://b.example/{'y' * 300}"]),
            st.text("ab/\\"),
        ),
        max_size=9,
    )
)
def test_the_line_is_one_line_of_subtext_that_fits_whatever_the_sources_are(
    sources: list[Source],
) -> None:
    line = sources_line(
        Sources(tuple(sources)), {each.identity: 1 for each in sources[:1]}, ENGLISH
    )
    assert len(line) <= MOST_LINE_CHARS
    if sources:
        (node,) = read(line)
        assert node["t"] == "subtext"
        assert sum(each["t"] == "link" for each in node["c"]) == line.count("](<https://")
        assert {each["t"] for each in node["c"]} <= {"text", "link"}
