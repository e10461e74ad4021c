"""The scenarios of streaming, and the rows that each gives: ours and the plain bot's.

Limits, latency and the Chat API's pace are the same in all of them, but for what a scenario
changes: creating and editing messages 5 in 5 s each per channel, 50 requests a second for the bot
as a whole, all of it in fixed windows; a request takes effect 40 ms after it was sent and is
answered at 80 ms; the first chunk comes 0.5 s after the request, and 20 characters a chunk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from random import Random

from bridge_bot.sandbox.discord.rest.server import Latency
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.bench.delays import bound_s, mean_delay_s, percentile
from tests.bench.row import Row
from tests.bench.scenario_run import Outcome, Scenario, Stream

CHARS_PER_S = 200
SEED = 20261125


def together(count: int) -> list[Stream]:
    """So many streams, asked for at the same moment: each 13 s, and one message long."""
    return [Stream(0.0, 1900, 13.0)] * count


def of_many_lengths(seed: int) -> list[Stream]:
    """20 streams of 6 to 15 s, one after the other about every second: each meets its windows,
    and others' requests, in another phase.
    """
    rng = Random(seed)
    lengths = [6 + 9 * number / 19 for number in range(20)]
    rng.shuffle(lengths)
    return [
        Stream(number + rng.random(), round(takes_s * CHARS_PER_S), takes_s)
        for number, takes_s in enumerate(lengths)
    ]


def narrow(discord: DiscordStandIn) -> None:
    """From now on only two edits in five seconds."""
    discord.limits.set("edit_message", 2, 5.0)


def limit_of(requests_per_s: int) -> Callable[[DiscordStandIn], None]:
    """Another limit for the bot as a whole."""

    def change(discord: DiscordStandIn) -> None:
        discord.limits.requests_per_s = requests_per_s

    return change


@dataclass(frozen=True, slots=True)
class Share:
    """A bound that is so much of the plain bot's figure."""

    of_plain: float


def _slowest(outcome: Outcome) -> float:
    return max(answer.first_text_s for answer in outcome.answers)


def _answered(outcome: Outcome) -> float:
    return max(answer.answered_s for answer in outcome.answers)


def _complete(outcome: Outcome) -> float:
    return percentile((answer.complete_s for answer in outcome.answers), 95)


FIGURES: Mapping[str, tuple[Callable[[Outcome], float], str]] = {
    "mean delay of a word": (lambda outcome: mean_delay_s(outcome.answers), "s"),
    "first text, the slowest": (_slowest, "s"),
    "first text after the question, the slowest": (_answered, "s"),
    "complete, 95th percentile": (_complete, "s"),
    "words lost": (lambda outcome: sum(answer.lost for answer in outcome.answers), ""),
    "requests": (lambda outcome: outcome.requests, ""),
    "429s": (lambda outcome: outcome.refused, ""),
    "429s of one window, the most": (lambda outcome: outcome.most_refused, ""),
    "processor time": (lambda outcome: outcome.cpu_s, "s"),
    "memory, peak": (lambda outcome: outcome.peak_mib, "MiB"),
}
"""What is told of each scenario. First text counts from the first chunk, complete from the last
until nothing changed any more; a word's delay is from leaving the API to being visible, and each
word counts once in the mean. A bot that asks the API late, such as after its thread is open, has
no later first text by that, but a later one after the question.
"""

_MEAN, _FIRST, _, _COMPLETE, _LOST, _, _REFUSED, _ONE_WINDOW, _CPU, _MEMORY = FIGURES
Bounds = dict[str, float | Share]
_ALWAYS: Bounds = {_LOST: 0}
_CALM: Bounds = _ALWAYS | {_REFUSED: 0}
_MOST_OF_THE_BOUND = 1.3
_BELIEVED_PER_S = 50
_TAKEN_PER_S = 20


@dataclass(frozen=True, slots=True)
class Work:
    """A scenario with what it is called in the table, and the bounds of its figures."""

    title: str
    scenario: Scenario
    bounds: Bounds

    def rows(self, ours: Outcome, plain: Outcome | None) -> Iterator[Row]:
        """Each figure, ours and the plain bot's, which may have been left out."""
        for name, (figure, unit) in FIGURES.items():
            theirs = None if plain is None else figure(plain)
            bound = self.bounds.get(name)
            if isinstance(bound, Share):
                bound = None if theirs is None else bound.of_plain * theirs
            yield Row(f"{self.title}: {name}", figure(ours), bound, unit, plain=theirs)


WORKS: Mapping[str, Work] = {
    work.scenario.name: work
    for work in (
        Work(
            "1 answer, 1,900 characters in 9.5 s",
            Scenario("one", [Stream(0.0, 1900, 9.5)]),
            _CALM | {_MEAN: _MOST_OF_THE_BOUND * bound_s(9.5), _FIRST: 0.12},
        ),
        Work(
            "20 answers of 6 to 15 s",
            Scenario("lengths", of_many_lengths(SEED)),
            _CALM | {_COMPLETE: 0.15},
        ),
        Work(
            "1 answer, 8,000 characters in 20 s",
            Scenario("long", [Stream(0.0, 8000, 20.0)]),
            _CALM | {_MEAN: _MOST_OF_THE_BOUND * bound_s(20.0), _COMPLETE: 0.15},
        ),
        Work("10 answers at once, 13 s", Scenario("ten", together(10)), _CALM),
        Work(
            "100 answers at once, 13 s",
            Scenario("hundred", together(100)),
            _CALM | {_MEAN: 1.6, _FIRST: 4.2, _COMPLETE: 2.2, _CPU: Share(1.5), _MEMORY: 110},
        ),
        Work(
            "500 answers at once, 13 s",
            Scenario("five-hundred", together(500), settings={"CHAT_API_MAX_IN_FLIGHT": "500"}),
            _ALWAYS,
        ),
        Work(
            "5 answers, then 2 edits per 5 s",
            # A second apart, so that it meets their windows in different phases.
            Scenario(
                "narrowed",
                [Stream(float(number), 2600, 13.0) for number in range(5)],
                meanwhile=narrow,
                meanwhile_s=9.0,
            ),
            _ALWAYS | {_ONE_WINDOW: 1},
        ),
        Work(
            "10 answers at once, latency 400 ms",
            Scenario("slow", together(10), latency=Latency(0.2, 0.4)),
            _ALWAYS,
        ),
        Work(
            "50 answers at once, 20 requests/s",
            Scenario("global", together(50), meanwhile=limit_of(_TAKEN_PER_S)),
            # One second's worth: what was believed to be taken and was not.
            _ALWAYS | {_REFUSED: _BELIEVED_PER_S - _TAKEN_PER_S},
        ),
    )
}
