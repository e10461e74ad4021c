"""Citations as links: the first one of each source on a page.

The mark `[3]`, shown with the number 1, becomes `[[1]](<https://a.example/>)`, and after that `[1]`
on the same page. A reader sees `[1]` in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from bridge_bot.discord_markdown.citations import PRIVATE_MARK, Citations
from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind
from bridge_bot.discord_markdown.render.links import encoded, is_web

_NO_LINK_IN = ("link", "code", "block")


def with_citation_links(
    fragments: Iterable[Fragment], linked: frozenset[str], citations: Citations, max_chars: int
) -> tuple[list[Fragment], frozenset[str]]:
    """Return the fragments with links, and the citations that are `linked` on the page now.

    A link of more than `max_chars` characters is left out. Private marks in what is no text, such
    as code, are taken out.
    """
    shown: list[Fragment] = []
    for fragment in fragments:
        if not fragment.cites:
            shown += _without_private_marks(fragment)
            continue
        link = _link(fragment, citations.address(fragment.cites) or "")
        if link and len(link) <= max_chars and fragment.text not in linked:
            linked |= {fragment.text}
            shown.append(fragment._replace(text=link, plain=fragment.text, nodes=1))
        else:
            shown.append(fragment)
    return shown, linked


def _link(fragment: Fragment, address: str) -> str:
    if any(wrap.kind in _NO_LINK_IN for wrap in fragment.wraps) or not is_web(address):
        return ""
    try:
        host = urlsplit(address).netloc
    except ValueError:
        return ""
    return "" if "%" in host else f"[{fragment.text}](<{encoded(address)}>)"


def _without_private_marks(fragment: Fragment) -> Iterator[Fragment]:
    if "\ue200" not in fragment.text:
        yield fragment
    elif fragment.kind is FragmentKind.ATOM or fragment.plain is not None or fragment.at < 0:
        plain = None if fragment.plain is None else PRIVATE_MARK.sub("", fragment.plain)
        yield fragment._replace(text=PRIVATE_MARK.sub("", fragment.text), plain=plain)
    else:
        begin = 0
        for found in PRIVATE_MARK.finditer(fragment.text):
            if begin < found.start():
                yield _part(fragment, begin, found.start())
            begin = found.end()
        if begin < len(fragment.text):
            yield _part(fragment, begin, len(fragment.text))


def _part(fragment: Fragment, begin: int, end: int) -> Fragment:
    return fragment._replace(text=fragment.text[begin:end], at=fragment.at + begin)
