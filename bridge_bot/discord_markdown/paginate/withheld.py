"""What is withheld at the end of a growing line, since the next characters may change its meaning.

Of `see **bo` nothing is withheld, of `see **` the two asterisks are: they may open or close bold.
"""

from __future__ import annotations

import re

_MARKERS = re.compile(r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(?:[-+*>]+|#{1,6}|=+|-#)?[ \t]*\Z")
_RULE = re.compile(r"[ \t]*(?:[-*_][ \t]*)+\Z")
_NUMBER = re.compile(r"[ \t>]*\d")
_TAIL = re.compile(
    r"[*_~|`$]+\Z"  # delimiters that may close, or grow
    r"|(?<!`)```[\w+#.-]*[ \t]*\Z"  # a fence behind text
    r"|(?<![^\W_])!\Z"  # the beginning of an image
    r"|\\+(?:[(\[]\s*)?\Z"
    r"|&#?\w{0,10}\Z"
    r"|<!(?:-(?:-(?:(?!-->)[\s\S])*)?)?\Z"  # a comment
    r"|</?[a-zA-Z][\w-]*(?:\s[^<>]*)?\Z"  # a tag
    r"|<[^\s<>]*\Z"  # a mention, an emoji, an address
    r"|<(?:/[^\s<>]+|/?)\Z"
)
_DELIMITERS = "*_~|`$\\"


def withheld_from(line: str, max_chars: int) -> int:
    """Return the index from which a line is withheld: its length if nothing is.

    No more than `max_chars` characters are withheld.
    """
    end = withheld = len(line)
    if match := _TAIL.search(line, max(0, end - max_chars)):
        withheld = len(line[: match.start()].rstrip(_DELIMITERS))
    # What is left must not look like a list marker or a rule that it may turn out not to be.
    left = line[:withheld]
    if (_MARKERS.match(left) and not _NUMBER.match(left)) or _RULE.match(left):
        withheld = 0
    return withheld if end - withheld <= max_chars else end


def withheld_in_code(line: str) -> int:
    """The same for a line of a code block, where only the closing fence is withheld."""
    return 0 if line.strip() and not line.strip(" \t>").strip("`~") else len(line)
