"""What at the end of a growing text is not shown yet, since it may become something else."""

from __future__ import annotations

import re

_MARKERS = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[-+*>]+|#{1,6}|=+|-#)?[ \t]*\Z")
_RULE = re.compile(r"[ \t]*(?:[-*_][ \t]*)+\Z")
_NUMBER = re.compile(r"[ \t>]*\d")
_TAIL = re.compile(
    r"[*_~|`$]+\Z"  # marks that may close, or grow
    r"|(?<![^\W_])!\Z"  # half an image
    r"|\\+(?:[(\[]\s*)?\Z"
    r"|&#?\w{0,10}\Z"
    r"|<!(?:-(?:-(?:(?!-->)[\s\S])*)?)?\Z"  # a comment
    r"|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?\Z"  # a tag
    r"|<[^\s<>]*\Z"  # a mention, an emoji, an address
    r"|<(?:/[^\s<>]+|/?)\Z"
)
_PIPE_LINE = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*\|(?!\|)")
_DELIMITER_LINE = re.compile(r"[ \t>]*\|?[ \t:|-]*\Z")


def held_from(source: str, longest_chars: int, *, in_table: bool = False) -> int:
    """From where on a text is held back; no more than so many characters of it are.

    `in_table` says that the text begins with a table's next row.
    """
    end = len(source)
    line = source.rfind("\n") + 1
    last = source[line:]
    held = _table_from(source, line, last, in_table=in_table)
    if match := _TAIL.search(source, max(0, end - longest_chars)):
        held = min(held, len(source[: match.start()].rstrip("*_~|`$\\")))
    # What is left of its line must not look like something that it would not be with its end.
    line = source.rfind("\n", 0, held) + 1
    left = source[line:held]
    if (_MARKERS.match(left) and not _NUMBER.match(left)) or _RULE.match(left):
        held = line
    return held if end - held <= longest_chars else end


def _table_from(source: str, line: int, last: str, *, in_table: bool) -> int:
    """Where a line begins that may turn out to be a table's header, or a row not yet complete."""
    end = len(source)
    if not line:
        return 0 if _PIPE_LINE.match(last) else end
    above = source.rfind("\n", 0, line - 1) + 1
    second = source.rfind("\n", 0, above - 1) + 1 if above else 0
    if _DELIMITER_LINE.match(last) and _PIPE_LINE.match(source, above):
        is_table = _PIPE_LINE.match(source, second) if above else in_table
        if not is_table:
            return above
    return line if _PIPE_LINE.match(last) else end
