"""Whatever happens for minutes: every question is answered once, and nothing piles up."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import pytest

from bridge_bot.store.postgres.engine import POOL_SIZE
from tests.e2e.soak import say, soak
from tests.e2e.soak_bot import Sample
from tests.e2e.soak_plan import CALM_PART

WARNINGS = {
    r"DeprecationWarning: 'audioop'|^  import audioop": "discord.py imports it",
    r"WARNING asyncio: Executing <": "a step took 0.1 s or more: seen in debug mode, under load",
    r"turn \d+ failed .*: (Api\w+|AnswerBrokenOff): ": "the Chat API failed as planned",
    r"turn \d+ failed .*: TurnGivenUp: .*given-up-crashing": "killed twice while it ran",
    r"WARNING bridge_bot: Discord limits \w+ /": "a planned 429",
    r"(Discord|Discord's gateway|the Chat API) (is out of|works again)": "several planned faults",
    r"question \d+ is asked again in .*: (Api|Intermediary)": "the Chat API failed as planned",
    r"WARNING bridge_bot: who may spend: everybody": "the stand-in's server is not named",
    r"discord\.http: We are being rate limited": "a planned 429, met by discord.py",
    r"(?i)discord\.http: .*global": "a planned 429 of the whole bot, met by discord.py",
    r"while looking for a reply from before: PlatformBusy": "a planned fault while recovering",
    r"while catching up; it is tried again: ": "a planned fault while reading what was missed",
    r"while taking a message in: ": "a planned fault while looking up a thread",
    r"while connecting to Discord: ": "the gateway refused, or a planned fault at the login",
    r"discord\.(client|shard): (Attempting a reconnect|Failed to connect)": "the gateway refused",
    r"discord\.gateway: Can't keep up": "the machine was too busy to be in time",
    r"discord\.gateway: Shard ID \S+ (has|session|gateway)": "the gateway ended a session",
}
"""Every line of the log that is no information, and why it is there."""

SEED = os.environ.get("BRIDGE_BOT_SOAK_SEED") or secrets.token_hex(4)
DURATION_S = float(os.environ.get("BRIDGE_BOT_SOAK_S", "600"))
WARM_UP_PART = 0.3
AT_REST = 1 + POOL_SIZE
"""The most connections of a bot that has nothing to do: the gateway's, and the database's where it
has a server that is reached over TCP."""


async def test_a_short_soak_ends_with_every_question_answered_once(tmp_path: Path) -> None:
    await soak(tmp_path, "short", 15, 12, WARNINGS)


@pytest.mark.slow
async def test_a_long_soak_ends_with_every_question_answered_once_and_memory_flat(
    tmp_path: Path,
) -> None:
    """For BRIDGE_BOT_SOAK_S seconds; BRIDGE_BOT_SOAK_SEED plays a former one again."""
    ran = await soak(tmp_path, SEED, DURATION_S, 50, WARNINGS, at_rest=AT_REST)
    calm = [sample for sample in ran.bot.samples if sample.pid == ran.bot.samples[-1].pid]
    assert calm[-1].at_s - calm[0].at_s > DURATION_S * CALM_PART * 0.9
    check_flat(calm)


def check_flat(samples: list[Sample]) -> None:
    """After the warm-up neither memory nor open files grow: compared are two late thirds.

    Connections do, with what is to be done: whether they are closed shows when the bot is at rest.
    """
    warm = samples[int(len(samples) * WARM_UP_PART) :]
    third = len(warm) // 3
    early, late = warm[:third], warm[-third:]
    grown = mean(late, "resident_kib") / mean(early, "resident_kib")
    say(f"memory: {mean(early, 'resident_kib'):.0f} → {mean(late, 'resident_kib'):.0f} KiB")
    say(f"files: {mean(early, 'files'):.1f} → {mean(late, 'files'):.1f}")
    busy = f"{mean(early, 'connections'):.1f} → {mean(late, 'connections'):.1f}"
    say(f"connections while busy: {busy}")
    assert grown < 1.05
    assert mean(late, "files") < mean(early, "files") + 2


def mean(samples: list[Sample], name: str) -> float:
    return float(sum(getattr(sample, name) for sample in samples)) / len(samples)
