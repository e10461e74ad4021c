"""Runs the scenarios of streaming, ours and then the plain bot, and reports the progress."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

from tests.bench import bot_processes, scenario_run
from tests.bench.delays import over_time
from tests.bench.picture import EVERY_S, PERCENTS, Curve, svg
from tests.bench.progress import progress
from tests.bench.row import Row
from tests.bench.scenario_run import Outcome
from tests.bench.scenarios import WORKS, Work


class Streaming:
    """One run of the bench: its seed, and whether the plain bot takes part."""

    def __init__(self, seed: int, *, with_plain: bool) -> None:
        self.seed = seed
        self._with_plain = with_plain
        self.outcomes: dict[str, dict[str, Outcome]] = {}
        """What has been measured: by scenario, then `ours` or `plain`."""

    def rows(self, name: str) -> Iterator[Row]:
        """Measure one scenario."""
        work = WORKS[name]
        outcomes = {"ours": self._run(work, bot_processes.OURS, "ours")}
        if self._with_plain:
            outcomes["plain"] = self._run(work, bot_processes.PLAIN, "the plain bot")
        self.outcomes[name] = outcomes
        yield from work.rows(outcomes["ours"], outcomes.get("plain"))

    def picture(self, name: str) -> str:
        """A measured scenario as an SVG: the delay over the time of its streams."""
        labels = {"ours": "bridge-bot", "plain": "plain bot"}
        curves = [
            Curve(labels[who], who, over_time(outcome.answers, PERCENTS, every_s=EVERY_S))
            for who, outcome in self.outcomes[name].items()
        ]
        title = f"How late words are, of {WORKS[name].title}"
        caption = (
            "Line: the median word. Band: from the 10th to the 90th percentile. "
            f"On the stand-in, seed {self.seed}."
        )
        return svg(title, curves, caption)

    def _run(self, work: Work, command: tuple[str, ...], who: str) -> Outcome:
        def report(words: str) -> None:
            progress(f"{work.scenario.name}, {who}: {words}")

        report(f"begins, seed {self.seed}, load average {os.getloadavg()[0]:.1f}")
        outcome = asyncio.run(
            scenario_run.run(work.scenario, command, seed=self.seed, report=report)
        )
        report(
            f"over, load average {outcome.load:.1f}, timers of the stand-ins late by"
            f" {outcome.late_s * 1000:.0f} ms (95th percentile)"
        )
        return outcome
