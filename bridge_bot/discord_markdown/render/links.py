"""Links in a form that Discord reads as a link, and that does not hide where it leads.

`[bank.example](https://evil.example)` becomes `bank.example (<https://evil.example>)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from bridge_bot.discord_markdown.fragments import Fragment, FragmentKind, Wrap
from bridge_bot.discord_markdown.shown_address import as_read, is_same_address, looks_like_another

_WEB = re.compile(r"https?://|discord://", re.IGNORECASE)
_CONTACT = re.compile(r"(?:mailto|tel|sms):", re.IGNORECASE)
SHOWN_ADDRESS = re.compile(r"https?://|discord\.gg/\w|discord(?:app)?\.com/invite/", re.IGNORECASE)
_TAIL = re.compile(
    r"""\]\((?:<[^\s<>\\]+>|(?:[^\s<>()\\]|\([^\s<>()\\]*\))+)(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\)\Z"""
)
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800"
    "\u3164\ufe0f\ufeff\uffa0]"
)
_EMOJI = (
    "[\U0001f000-\U0001faff\u203c\u2049\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\u20e3]"
)
EMOJIS = re.compile(rf"(?:{_EMOJI}[\ufe0f\u200d]*)+")
_AFTER_BARE = re.compile(r"\s|\Z|[.,:;\"'\]](?:\s|\Z)")


def is_web(address: str) -> bool:
    """Whether Discord makes a link of an address."""
    return bool(_WEB.match(address))


def bare(address: str, after: str, *, closes: bool) -> str:
    """Return an address as it stands in a text: in `<…>` if Discord would take in what follows.

    `closes` says that a delimiter follows which Discord has found already.
    """
    whole = not address.endswith((".", ",", ":", ";", '"', "'", "]", ")"))
    return address if whole and (closes or _AFTER_BARE.match(after)) else f"<{address}>"


def name_of(address: str) -> str:
    """Return a name for what an address leads to, of at most 60 characters."""
    return urlsplit(address).path.rpartition("/")[2][:60] or "image"


def encoded(address: str) -> str:
    """Return an address without characters at which Discord would end it."""
    for character, code in ((" ", "%20"), ("\\", "%5C"), ("<", "%3C"), (">", "%3E")):
        address = address.replace(character, code)
    if not _is_balanced(address, "(", ")"):
        address = address.replace("(", "%28").replace(")", "%29")
    return INVISIBLE.sub("", address)


class Link(NamedTuple):
    """A link: the fragments of its text, its address, and `tail`, which is what follows the text in
    the source (`](https://x.example)`), at the position `tail_at`.
    """

    label: Sequence[Fragment]
    href: str
    tail: str
    at: int
    tail_at: int
    wraps: tuple[Wrap, ...]


def linked(link: Link) -> list[Fragment]:
    """Return a link in a form that Discord can show: masked, or with its address behind it."""
    visible = INVISIBLE.sub("", "".join(fragment.visible for fragment in link.label)).strip()
    if not is_web(link.href):
        return _no_link(link, visible)
    link = link._replace(href=encoded(link.href))
    href = link.href
    if not visible:
        return [Fragment(f"<{href}>", link.at, FragmentKind.ATOM, link.wraps, href, 1)]
    looks_like_one = bool(SHOWN_ADDRESS.search(as_read(visible)))
    if looks_like_one and is_same_address(visible, href):
        address = visible if is_web(visible) else href
        written = bare(address, "", closes=False)
        return [Fragment(written, link.at, FragmentKind.ATOM, link.wraps, address, 1)]
    masked = None if looks_like_one or looks_like_another(visible, href) else _masked(link)
    behind = Fragment(
        f" (<{href}>)", link.tail_at, FragmentKind.ATOM, link.wraps, f" ({href})", nodes=1
    )
    return masked or [*_outside_link(link.label), behind]


def _no_link(link: Link, visible: str) -> list[Fragment]:
    """Return the text of a link to what is no web address, and where it leads."""
    href = link.href
    contact = _CONTACT.match(href)
    if not href or href.startswith("#") or visible == href[contact.end() if contact else 0 :]:
        return _outside_link(link.label)
    return [
        *_outside_link(link.label),
        Fragment(f" ({href})", link.tail_at, FragmentKind.TEXT, link.wraps),
    ]


def _masked(link: Link) -> list[Fragment] | None:
    """Return a masked link, or None if Discord would read none."""
    outer, tail = link.wraps, link.tail
    before, inner, after = _without_emoji(list(link.label), outer)
    if inner is None:
        return None
    is_clean = _TAIL.match(tail) and is_web(tail[2:].lstrip("<"))
    if not is_clean or "%" in urlsplit(link.href).netloc:
        tail = f"]({link.href})"
    wrap = Wrap("link", "[", tail, link.at, "[" if link.tail_at >= 0 else "")
    inside = [
        fragment._replace(
            wraps=(*outer, wrap, *fragment.wraps[len(outer) :]),
            kind=FragmentKind.CODE if fragment.kind is FragmentKind.TEXT else fragment.kind,
        )
        for fragment in inner
    ]
    return [*before, *inside, *after]


def _outside_link(label: Sequence[Fragment]) -> list[Fragment]:
    """Return the text of a link as text outside of one."""
    return [
        fragment._replace(kind=FragmentKind.TEXT)
        if fragment.kind is FragmentKind.CODE and not _is_in_code(fragment)
        else fragment
        for fragment in label
    ]


def _without_emoji(
    label: list[Fragment], wraps: tuple[Wrap, ...]
) -> tuple[list[Fragment], list[Fragment] | None, list[Fragment]]:
    """Return the emoji before a link's text, the text without them, and the emoji behind it.

    Discord makes no link of a text with an emoji or a mention in it, or with brackets that have no
    partner. If something of that is left, the text is None.
    """
    before: list[Fragment] = []
    after: list[Fragment] = []
    if found := re.match(rf"(?:{EMOJIS.pattern}\s*)+", label[0].text):
        rest = label[0].text[found.end() :]
        before = [label[0]._replace(text=found[0], plain=None, kind=FragmentKind.ATOM, wraps=wraps)]
        label[0] = label[0]._replace(text=rest, plain=None, at=label[0].at + found.end())
    if label and (found := re.search(rf"(?:\s*{EMOJIS.pattern})+\s*\Z", label[-1].text)):
        after = [
            label[-1]._replace(
                text=found[0], plain=None, kind=FragmentKind.ATOM, wraps=wraps, at=-1
            )
        ]
        label[-1] = label[-1]._replace(text=label[-1].text[: found.start()], plain=None)
    label = [fragment for fragment in label if fragment.text]
    text = "".join(fragment.visible for fragment in label)
    outside_code = "".join(fragment.text for fragment in label if not _is_in_code(fragment))
    if (
        not _is_balanced(text, "[", "]")
        or not text.strip()
        or EMOJIS.search(outside_code)
        or any(fragment.nodes for fragment in label)
    ):
        return [], None, []
    return before, label, after


def _is_in_code(fragment: Fragment) -> bool:
    return any(wrap.kind == "code" for wrap in fragment.wraps)


def _is_balanced(text: str, opening: str, closing: str) -> bool:
    """Whether each opening bracket has a closing one behind it, and the other way round."""
    depth = 0
    for character in text:
        depth += (character == opening) - (character == closing)
        if depth < 0:
            return False
    return depth == 0
