"""Answers whose words are numbered, so that each can be found again wherever a bot shows it.

A word is letters and four digits, such as `talomi0042`, and no other digits stand beside it: its
number tells it apart whatever becomes of Markdown, pages and marks around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from random import Random

_NUMBER = re.compile(r"(?<=[a-z])\d{4}(?!\d)")
_SYLLABLES = ("ba", "ki", "lo", "mu", "ne", "ra", "si", "to", "ve", "za")
_LONGEST_WORD = 13
_LAST_PROSE = 100


def numbers_in(content: str) -> set[int]:
    """The numbers of the words that a text shows whole."""
    return {int(number) for number in _NUMBER.findall(content)}


def word_ends(text: str) -> dict[int, int]:
    """How many characters of an answer must have left for each of its words to be whole."""
    return {int(found.group()): found.end() for found in _NUMBER.finditer(text)}


def answer(rng: Random, chars: int) -> str:
    """An answer of exactly so many characters: prose, with now and then a list or some code.

    It begins and ends with prose; `chars` is 400 at least.
    """
    words = _words(rng)
    text, block = "", _prose(rng, words)
    while len(text) + len(block) < chars - _LAST_PROSE:
        text += block + "\n\n"
        make = rng.choices((_prose, _list, _code), weights=(6, 2, 1))[0]
        block = make(rng, words)
    while (left := chars - len(text)) > 2 * _LONGEST_WORD:
        text += next(words) + " "
    number = next(words)[-4:]
    return text + "o" * (left - 5) + number + "."


def _words(rng: Random) -> Iterator[str]:
    for number in count(1):
        yield "".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) + f"{number:04}"


def _sentence(rng: Random, words: Iterator[str]) -> str:
    said = [next(words) for _ in range(rng.randint(5, 12))]
    if rng.random() < 0.2:
        said[2:4] = [f"**{' '.join(said[2:4])}**"]
    elif rng.random() < 0.1:
        said[-1] = f"`{said[-1]}`"
    return " ".join(said).capitalize() + "."


def _prose(rng: Random, words: Iterator[str]) -> str:
    return " ".join(_sentence(rng, words) for _ in range(rng.randint(2, 4)))


def _list(rng: Random, words: Iterator[str]) -> str:
    return "\n".join(f"- {_sentence(rng, words)}" for _ in range(rng.randint(3, 5)))


def _code(rng: Random, words: Iterator[str]) -> str:
    lines = [f"{next(words)} = {next(words)}({next(words)})" for _ in range(rng.randint(2, 5))]
    return "\n".join(("```python", *lines, "```"))
