"""Quotations of sections: as long as one likes to read in a chat, and valid Markdown."""

from __future__ import annotations

from collections.abc import Collection

from bridge_bot.sandbox.docs_bot.sections import Section, join, with_fences_closed


def quote(section: Section, words: Collection[str], limit_chars: int) -> str:
    """At most about so many characters of a section, whole pieces where possible.

    Where it is longer, the quotation holds the first of the pieces that have most of `words`.
    """
    pieces = section.pieces
    # Without their last letters, so that "channels" is found in "channel" as the search does.
    stems = [word if len(word) < 6 else word[:-2] for word in words]
    found = [sum(stem in piece.casefold() for stem in stems) for piece in pieces]
    best = found.index(max(found))

    def fits(first: int, end: int) -> bool:
        return len(join(pieces[first:end])) <= limit_chars

    first = 0 if fits(0, best + 1) else best  # the beginning of a section explains the rest
    end = best + 1
    while end < len(pieces) and fits(first, end + 1):
        end += 1
    while first > 0 and fits(first - 1, end):
        first -= 1
    before, after = "…\n\n" * (first > 0), "\n\n…" * (end < len(pieces))
    return before + cut(join(pieces[first:end]), limit_chars) + after


def cut(text: str, limit_chars: int) -> str:
    """Markdown of at most about so many characters: whole lines, else words, fences closed."""
    if len(text) <= limit_chars:
        return text
    head = text[:limit_chars]
    # A cut that gives up more than half helps nobody.
    ends = (at for end in "\n " if (at := head.rfind(end)) > limit_chars // 2)
    head = head[: next(ends, limit_chars)]
    whole = with_fences_closed(head)
    return whole if whole != head else f"{head} …"
