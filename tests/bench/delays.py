"""How late a reader is: what left the API and when, against what could be read and when.

Pure arithmetic over what the stand-ins noted. All times are seconds on one clock.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tests.bench.numbered_answers import numbers_in, word_ends

EFFECT_S = 0.04
"""Until a request to Discord takes effect."""


class Sent(NamedTuple):
    """From then on, so many characters of the answer had left."""

    at: float
    chars: int


class Seen(NamedTuple):
    """From then on a message read so; empty once it was deleted."""

    at: float
    message_id: int
    content: str


class Late(NamedTuple):
    """A word: when it left, in seconds after the first chunk, and its delay in seconds."""

    left_s: float
    delay_s: float


@dataclass(frozen=True, slots=True)
class Watched:
    """One answer as a reader saw it."""

    words: tuple[Late, ...]
    """Of every word that was ever shown."""
    first_text_s: float
    """From the first chunk to the first word; infinite if none was ever shown."""
    answered_s: float
    """From the question to the first word: the first text, and what came before it."""
    complete_s: float
    """From the last chunk until nothing changed any more; infinite if words are missing then."""
    lost: int
    """Words that the messages do not show in the end."""


def watched(text: str, asked_at: float, sent: Sequence[Sent], seen: Iterable[Seen]) -> Watched:
    """Compare an answer's chunks with the states of the messages that show it."""
    states = sorted(seen, key=lambda state: state.at)
    visible_at: dict[int, float] = {}
    final: dict[int, str] = {}
    for state in states:
        final[state.message_id] = state.content
        for number in numbers_in(state.content):
            visible_at.setdefault(number, state.at)
    ends = word_ends(text)
    if not sent or not visible_at:
        return Watched((), math.inf, math.inf, math.inf, len(ends))
    begun = sent[0].at
    words = []
    for number in sorted(ends.keys() & visible_at.keys()):
        left = sent[bisect_left(sent, ends[number], key=lambda piece: piece.chars)].at
        words.append(Late(left - begun, visible_at[number] - left))
    lost = len(ends.keys() - numbers_in("\n".join(final.values())))
    return Watched(
        tuple(words),
        min(visible_at.values()) - begun,
        min(visible_at.values()) - asked_at,
        math.inf if lost else states[-1].at - sent[-1].at,
        lost,
    )


def bound_s(stream_s: float) -> float:
    """The least mean delay of a stream of so many seconds: the first post, the last edit and one
    edit a second between them, evenly spread.
    """
    return stream_s / (2 + stream_s) / 2 + EFFECT_S


def mean_delay_s(answers: Iterable[Watched]) -> float:
    """The mean over all words, each counting once; infinite if there are none."""
    delays = [word.delay_s for answer in answers for word in answer.words]
    return sum(delays) / len(delays) if delays else math.inf


def percentile(values: Iterable[float], percent: float) -> float:
    """The value below which so many of a hundred lie, between neighbours in proportion."""
    ordered = sorted(values)
    if math.isinf(ordered[-1]):
        return ordered[math.ceil((len(ordered) - 1) * percent / 100)]
    place = (len(ordered) - 1) * percent / 100
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def over_time(
    answers: Iterable[Watched], percents: Sequence[float], *, every_s: float
) -> list[tuple[float, ...]]:
    """For each stretch of the streams: its middle in seconds, and those percentiles of the delay
    of the words that left in it.
    """
    stretches: dict[int, list[float]] = {}
    for answer in answers:
        for word in answer.words:
            stretches.setdefault(int(word.left_s / every_s), []).append(word.delay_s)
    return [
        ((stretch + 0.5) * every_s, *(percentile(delays, percent) for percent in percents))
        for stretch, delays in sorted(stretches.items())
    ]
