"""Where a JSON object ends in bytes that are still arriving, and what is in it.

Strategy: the header of a stream is followed by other bytes, so its end must be found before it
can be parsed, and it may arrive in a million pieces. Parsing again and again until it works
would take quadratic time. So `ObjectScanner` looks at every byte once: it only knows whether it is
inside a string, and how deep the brackets are. Whether the object is valid, `json` finds out once
it is whole. The regular expressions jump from one quote or bracket to the next, so a string of any
length is one call; the possessive `++` and `*+` never backtrack, so they keep no state for that.
"""

from __future__ import annotations

import json
import math
import re

MAX_DEPTH = 64
"""Brackets that are nested deeper are refused: `json` calls itself for each level."""

_QUOTE_OR_BRACKET = re.compile(rb'["{}\[\]]')
_STRING_REST = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_HEX = "[0-9a-fA-F]{2}"
_ESCAPE = re.compile(
    rf"\\(?:u[dD][89abAB]{_HEX}\\u[dD][c-fC-F]{_HEX}|(u[dD][89a-fA-F]{_HEX})|.)", re.DOTALL
)
"""Any escape of a JSON string, of surrogates both at once; the group is one that stands alone."""
_QUOTE = ord('"')


class ObjectScanner:
    """Finds the end of one JSON object; each byte of the growing buffer is looked at once."""

    def __init__(self, start: int) -> None:
        self._at = start
        self._depth = 0
        self._in_string = False

    def end(self, buffer: bytearray) -> int | None:
        """The index after the object's last bracket, or None while that has not arrived.

        Raises ValueError when brackets are nested more than `MAX_DEPTH` deep.
        """
        while self._at < len(buffer):
            if self._in_string:
                if not self._leave_string(buffer):
                    return None
                continue
            found = _QUOTE_OR_BRACKET.search(buffer, self._at)
            if found is None:
                self._at = len(buffer)
                return None
            self._at = found.end()
            if self._closes_object(found[0]):
                return self._at
        return None

    def _leave_string(self, buffer: bytearray) -> bool:
        """Skip the rest of a string. Returns whether its end has arrived."""
        rest = _STRING_REST.match(buffer, self._at)
        if rest is not None:
            self._at = rest.end()
        # It stops at the closing quote, at the end, or at a backslash that is the last byte, which
        # is looked at again together with the byte that it escapes.
        if self._at == len(buffer) or buffer[self._at] != _QUOTE:
            return False
        self._at += 1
        self._in_string = False
        return True

    def _closes_object(self, character: bytes) -> bool:
        """Take a quote or bracket that is not in a string. Returns whether the object ends there.

        Raises ValueError as `end` does.
        """
        if character == b'"':
            self._in_string = True
            return False
        self._depth += 1 if character in b"{[" else -1
        if self._depth > MAX_DEPTH:
            raise ValueError("nested too deeply")
        return self._depth == 0


def read_object(data: bytes) -> dict[str, object] | None:
    """The JSON object in `data`, or None if it is anything else.

    Never raises: an exception of `json` would carry the whole document, with the question in it.
    Invalid UTF-8 and lone surrogates become U+FFFD, so that every string can be encoded again;
    control characters in strings are let through; NaN and Infinity, which JSON does not know,
    make the document invalid.
    """
    try:
        text = data.decode("utf-8-sig", "replace")
        if _SURROGATE.search(text):
            text = _ESCAPE.sub(_without_lone, text)
        found = json.loads(text, strict=False, parse_constant=_no_constant, parse_float=_finite)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is not JSON")


def _finite(number: str) -> float | None:
    value = float(number)
    return value if math.isfinite(value) else None  # 1e999 is valid JSON


def _without_lone(surrogate: re.Match[str]) -> str:
    return "\\ufffd" if surrogate[1] else surrogate[0]
