"""Fragments that cite a source become links, once for a page."""

from __future__ import annotations

import pytest

from bridge_bot.discord_markdown.citations import Citations, SourceEntry
from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap
from bridge_bot.discord_markdown.render.citations.linked import with_citation_links

CITATIONS = Citations([SourceEntry("a", "https://a.example")])
MARK = Fragment("[1]", 4, FragmentKind.ATOM, cites=1)
LINK = MARK._replace(text="[[1]](<https://a.example>)", plain="[1]", nodes=1)


@pytest.mark.parametrize(
    ("linked", "max_chars", "expected"),
    [((), 100, [LINK, MARK]), (("[1]",), 100, [MARK, MARK]), ((), 20, [MARK, MARK])],
)
def test_the_first_mark_is_a_link_if_it_fits(
    linked: tuple[str, ...], max_chars: int, expected: list[Fragment]
) -> None:
    found, now = with_citation_links([MARK, MARK], frozenset(linked), CITATIONS, max_chars)
    assert found == expected
    assert now == frozenset({"[1]"} if LINK in found else linked)


@pytest.mark.parametrize(("kind", "is_link"), [("strong", True), ("code", False), ("link", False)])
def test_in_code_or_a_link_there_is_no_link(kind: str, is_link: bool) -> None:
    wrapped = MARK._replace(wraps=(Wrap(kind, "*", "*"),))
    ((found,), _) = with_citation_links([wrapped], frozenset(), CITATIONS, 100)
    assert (found != wrapped) is is_link


@pytest.mark.parametrize("kind", [FragmentKind.TEXT, FragmentKind.CODE])
def test_a_private_mark_in_what_is_no_text_is_taken_out_and_positions_stay(
    kind: FragmentKind,
) -> None:
    fragment = Fragment("ab\ue2001\ue201cd\ue20012\ue201", 7, kind)
    found, _ = with_citation_links([fragment], frozenset(), CITATIONS, 100)
    assert found == [Fragment("ab", 7, kind), Fragment("cd", 12, kind)]


def test_a_private_mark_in_what_stays_whole_is_taken_out_of_it() -> None:
    fragment = Fragment("a\ue2001\ue201b", 7, FragmentKind.ATOM, plain="A\ue2001\ue201")
    found, _ = with_citation_links([fragment], frozenset(), CITATIONS, 100)
    assert found == [fragment._replace(text="ab", plain="A")]
