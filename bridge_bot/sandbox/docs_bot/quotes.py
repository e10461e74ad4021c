"""Sections cut to what one likes to read in a chat, their Markdown kept whole."""

from __future__ import annotations

from collections.abc import Collection

from bridge_bot.sandbox.docs_bot.sections import Section, join, with_fences_closed


def quote(section: Section, words: Collection[str], limit_chars: int) -> str:
    """At most about so many characters of a section, whole pieces where possible.

    Where it is longer, the quotation holds the first of the pieces that have most of `words`.
    """
    pieces = section.pieces

    def fits(first: int, last: int) -> bool:
        return len(join(pieces[first : last + 1])) <= limit_chars

    # Without their last letters, so that "channels" is found in "channel" as the search does.
    stems = [(word if len(word) < 6 else word[:-2]).replace(" ", "") for word in words]
    found = [sum(stem in piece.text.casefold() for stem in stems) for piece in pieces]
    first = last = found.index(max(found))
    if fits(0, last):
        first = 0  # the beginning of a section explains the rest
    while last + 1 < len(pieces) and fits(first, last + 1):
        last += 1
    while first > 0 and fits(first - 1, last):
        first -= 1
    before = "…\n\n" if first else ""
    after = "\n\n…" if last + 1 < len(pieces) else ""
    return before + cut(join(pieces[first : last + 1]), limit_chars) + after


def cut(text: str, limit_chars: int) -> str:
    """Markdown of at most about so many characters: whole lines, else words, fences closed."""
    if len(text) <= limit_chars:
        return text
    head = text[:limit_chars]
    for end in ("\n", " "):
        # A cut that gives up more than half helps nobody.
        if head.rfind(end) > limit_chars // 2:
            head = head[: head.rfind(end)]
            break
    whole = with_fences_closed(head)
    return whole if whole != head else f"{head} …"
