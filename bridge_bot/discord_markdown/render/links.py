"""Links in the forms that Discord reads as links, and none that hides where it leads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from bridge_bot.discord_markdown.pieces import Piece, Sort, Wrap

_WEB = re.compile(r"https?://|discord://", re.IGNORECASE)
_CONTACT = re.compile(r"(?:mailto|tel|sms):", re.IGNORECASE)
_SHOWN_ADDRESS = re.compile(r"https?://|discord\.gg/\w|discord(?:app)?\.com/invite/", re.IGNORECASE)
_NAME = re.compile(
    r"(?:https?://|www\.)[^\s<>]+|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:/\S*)?$", re.IGNORECASE
)
_TAIL = re.compile(
    r"""\]\((?:<[^\s<>\\]+>|(?:[^\s<>()\\]|\([^\s<>()\\]*\))+)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)\Z"""
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800"
    "\u3164\ufe0f\ufeff\uffa0]"
)
_EMOJI = (
    "[\U0001f000-\U0001faff\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\u20e3]"
)
_EMOJIS = re.compile(rf"(?:{_EMOJI}[\ufe0f\u200d]*)+")
_AFTER_BARE = re.compile(r"\s|\Z|[.,:;\"'\]](?:\s|\Z)")


def is_web(address: str) -> bool:
    """Whether Discord makes a link of it."""
    return bool(_WEB.match(address))


def bare(address: str, after: str, *, closes: bool) -> str:
    """An address in the text, in brackets if Discord would take in what follows.

    `closes` says that a mark follows which Discord has found before.
    """
    whole = not address.endswith((".", ",", ":", ";", '"', "'", "]", ")"))
    return address if whole and (closes or _AFTER_BARE.match(after)) else f"<{address}>"


def name_of(address: str) -> str:
    """A name for what an address leads to."""
    return urlsplit(address).path.rpartition("/")[2][:60] or "image"


def encoded(address: str) -> str:
    """An address without what Discord would end it at."""
    for character, code in ((" ", "%20"), ("\\", "%5C"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(character, code)
    depth = 0
    for character in address:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            break
    if depth:
        address = address.replace("(", "%28").replace(")", "%29")
    return _INVISIBLE.sub("", address)


class Link(NamedTuple):
    """A link: its text, its address, and what followed the text in the source, at `tail_at`."""

    label: Sequence[Piece]
    href: str
    tail: str
    at: int
    tail_at: int
    wraps: tuple[Wrap, ...]

    def atom(self, text: str, seen: str) -> Piece:
        """What stands behind the text, and holds the address."""
        return Piece(text, self.tail_at, Sort.ATOM, self.wraps, seen, 1)


def linked(link: Link) -> list[Piece]:
    """A link in the form that Discord can show: masked, or with its address openly behind it."""
    plain = _INVISIBLE.sub("", "".join(piece.seen for piece in link.label)).strip()
    if not is_web(link.href):
        return _no_link(link, plain)
    link = link._replace(href=encoded(link.href))
    href = link.href
    if not plain:
        return [Piece(f"<{href}>", link.at, Sort.ATOM, link.wraps, href, 1)]
    looks_like_one = bool(_SHOWN_ADDRESS.search(unicodedata.normalize("NFKC", plain)))
    if looks_like_one and _same(plain, href):
        address = plain if is_web(plain) else href
        written = bare(address, "", closes=False)
        return [Piece(written, link.at, Sort.ATOM, link.wraps, address, 1)]
    masked = None if looks_like_one or _is_other(plain, href) else _masked(link)
    return masked or [*_opened(link.label), link.atom(f" (<{href}>)", f" ({href})")]


def _no_link(link: Link, plain: str) -> list[Piece]:
    """The text of a link to what is no web address, and where it leads."""
    href = link.href
    contact = _CONTACT.match(href)
    if not href or href.startswith("#") or plain == href[contact.end() if contact else 0 :]:
        return _opened(link.label)
    return [*_opened(link.label), Piece(f" ({href})", link.tail_at, Sort.TEXT, link.wraps)]


def _masked(link: Link) -> list[Piece] | None:
    """A masked link, unless Discord would make none of its text."""
    outer, tail = link.wraps, link.tail
    before, inner, after = _without_emoji(list(link.label), outer)
    if inner is None:
        return None
    is_clean = _TAIL.match(tail) and is_web(tail[2:].lstrip("<"))
    if not is_clean or "%" in urlsplit(link.href).netloc:
        tail = f"]({link.href})"
    wrap = Wrap("link", "[", tail, link.at, "[" if link.tail_at >= 0 else "")
    inside = [
        piece._replace(
            wraps=(*outer, wrap, *piece.wraps[len(outer) :]),
            sort=Sort.CODE if piece.sort is Sort.TEXT else piece.sort,
        )
        for piece in inner
    ]
    return [*before, *inside, *after]


def _opened(label: Sequence[Piece]) -> list[Piece]:
    """A label as text of its own."""
    return [
        piece._replace(sort=Sort.TEXT)
        if piece.sort is Sort.CODE and not any(wrap.kind == "code" for wrap in piece.wraps)
        else piece
        for piece in label
    ]


def _without_emoji(
    label: list[Piece], wraps: tuple[Wrap, ...]
) -> tuple[list[Piece], list[Piece] | None, list[Piece]]:
    """The emoji before a label, the label, and those behind it; no label if that is no way.

    Discord makes no link of a text with an emoji or a mention in it, or with odd brackets.
    """
    before: list[Piece] = []
    after: list[Piece] = []
    if found := re.match(rf"(?:{_EMOJIS.pattern}\s*)+", label[0].text):
        rest = label[0].text[found.end() :]
        before = [label[0]._replace(text=found[0], plain=None, sort=Sort.ATOM, wraps=wraps)]
        label[0] = label[0]._replace(text=rest, plain=None, at=label[0].at + found.end())
    if label and (found := re.search(rf"(?:\s*{_EMOJIS.pattern})+\s*\Z", label[-1].text)):
        after = [label[-1]._replace(text=found[0], plain=None, sort=Sort.ATOM, wraps=wraps, at=-1)]
        label[-1] = label[-1]._replace(text=label[-1].text[: found.start()], plain=None)
    label = [piece for piece in label if piece.text]
    text = "".join(piece.seen for piece in label)
    outside_code = "".join(
        piece.text for piece in label if not any(wrap.kind == "code" for wrap in piece.wraps)
    )
    depth = 0
    for character in text:
        depth += (character == "[") - (character == "]")
        if depth < 0:
            break
    if depth or not text.strip() or _EMOJIS.search(outside_code) or any(p.drawn for p in label):
        return [], None, []
    return before, label, after


def _is_other(plain: str, href: str) -> bool:
    """Whether a text looks like an address, and not like that of its link."""
    found = _NAME.search(plain)
    if not found or _same(plain, href):
        return False
    last = urlsplit(href).path.rstrip("/").rpartition("/")[2]
    return not (found[0] == plain and "/" not in plain and plain.lower() == last.lower())


def _same(text: str, href: str) -> bool:
    return _address(text) == _address(href)


def _address(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.strip().lower()).rstrip("/")
