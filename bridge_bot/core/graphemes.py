"""Where a text can be cut without taking a visible character apart.

What a reader sees as one character (a family, a flag, a letter with its accents) can be many code
points. These are the rules of Unicode's UAX #29 that matter for what people write in a chat,
without its tables: one in doubt is kept together.
"""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_MARKS = frozenset({"Mn", "Mc", "Me"})  # accents, vowel signs, variation selectors, keycaps


def whole_before(text: str, at: int) -> int:
    """The last index, at most `at`, where a visible character begins.

    It is `at` itself where there is no such index but 0: something has to be cut.
    """
    cut = at
    while 0 < cut < len(text) and _joined(text, cut):
        cut -= 1
    return cut or at


def _joined(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if _JOINER in (before, after) or unicodedata.category(after) in _MARKS:
        return True
    if "\U0001f3fb" <= after <= "\U0001f3ff":  # a colour of skin
        return True
    if "\U000e0020" <= after <= "\U000e007f":  # a tag, as in the flag of Scotland
        return True
    if "\u1160" <= after <= "\u11ff":  # a vowel or an end of a Korean syllable
        return True
    return _is_flag_half(before) and _is_flag_half(after) and _flag_halves_before(text, at) % 2 == 1


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_halves_before(text: str, at: int) -> int:
    begin = at
    while begin > 0 and _is_flag_half(text[begin - 1]):
        begin -= 1
    return at - begin
