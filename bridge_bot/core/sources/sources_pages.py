"""All sources of an answer, as pages that fit into a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bridge_bot.core.model import NumberedSource, Source
from bridge_bot.core.replies.notices import as_plain_text
from bridge_bot.core.sources.sources import MOST_KEPT_EXCERPT_CHARS
from bridge_bot.discord_markdown import masked_link
from bridge_bot.texts import Texts

MOST_PAGE_UNITS = 2000
"""The longest page, in UTF-16 units, of which a text never has fewer than code points. Discord
takes messages of 2,000 characters (its documentation)."""

MOST_ON_PAGE = 10
"""So many sources stand on a page."""

_MOST_ENTRY_UNITS = 1500
_MOST_NAME_CHARS = 100
_MOST_PAGE_CHARS = 20
_BRACKETS = str.maketrans("[]", "()")


def sources_pages(sources: Sequence[NumberedSource], texts: Texts) -> list[str]:
    """The pages, in Discord's Markdown: those first that the answer cites, with their numbers, then
    those that were only consulted. None without sources.

    `sources` are in this order already.
    """
    pages = [_with_headings(page, texts) for page in _divided(sources, texts)]
    if len(pages) < 2:
        return pages
    return [f"{page}\n{_footer(number, len(pages), texts)}" for number, page in enumerate(pages, 1)]


_Entries = list[tuple[bool, str]]  # whether it is cited, and what stands there


def _divided(sources: Sequence[NumberedSource], texts: Texts) -> Iterator[_Entries]:
    """The entries of each page."""
    room = MOST_PAGE_UNITS - _units(f"\n{_footer(len(sources), len(sources), texts)}")
    page = _Entries()
    for number, source in sources:
        entry = (number > 0, _entry(number, source, texts))
        is_full = len(page) == MOST_ON_PAGE
        if page and (is_full or _units(_with_headings([*page, entry], texts)) > room):
            yield page
            page = []
        page.append(entry)
    if page:
        yield page


def _with_headings(entries: _Entries, texts: Texts) -> str:
    """The entries below what they are: each page says it again."""
    lines, above = list[str](), None
    for is_cited, entry in entries:
        if is_cited is not above:
            lines.append(f"**{texts.get('sources-cited' if is_cited else 'sources-consulted')}**")
        lines.append(entry)
        above = is_cited
    return "\n".join(lines)


def _footer(page: int, pages: int, texts: Texts) -> str:
    return f"-# {texts.get('sources-page', page=page, pages=pages)}"


def _entry(number: int, source: Source, texts: Texts) -> str:
    """What is shown of a source: its name, where in it, and in a second line what it says.

    `[[1] Guide](<https://docs.example/guide>), page 12`
    `> “Press the button.”`
    """
    has_name = bool(source.title or source.file or source.address)
    name = source.name if has_name else texts.get("sources-untitled")
    below = _place(source, texts) + _quotation(source, texts)
    if source.address:
        # What begins with a number or a bullet can't be taken for a list, a heading or a quote.
        label = f"[{number}] " if number else ""
        link = masked_link(name, source.address, _MOST_NAME_CHARS, label=label)
        linked = f"{'' if number else '• '}{link}{below}"
        if _units(linked) <= _MOST_ENTRY_UNITS:
            return linked
    plain = _plain(name.translate(_BRACKETS), _MOST_NAME_CHARS) or texts.get("sources-untitled")
    return (f"\\[{number}\\] " if number else "• ") + plain + below


def _place(source: Source, texts: Texts) -> str:
    page = _plain(source.page, _MOST_PAGE_CHARS)
    return texts.get("sources-place", page=page) if page else ""


def _quotation(source: Source, texts: Texts) -> str:
    excerpt = _plain(source.excerpt, MOST_KEPT_EXCERPT_CHARS)
    return f"\n> {texts.get('sources-excerpt', excerpt=excerpt)}" if excerpt else ""


def _plain(text: str, most_chars: int) -> str:
    return as_plain_text(text, most_chars).replace("\n", " ")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
