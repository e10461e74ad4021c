"""What at the end of a growing line is not shown yet, since it may become something else."""

from __future__ import annotations

import re

_MARKERS = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[-+*>]+|#{1,6}|=+|-#)?[ \t]*\Z")
_RULE = re.compile(r"[ \t]*(?:[-*_][ \t]*)+\Z")
_NUMBER = re.compile(r"[ \t>]*\d")
_TAIL = re.compile(
    r"[*_~|`$]+\Z"  # marks that may close, or grow
    r"|(?<!`)```[\w+#.-]*[ \t]*\Z"  # a fence behind text
    r"|(?<![^\W_])!\Z"  # half an image
    r"|\\+(?:[(\[]\s*)?\Z"
    r"|&#?\w{0,10}\Z"
    r"|<!(?:-(?:-(?:(?!-->)[\s\S])*)?)?\Z"  # a comment
    r"|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?\Z"  # a tag
    r"|<[^\s<>]*\Z"  # a mention, an emoji, an address
    r"|<(?:/[^\s<>]+|/?)\Z"
)
_MARKS = "*_~|`$\\"


def held_from(line: str, longest: int) -> int:
    """From where on a line is held back; no more than so many characters of it are."""
    end = held = len(line)
    if match := _TAIL.search(line, max(0, end - longest)):
        held = len(line[: match.start()].rstrip(_MARKS))
    # What is left of it must not look like something that it would not be with its end.
    left = line[:held]
    if (_MARKERS.match(left) and not _NUMBER.match(left)) or _RULE.match(left):
        held = 0
    return held if end - held <= longest else end


def held_in_code(line: str) -> int:
    """The same inside of a code block, where only its end may come."""
    return 0 if line.strip() and not line.strip(" \t>").strip("`~") else len(line)
