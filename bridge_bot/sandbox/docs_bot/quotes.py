"""Sections cut to what one likes to read in a chat, their Markdown kept whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bridge_bot.sandbox.docs_bot.sections import DocumentPiece, Section, join, with_fences_closed

_CUT = "…"


def quote(section: Section, words: Collection[str], limit: int) -> str:
    """At most about `limit` characters of a section, whole pieces where possible.

    Where it is longer, the quotation holds the first of the pieces that say most of `words`.
    """
    if len(section.text) <= limit:
        return section.text
    pieces = section.pieces
    begin = _best(pieces, words)
    if len(join(pieces[: begin + 1])) <= limit:
        begin = 0  # the beginning of a section explains the rest
    end = begin + 1
    while end < len(pieces) and len(join(pieces[begin : end + 1])) <= limit:
        end += 1
    while begin > 0 and len(join(pieces[begin - 1 : end])) <= limit:
        begin -= 1
    kept = cut(join(pieces[begin:end]), limit)
    before = f"{_CUT}\n\n" if begin else ""
    after = f"\n\n{_CUT}" if end < len(pieces) else ""
    return before + kept + after


def cut(text: str, limit: int) -> str:
    """Markdown of at most about `limit` characters: whole lines, words at least, fences closed."""
    if len(text) <= limit:
        return text
    head = text[:limit]
    for end in ("\n", " "):
        # A cut that gives up more than half helps nobody.
        if head.rfind(end) > limit // 2:
            head = head[: head.rfind(end)]
            break
    whole = with_fences_closed(head)
    return whole if whole != head else f"{head} {_CUT}"


def _best(pieces: Sequence[DocumentPiece], words: Collection[str]) -> int:
    """The number of the first piece that holds as many of the words as any."""
    # Without their last letters, so that "channels" is found in "channel" as the search does.
    stems = [word if len(word) < 6 else word[:-2] for word in words]
    found = [sum(stem in piece.text.casefold() for stem in stems) for piece in pieces]
    return found.index(max(found))
